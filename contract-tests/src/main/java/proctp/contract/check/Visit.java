package proctp.contract.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One check of one server: the way there, and what was learned of what it holds. */
final class Visit {

    private final Subject subject;
    private final Calls calls;
    private final Undo undo;
    private final Sandbox sandbox = new Sandbox(this);
    private final Map<Request, Answer> known = new HashMap<>();
    private final Map<Request, Deviation> failed = new HashMap<>();
    private Answer ofNobody;

    Visit(Subject subject, Calls calls, Undo undo) {
        this.subject = subject;
        this.calls = calls;
        this.undo = undo;
    }

    Subject subject() {
        return subject;
    }

    Calls calls() {
        return calls;
    }

    Undo undo() {
        return undo;
    }

    /** Plans of our own. */
    Sandbox sandbox() {
        return sandbox;
    }

    /** Sends a request with the keys. */
    Answer send(Request request) throws Deviation, Unchecked {
        return calls.send(request);
    }

    /** Reads with the keys. */
    Answer get(String path) throws Deviation, Unchecked {
        return send(Request.get(path));
    }

    /** What this request was answered when it was first sent: for what does not change. */
    Answer known(Request request) throws Deviation, Unchecked {
        if (failed.containsKey(request)) {
            throw failed.get(request);
        }
        Answer answer = known.get(request);
        if (answer == null) {
            try {
                answer = send(request);
            } catch (Deviation none) {
                failed.put(request, none);
                throw none;
            }
            known.put(request, answer);
        }
        return answer;
    }

    /** Forgets the answers that are known; what was not answered is not waited for again. */
    void forget() {
        known.clear();
    }

    /** The rows of the plan, as its list was first answered. */
    Answer list() throws Deviation, Unchecked {
        return known(listRequest());
    }

    /** What is asked for the rows of the plan. */
    Request listRequest() {
        return Request.get("/proctps?TreatPlanNum=" + subject.treatPlan());
    }

    /** The rows of the plan. */
    List<Json> rows() throws Unchecked {
        List<Json> rows = items(listRequest(), "G1");
        if (rows.isEmpty()) {
            throw new Unchecked("TreatPlan " + subject.treatPlan() + " has no rows");
        }
        return rows;
    }

    /** The first plans of the practice. */
    List<Json> plans() throws Unchecked {
        List<Json> plans = items(plansRequest(), "T1");
        if (plans.isEmpty()) {
            throw new Unchecked("GET /treatplans lists no plan");
        }
        return plans;
    }

    /** What is asked for the first plans. */
    static Request plansRequest() {
        return Request.get("/treatplans?Limit=100");
    }

    /** The first definitions of the practice. */
    List<Json> definitions() throws Unchecked {
        return items(definitionsRequest(), "F1");
    }

    /** What is asked for the first definitions. */
    static Request definitionsRequest() {
        return Request.get("/definitions?includeHidden=true&Limit=1000");
    }

    /** The items of a list that a rule of its own asks for, so that its failing is not that of another one. */
    private List<Json> items(Request request, String itsRule) throws Unchecked {
        try {
            return known(request).list().items();
        } catch (Deviation itsOwn) {
            throw new Unchecked("takes " + request + ", see " + itsRule);
        }
    }

    /** The status for what is not there, as this server has it: that it is 404 is a matter of G4. */
    Answer ofNoPlan() throws Deviation, Unchecked {
        return known(Request.get("/proctps?TreatPlanNum=" + Request.NONE));
    }

    /** The answer to who has no key, as this server has it: that it is 401 is a matter of A4. */
    Answer ofNobody() throws Deviation, Unchecked {
        if (ofNobody == null) {
            ofNobody = calls.sendBare(listRequest());
        }
        return ofNobody;
    }

    /** The patient of the plan. */
    long patient() throws Unchecked {
        return rows().get(0).number("PatNum");
    }
}
