package proctp.contract.check;

import static proctp.contract.check.Check.again;
import static proctp.contract.check.Check.reading;
import static proctp.contract.check.Check.writing;
import static proctp.contract.check.Tag.LIVE;
import static proctp.contract.check.Tag.OURS;
import static proctp.contract.check.Tag.SEED;
import static proctp.contract.check.Tag.VENDOR;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Section 4: {@code GET /proctps}. */
final class Lists {

    private static final int USUAL_PAGE = 100;
    private static final List<String> NO_NUMBERS = List.of("%2B1", "007", "1.0", "", "x", "9223372036854775808");
    private static final List<String> NO_LIMITS = List.of("Limit=0", "Limit=-1", "Limit=x", "Offset=-1", "Offset=x");

    static final List<Check> CHECKS = List.of(
            reading("G1", SEED, visit -> visit.list().has(200)),
            reading("G1", SEED, Lists::rowsAreThePlansByItemOrder),
            reading("G2", LIVE, visit -> visit.known(Request.get("/proctps")).refuses(400, "TreatPlanNum is required.")),
            reading("G3", OURS, Lists::whatIsNoNumberIsInvalid),
            reading("G3", OURS, Lists::zeroAndNegativesAreNumbersThatNothingHas),
            reading("G4", LIVE, visit -> visit.ofNoPlan().refuses(404, "TreatPlan not found.")),
            reading("G5", SEED, visit -> isEmptyFor("Active", visit)),
            reading("G5", SEED, visit -> isEmptyFor("Inactive", visit)),
            reading("G6", VENDOR, again(Lists::limitAndOffsetCutAPage)),
            reading("G6", OURS, visit -> visit.get(visit.listRequest().path() + "&Limit=99999999999999999999").has(visit.list().status())),
            reading("G6", OURS, Lists::whatIsNoLimitIsRefused),
            writing("G6", VENDOR, Lists::aPageHasAHundredRows),
            reading("G7", LIVE, visit -> visit.get(visit.listRequest().path() + "&search=x").refuses(400, "'search' is not a valid parameter")),
            reading("G7", LIVE, visit -> visit.get("/proctps?treatplannum=" + visit.subject().treatPlan()).has(visit.list().status())),
            reading("G7", OURS, visit -> visit.get(visit.listRequest().path() + "&TreatPlanNum=" + visit.subject().treatPlan()).has(400)));

    private Lists() {
    }

    private static void rowsAreThePlansByItemOrder(Visit visit) throws Deviation, Unchecked {
        for (Json row : visit.rows()) {
            if (row.number("TreatPlanNum") != visit.subject().treatPlan()) {
                throw visit.list().deviation("rows of TreatPlan " + visit.subject().treatPlan() + " only", "one of another plan");
            }
        }
        areInOrder(visit.rows(), visit.list());
    }

    /** Holds rows against the order that they have in every list but that of changes. */
    static void areInOrder(List<Json> rows, Answer answer) throws Deviation, Unchecked {
        if (!inOrder(rows).equals(rows)) {
            throw answer.deviation("rows by plan, ItemOrder, ProcTPNum, each once", "another order");
        }
    }

    /** Rows in that order. */
    static List<Json> inOrder(List<Json> rows) throws Unchecked {
        TreeMap<long[], Json> sorted = new TreeMap<>((one, other) -> Arrays.compare(one, other));
        for (Json row : rows) {
            sorted.put(place(row), row);
        }
        return List.copyOf(sorted.values());
    }

    private static long[] place(Json row) throws Unchecked {
        return new long[] {row.number("TreatPlanNum"), row.number("ItemOrder"), row.number("ProcTPNum")};
    }

    private static void whatIsNoNumberIsInvalid(Visit visit) throws Deviation, Unchecked {
        for (String number : NO_NUMBERS) {
            visit.get("/proctps?TreatPlanNum=" + number).refuses(400, "TreatPlanNum is invalid.");
        }
    }

    private static void zeroAndNegativesAreNumbersThatNothingHas(Visit visit) throws Deviation, Unchecked {
        for (String number : List.of("0", "-1")) {
            visit.get("/proctps?TreatPlanNum=" + number).has(visit.ofNoPlan().status());
        }
    }

    private static void isEmptyFor(String status, Visit visit) throws Deviation, Unchecked {
        Answer plans = visit.get("/treatplans?TPStatus=" + status + "&Limit=1");
        List<Json> found = plans.status() == 200 ? plans.list().items() : List.of();
        if (found.isEmpty()) {
            throw new Unchecked("GET /treatplans lists no " + status + " plan");
        }
        Answer answer = visit.get("/proctps?TreatPlanNum=" + found.get(0).number("TreatPlanNum"));
        if (answer.status() != 200 || answer.json().filter(list -> list.is(Json.Kind.ARRAY) && list.items().isEmpty()).isEmpty()) {
            throw answer.deviation("200 [] for a plan that is " + status);
        }
    }

    private static void limitAndOffsetCutAPage(Visit visit) throws Deviation, Unchecked {
        List<Json> first = page(visit, "&Limit=1", 1);
        List<Json> second = page(visit, "&Limit=1&Offset=1", Math.min(visit.rows().size() - 1, 1));
        if (first.equals(second)) {
            throw new Deviation("another row", "the same", visit.listRequest() + "&Limit=1&Offset=1");
        }
    }

    private static List<Json> page(Visit visit, String page, int size) throws Deviation, Unchecked {
        Answer answer = visit.get(visit.listRequest().path() + page);
        List<Json> rows = answer.list().items();
        if (rows.size() != size || !visit.rows().containsAll(rows)) {
            throw answer.deviation(size + " of the plan's rows", rows.size() == size ? "another row" : rows.size() + " rows");
        }
        return rows;
    }

    private static void whatIsNoLimitIsRefused(Visit visit) throws Deviation, Unchecked {
        for (String limit : NO_LIMITS) {
            visit.get(visit.listRequest().path() + "&" + limit).has(400);
        }
    }

    private static void aPageHasAHundredRows(Visit visit) throws Deviation, Unchecked {
        long plan = visit.sandbox().plan("a long one", "[" + "{},".repeat(USUAL_PAGE) + "{}]");
        Answer usual = visit.get("/proctps?TreatPlanNum=" + plan);
        if (usual.list().items().size() != USUAL_PAGE) {
            throw usual.deviation("100 rows of 101 where no Limit is given");
        }
        Answer more = visit.get("/proctps?Limit=1000&TreatPlanNum=" + plan);
        if (more.list().items().size() != USUAL_PAGE + 1) {
            throw more.deviation("101 rows of 101");
        }
    }
}
