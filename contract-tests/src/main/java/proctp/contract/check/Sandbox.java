package proctp.contract.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Plans of our own, on which everything may be tried: they are saved when they are first needed, and go at the end. */
final class Sandbox {

    /** Rows to save: with a value in every member of the vendor's example, without any, and some to delete. */
    private static final String ROWS = "[{\"ToothNumTP\":\"13\",\"Surf\":\"MOD\",\"ProcCode\":\"D2393\",\"Descript\":\"resin, posterior\","
            + "\"FeeAmt\":204,\"PriInsAmt\":80,\"PatAmt\":70,\"Discount\":54,\"ProcAbbr\":\"C3 (P)\",\"FeeAllowed\":180.25,"
            + "\"TaxAmt\":4.8125,\"CatPercUCR\":204},{},{\"ProcCode\":\"D0140\"},{\"ProcCode\":\"D1110\"}]";
    static final String SIGN = "{\"isSigned\":\"true\"}";
    static final String CLEAR = "{\"isSigned\":\"false\"}";

    private static final Set<Integer> REFUSALS = Set.of(400, 404);

    private final String mark = "contract check " + UUID.randomUUID();
    private final Visit visit;
    private final Map<String, Long> plans = new HashMap<>();
    private Optional<Deviation> stranger = Optional.empty();
    private Optional<Unchecked> refusal = Optional.empty();
    private boolean isRefused;

    Sandbox(Visit visit) {
        this.visit = visit;
    }

    /** The body that saves a plan with these rows for the patient of the plan that was named. */
    String body(String rows) throws Unchecked {
        return "{\"PatNum\":" + visit.patient() + ",\"Heading\":\"" + mark + "\",\"ProcTPs\":" + rows + "}";
    }

    /** Saves one, and notes that it has to go. After an answer that names a plan which is not ours nothing is saved any more. */
    Answer save(Request request) throws Deviation, Unchecked {
        if (stranger.isPresent()) {
            throw stranger.get();
        }
        OwnPlans own = new OwnPlans(visit.calls(), mark, visit.patient());
        visit.undo().remember(own);
        Answer answer = visit.send(request);
        if (answer.status() == 201 && !own.found().contains(number(answer))) {
            visit.undo().rememberAstray();
            stranger = Optional.of(answer.deviation("a plan that is listed with the heading that was sent", "the number of none"));
            throw stranger.get();
        }
        return answer;
    }

    private static long number(Answer saved) throws Unchecked {
        return saved.json().orElseThrow(() -> new Unchecked("the plan that was saved has no number")).number("TreatPlanNum");
    }

    /** What saves a plan with these rows. */
    Request saving(String rows) throws Unchecked {
        return Request.of("POST", "/treatplans/Saved").saying(body(rows));
    }

    /** Whether this server saves no plans from rows at all; it is not known where saving one failed in another way. */
    boolean isRefused() throws Unchecked {
        try {
            plan("usual");
        } catch (Unchecked none) {
            if (!isRefused) {
                throw none;
            }
        }
        return isRefused;
    }

    /** The number of a plan with four rows for this purpose. */
    long plan(String purpose) throws Unchecked {
        try {
            return plan(purpose, ROWS);
        } catch (Unchecked none) {
            refusal = Optional.of(none);
            throw none;
        }
    }

    /** The number of a plan with these rows for this purpose. */
    long plan(String purpose, String rows) throws Unchecked {
        if (!plans.containsKey(purpose)) {
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            try {
                plans.put(purpose, saved(rows));
            } catch (Deviation none) {
                throw new Unchecked("needs a plan of its own, see T3");
            }
        }
        return plans.get(purpose);
    }

    private long saved(String rows) throws Deviation, Unchecked {
        Answer answer = save(saving(rows));
        if (answer.status() == 201) {
            return number(answer);
        }
        isRefused = REFUSALS.contains(answer.status());
        throw new Unchecked("needs a plan of its own, and this server " + (isRefused ? "refuses to save one from rows"
                : "answers " + answer.status() + " to POST /treatplans/Saved"));
    }

    /** The number of a plan with four rows for this purpose, which is signed. */
    long signed(String purpose) throws Unchecked {
        boolean isNew = !plans.containsKey(purpose);
        long num = plan(purpose);
        if (isNew) {
            try {
                visit.send(Request.put("/treatplans/" + num, SIGN)).has(200);
            } catch (Deviation unsigned) {
                throw new Unchecked("needs a signed plan, see T4");
            }
        }
        return num;
    }

    /** The rows of one of these plans as they are now. */
    List<Json> rows(long plan) throws Deviation, Unchecked {
        return visit.get("/proctps?Limit=1000&TreatPlanNum=" + plan).list().items();
    }

    /** A row of the usual plan as it is now. */
    Json row(int place) throws Unchecked {
        return row("usual", place);
    }

    /** A row of the plan for this purpose as it is now. */
    Json row(String purpose, int place) throws Unchecked {
        try {
            List<Json> rows = rows(plan(purpose));
            if (rows.size() <= place) {
                throw new Unchecked("the plan that was saved has not all its rows, see T3");
            }
            return rows.get(place);
        } catch (Deviation unread) {
            throw new Unchecked("takes the rows of the plan that was saved, see G1");
        }
    }

    /** Holds what would change a row of a signed plan against the rule that nothing of such a plan changes. */
    void keepsSigned(String method, int place, String body) throws Deviation, Unchecked {
        long plan = signed("signed");
        List<Json> before = rows(plan);
        Answer answer = visit.send(Request.of(method, address(before.get(place))).saying(body));
        if (answer.status() != 400) {
            throw answer.deviation("400 for a row of a signed plan");
        }
        if (!rows(plan).equals(before)) {
            throw answer.deviation("no change of a signed plan", "one");
        }
    }

    /** The address of a row. */
    static String address(Json row) throws Unchecked {
        return "/proctps/" + row.number("ProcTPNum");
    }
}
