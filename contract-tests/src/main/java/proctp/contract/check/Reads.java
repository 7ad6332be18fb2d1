package proctp.contract.check;

import static proctp.contract.check.Check.again;
import static proctp.contract.check.Check.reading;
import static proctp.contract.check.Tag.OURS;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** X1 to X4 of section 8: reads that the vendor does not have. */
final class Reads {

    static final String FIRST_OF_ALL = "2000-01-01%2000:00:00";
    static final String LAST_OF_ALL = "9999-12-31%2023:59:59";

    static final List<Check> CHECKS = List.of(
            reading("X1", OURS, again(Reads::oneRow)),
            reading("X1", OURS, again(Reads::onePlan)),
            reading("X1", OURS, visit -> visit.get("/proctps/" + Request.NONE).refuses(404, "ProcTP not found.")),
            reading("X2", OURS, again(Reads::aPatientsRows)),
            reading("X2", OURS, visit -> isEmpty(visit.get("/proctps?PatNum=" + Request.NONE), "a patient that nobody knows")),
            reading("X3", OURS, again(Reads::manyPlans)),
            reading("X3", OURS, visit -> visit.get("/proctps?TreatPlanNum=" + visit.subject().treatPlan() + ",").has(400)),
            reading("X4", OURS, again(Reads::whatChangedSince)),
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

    static void isEmpty(Answer answer, String what) throws Deviation, Unchecked {
        if (!answer.list().items().isEmpty()) {
            throw answer.deviation("200 [] for " + what);
        }
    }

    private static void aPatientsRows(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.get("/proctps?PatNum=" + visit.patient());
        List<Json> rows = answer.list().items();
        for (Json row : rows) {
            if (row.number("PatNum") != visit.patient()) {
                throw answer.deviation("rows of that patient only", "one of another");
            }
        }
        Lists.areInOrder(rows, answer);
        if (!rows.containsAll(visit.rows())) {
            throw answer.deviation("all rows of the patient's plans", "not those of TreatPlan " + visit.subject().treatPlan());
        }
    }

    private static void manyPlans(Visit visit) throws Deviation, Unchecked {
        TreeSet<Long> nums = new TreeSet<>(List.of(visit.subject().treatPlan()));
        for (Json plan : visit.plans()) {
            if (nums.size() < 2 && plan.text("TPStatus").equals("Saved")) {
                nums.add(plan.number("TreatPlanNum"));
            }
        }
        List<Json> rows = new ArrayList<>();
        StringBuilder backwards = new StringBuilder(Request.NONE);
        for (long num : nums) {
            rows.addAll(visit.get("/proctps?Limit=1000&TreatPlanNum=" + num).list().items());
            backwards.insert(0, num + ",");
        }
        Answer answer = visit.get("/proctps?TreatPlanNum=" + backwards);
        if (!answer.list().items().equals(Lists.inOrder(rows))) {
            throw answer.deviation("the rows of each plan that is there, by plan", "others or another order");
        }
        if (!answer.header("Not-Found").equals(Request.NONE)) {
            throw answer.deviation("Not-Found: " + Request.NONE, answer.header("Not-Found").isEmpty() ? "no such header" : "another");
        }
    }

    private static void whatChangedSince(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.get("/proctps?TreatPlanNum=" + visit.subject().treatPlan() + "&SecDateTEdit=" + FIRST_OF_ALL);
        for (Json row : visit.rows()) {
            if (isLate(row) && !answer.list().items().contains(row)) {
                throw answer.deviation("every row that changed since", "a list without " + Sandbox.address(row));
            }
        }
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

    /** Whether a row or a plan has changed since the first of all times. */
    static boolean isLate(Json row) throws Unchecked {
        return row.text("SecDateTEdit").compareTo(FIRST_OF_ALL.replace("%20", " ")) > 0;
    }
}
