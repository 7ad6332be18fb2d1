package proctp.contract.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Plans of our own, on which everything may be tried: they are saved when they are first needed, and go at the end. */
final class Sandbox {

    /** Rows to save: with a value in every member of the vendor's example, without any, and some to delete. */
    private static final String ROWS = "[{\"ToothNumTP\":\"13\",\"Surf\":\"MOD\",\"ProcCode\":\"D2393\",\"Descript\":\"resin, posterior\","
            + "\"FeeAmt\":204,\"PriInsAmt\":80,\"PatAmt\":70,\"Discount\":54,\"ProcAbbr\":\"C3 (P)\",\"FeeAllowed\":180.25,"
            + "\"TaxAmt\":4.8125,\"CatPercUCR\":204},{},{\"ProcCode\":\"D0140\"},{\"ProcCode\":\"D1110\"}]";
    static final String SIGN = "{\"isSigned\":\"true\"}";
    static final String CLEAR = "{\"isSigned\":\"false\"}";

    private final String mark = "contract check " + UUID.randomUUID();
    private final Visit visit;
    private final Map<String, Long> plans = new HashMap<>();

    Sandbox(Visit visit) {
        this.visit = visit;
    }

    /** The body that saves a plan with these rows for the patient of the plan that was named. */
    String body(String rows) throws Unchecked {
        return "{\"PatNum\":" + visit.patient() + ",\"Heading\":\"" + mark + "\",\"ProcTPs\":" + rows + "}";
    }

    /** Saves one, and notes that it has to go. */
    Answer save(Request request) throws Deviation, Unchecked {
        visit.undo().rememberMark(mark, visit.patient());
        Answer answer = visit.send(request);
        if (answer.status() == 201) {
            visit.undo().rememberPlan(answer.json().orElseThrow(() -> new Unchecked("the plan that was saved has no number"))
                    .number("TreatPlanNum"));
        }
        return answer;
    }

    /** What saves a plan with these rows. */
    Request saving(String rows) throws Unchecked {
        return Request.of("POST", "/treatplans/Saved").saying(body(rows));
    }


    /** Whether this server saves plans from rows at all. */
    boolean isThere() {
        try {
            return plan("usual") > 0;
        } catch (Unchecked refused) {
            return false;
        }
    }

    /** The number of a plan with four rows for this purpose. */
    long plan(String purpose) throws Unchecked {
        return plan(purpose, ROWS);
    }

    /** The number of a plan with these rows for this purpose. */
    long plan(String purpose, String rows) throws Unchecked {
        if (!plans.containsKey(purpose)) {
            try {
                Answer answer = save(saving(rows));
                if (answer.status() != 201) {
                    throw new Unchecked("needs a plan of its own, and this server refuses to save one from rows");
                }
                plans.put(purpose, answer.json().orElseThrow().number("TreatPlanNum"));
            } catch (Deviation none) {
                throw new Unchecked("needs a plan of its own, see T3");
            }
        }
        return plans.get(purpose);
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

    /** The address of a row. */
    static String address(Json row) throws Unchecked {
        return "/proctps/" + row.number("ProcTPNum");
    }
}
