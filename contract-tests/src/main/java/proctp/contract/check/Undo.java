package proctp.contract.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts everything back, whatever becomes of the check: what was changed is noted before it is, and only once put back. */
final class Undo implements Runnable {

    private final Calls calls;

    /** Of rows that are not ours: what to send, by their addresses. */
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Deque<Long> plans = new ArrayDeque<>();
    private final List<String> left = new ArrayList<>();
    private String mark = "";
    private long patient;

    Undo(Calls calls) {
        this.calls = calls;
    }

    /** Notes what a row will have to hold again. */
    synchronized void remember(String address, String body) {
        values.put(address, body);
    }

    /** Notes that plans with this heading may be saved for the patient, all of which are to go. */
    synchronized void rememberMark(String heading, long itsPatient) {
        mark = heading;
        patient = itsPatient;
    }

    /** Notes a plan that was saved and has to go. */
    synchronized void rememberPlan(long num) {
        plans.push(num);
    }

    /** What could not be put back, a sentence each. */
    synchronized List<String> left() {
        return List.copyOf(left);
    }

    @Override
    public synchronized void run() {
        values.forEach((address, body) -> tell(putBack(address, body), address + " does not hold again what it held before"));
        values.clear();
        // also those whose number no answer told
        plans.addAll(marked());
        while (!plans.isEmpty()) {
            long num = plans.pop();
            tell(remove(num), "TreatPlan " + num + ", which this program saved, is still there: delete it");
        }
        mark = "";
    }

    private void tell(boolean done, String sentence) {
        if (!done) {
            left.add(sentence + ".");
        }
    }

    private boolean putBack(String address, String body) {
        try {
            return calls.send(Request.put(address, body)).status() / 100 == 2;
        } catch (Deviation | Unchecked none) {
            return false;
        }
    }

    private List<Long> marked() {
        List<Long> found = new ArrayList<>();
        if (!mark.isEmpty()) {
            try {
                for (Json plan : calls.send(Request.get("/treatplans?TPStatus=Saved&Limit=1000&PatNum=" + patient)).list().items()) {
                    if (plan.text("Heading").equals(mark) && !plans.contains(plan.number("TreatPlanNum"))) {
                        found.add(plan.number("TreatPlanNum"));
                    }
                }
            } catch (Deviation | Unchecked unread) {
                // those whose numbers are known go all the same
            }
        }
        return found;
    }

    private boolean remove(long num) {
        String address = "/treatplans/" + num;
        try {
            Answer answer = calls.send(Request.of("DELETE", address));
            if (answer.status() == 400) {
                calls.send(Request.put(address, "{\"isSigned\":\"false\"}"));
                answer = calls.send(Request.of("DELETE", address));
            }
            return answer.status() / 100 == 2 || answer.status() == 404;
        } catch (Deviation | Unchecked none) {
            return false;
        }
    }
}
