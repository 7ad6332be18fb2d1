package proctp.contract.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts everything back, whatever becomes of the check: what may be changed is noted before it is, and then looked up. */
final class Undo implements Runnable {

    private final Calls calls;

    /** Of rows that are not ours: what they held, by their addresses. */
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private final List<String> left = new ArrayList<>();
    private Optional<OwnPlans> plans = Optional.empty();
    private boolean astray;

    /**
     * What becomes of a row's ProcAbbr.
     *
     * @param list   asks for the rows of its plan
     * @param before what it holds
     * @param during what this program writes over it
     */
    record Change(Request list, String before, String during) {
    }

    Undo(Calls calls) {
        this.calls = calls;
    }

    /** Notes what a row will have to hold again. */
    synchronized void remember(String address, Change change) {
        changes.put(address, change);
    }

    /** Notes that plans may be saved, all of which are to go. */
    synchronized void remember(OwnPlans saved) {
        plans = Optional.of(saved);
    }

    /** Notes that a plan was saved which is not found. */
    synchronized void rememberAstray() {
        astray = true;
    }

    /** What could not be put back, a sentence each. */
    synchronized List<String> left() {
        return List.copyOf(left);
    }

    @Override
    public synchronized void run() {
        changes.forEach(this::putBack);
        changes.clear();
        plans.ifPresent(this::remove);
        plans = Optional.empty();
    }

    private void putBack(String address, Change change) {
        try {
            Optional<String> now = abbreviation(address, change);
            if (now.equals(Optional.of(change.during()))) {
                calls.send(Request.put(address, Updates.abbreviated(change.before())));
                now = abbreviation(address, change);
            } else if (now.isPresent() && !now.get().equals(change.before())) {
                left.add(address + " holds neither what it held before nor what this program wrote, and was left as it is.");
                return;
            }
            if (now.equals(Optional.of(change.before()))) {
                return;
            }
        } catch (Deviation | Unchecked unread) {
            // said below
        }
        left.add(address + " does not hold again what it held before.");
    }

    private Optional<String> abbreviation(String address, Change change) throws Deviation, Unchecked {
        for (Json row : calls.send(change.list()).list().items()) {
            if (Sandbox.address(row).equals(address)) {
                return Optional.of(row.text("ProcAbbr"));
            }
        }
        return Optional.empty();
    }

    private void remove(OwnPlans own) {
        try {
            List<Long> found = own.found();
            if (found.isEmpty() && astray) {
                left.add("The plan that this server says it saved is not found by its heading, \"" + own.heading() + "\": look for it.");
            }
            for (long num : found) {
                remove(num);
            }
            for (long num : found.isEmpty() ? found : own.found()) {
                left.add("TreatPlan " + num + ", which this program saved, is still there: delete it.");
            }
        } catch (Deviation | Unchecked unread) {
            left.add("Plans that this program saved may still be there: delete those with the heading \"" + own.heading() + "\".");
        }
    }

    /** What came of it is seen by who looks for it. */
    private void remove(long num) {
        String address = "/treatplans/" + num;
        try {
            if (calls.send(Request.of("DELETE", address)).status() == 400) {
                calls.send(Request.put(address, Sandbox.CLEAR));
                calls.send(Request.of("DELETE", address));
            }
        } catch (Deviation | Unchecked none) {
            // the others go all the same
        }
    }
}
