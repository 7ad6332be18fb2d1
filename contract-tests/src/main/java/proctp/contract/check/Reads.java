package proctp.contract.check;

import static proctp.contract.check.Check.reading;
import static proctp.contract.check.Tag.OURS;

import java.util.List;

/** X1 to X4 of section 8: reads that the vendor does not have. */
final class Reads {

    private static final String FIRST_OF_ALL = "2000-01-01%2000:00:00";
    private static final String LAST_OF_ALL = "9999-12-31%2023:59:59";

    static final List<Check> CHECKS = List.of(
            reading("X1", OURS, Reads::oneRow),
            reading("X1", OURS, Reads::onePlan),
            reading("X1", OURS, visit -> visit.get("/proctps/" + Request.NONE).refuses(404, "ProcTP not found.")),
            reading("X2", OURS, Reads::aPatientsRows),
            reading("X2", OURS, visit -> isEmpty(visit.get("/proctps?PatNum=" + Request.NONE), "a patient that nobody knows")),
            reading("X3", OURS, Reads::manyPlans),
            reading("X3", OURS, visit -> visit.get("/proctps?TreatPlanNum=" + visit.subject().treatPlan() + ",").has(400)),
            reading("X4", OURS, Reads::whatChangedSince),
            reading("X4", OURS, visit -> isEmpty(visit.get("/proctps?SecDateTEdit=" + LAST_OF_ALL), "a time that has not come")));

    private Reads() {
    }

    private static void oneRow(Visit visit) throws Deviation, Unchecked {
        Json row = visit.rows().get(0);
        Answer answer = visit.get(Sandbox.address(row));
        if (!answer.object().equals(row)) {
            throw answer.deviation("the row as its list has it", "one that differs in " + row.differences(answer.object()));
        }
    }

    private static void onePlan(Visit visit) throws Deviation, Unchecked {
        Json plan = visit.plans().get(0);
        Answer answer = visit.get("/treatplans/" + plan.number("TreatPlanNum"));
        if (!answer.object().equals(plan)) {
            throw answer.deviation("the plan as the list has it", "one that differs in " + plan.differences(answer.object()));
        }
    }

    private static void isEmpty(Answer answer, String what) throws Deviation, Unchecked {
        if (!answer.list().items().isEmpty()) {
            throw answer.deviation("200 [] for " + what);
        }
    }

    private static void aPatientsRows(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.get("/proctps?PatNum=" + visit.patient());
        List<Json> rows = answer.list().items();
        Json before = null;
        for (Json row : rows) {
            if (row.number("PatNum") != visit.patient()) {
                throw answer.deviation("rows of that patient only", "one of another");
            }
            if (before != null && before.number("TreatPlanNum") > row.number("TreatPlanNum")) {
                throw answer.deviation("rows by plan", "another order");
            }
            before = row;
        }
        if (!rows.containsAll(visit.rows())) {
            throw answer.deviation("all rows of the patient's plans", "not those of TreatPlan " + visit.subject().treatPlan());
        }
    }

    private static void manyPlans(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.get("/proctps?TreatPlanNum=" + visit.subject().treatPlan() + "," + Request.NONE);
        if (!answer.list().items().containsAll(visit.rows())) {
            throw answer.deviation("the rows of each plan that is there", "others");
        }
        if (!answer.header("Not-Found").equals(Request.NONE)) {
            throw answer.deviation("Not-Found: " + Request.NONE, answer.header("Not-Found").isEmpty() ? "no such header" : "another");
        }
    }

    private static void whatChangedSince(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.get("/proctps?TreatPlanNum=" + visit.subject().treatPlan() + "&SecDateTEdit=" + FIRST_OF_ALL);
        String before = "";
        for (Json row : answer.list().items()) {
            if (row.text("SecDateTEdit").compareTo(before) < 0) {
                throw answer.deviation("rows by SecDateTEdit", "another order");
            }
            before = row.text("SecDateTEdit");
        }
        String last = before.replace(" ", "%20");
        if (last.matches("[0-9:%-]+")) {
            isEmpty(visit.get("/proctps?TreatPlanNum=" + visit.subject().treatPlan() + "&SecDateTEdit=" + last), "the time of the last change");
        }
    }
}
