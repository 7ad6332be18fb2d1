package proctp.contract.check;

import static proctp.contract.check.Check.reading;
import static proctp.contract.check.Check.writing;
import static proctp.contract.check.Tag.OURS;
import static proctp.contract.check.Tag.VENDOR;

import java.util.List;
import java.util.Optional;

/** T1 to T5 of section 7: the plans around the rows. */
final class TreatPlans {

    static final List<Check> CHECKS = List.of(
            reading("T1", VENDOR, TreatPlans::plansComeByTheirNumbers),
            reading("T1", VENDOR, TreatPlans::aPatientsPlans),
            reading("T1", VENDOR, TreatPlans::plansOfAStatus),
            reading("T1", VENDOR, TreatPlans::plansThatChangedSince),
            reading("T1", VENDOR, visit -> visit.get("/treatplans?TPStatus=x").refuses(400, "TPStatus is invalid.")),
            reading("T1", VENDOR, visit -> visit.get("/treatplans?SecDateTEdit=x")
                    .refuses(400, "SecDateTEdit format must be yyyy-MM-dd HH:mm:ss.")),
            reading("T2", VENDOR, TreatPlans::eachHasItsMembers),
            writing("T3", OURS, TreatPlans::aPlanIsSavedFromRows),
            writing("T3", OURS, TreatPlans::allRowsOrNone),
            writing("T4", VENDOR, TreatPlans::membersOfAPlanChange),
            writing("T4", VENDOR, TreatPlans::whatASignatureCoversStays),
            writing("T4", VENDOR, TreatPlans::aSignatureIsCleared),
            writing("T5", OURS, TreatPlans::aSignedPlanStays),
            writing("T5", OURS, TreatPlans::aPlanTakesItsRowsAlong));

    private TreatPlans() {
    }

    private static void plansComeByTheirNumbers(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.known(Visit.plansRequest()).has(200);
        long before = Long.MIN_VALUE;
        for (Json plan : visit.plans()) {
            if (plan.number("TreatPlanNum") <= before) {
                throw answer.deviation("plans by TreatPlanNum", "another order");
            }
            before = plan.number("TreatPlanNum");
        }
    }

    private static void aPatientsPlans(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.get(ofThePatient(visit));
        for (Json plan : answer.list().items()) {
            if (plan.number("PatNum") != visit.patient()) {
                throw answer.deviation("plans of that patient only", "one of another");
            }
        }
        hasTheNamed(answer, visit);
    }

    private static String ofThePatient(Visit visit) throws Unchecked {
        return "/treatplans?Limit=1000&PatNum=" + visit.patient();
    }

    private static Optional<Json> named(Answer answer, Visit visit) throws Deviation, Unchecked {
        for (Json plan : answer.list().items()) {
            if (plan.number("TreatPlanNum") == visit.subject().treatPlan()) {
                return Optional.of(plan);
            }
        }
        return Optional.empty();
    }

    private static void hasTheNamed(Answer answer, Visit visit) throws Deviation, Unchecked {
        if (named(answer, visit).isEmpty()) {
            throw answer.deviation("TreatPlan " + visit.subject().treatPlan() + " in this list", "a list without it");
        }
    }

    /** The plan that was named, as the list of its patient has it. */
    private static Json named(Visit visit) throws Deviation, Unchecked {
        return named(visit.get(ofThePatient(visit)), visit)
                .orElseThrow(() -> new Unchecked("takes TreatPlan " + visit.subject().treatPlan() + " in the list of its patient's plans"));
    }

    private static void plansOfAStatus(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.get(ofThePatient(visit) + "&TPStatus=Saved");
        for (Json plan : answer.list().items()) {
            if (!plan.text("TPStatus").equals("Saved")) {
                throw answer.deviation("plans that are Saved only", "one that is not");
            }
        }
        if (named(visit).text("TPStatus").equals("Saved")) {
            hasTheNamed(answer, visit);
        }
    }

    private static void plansThatChangedSince(Visit visit) throws Deviation, Unchecked {
        Answer since = visit.get(ofThePatient(visit) + "&SecDateTEdit=" + Reads.FIRST_OF_ALL).has(200);
        if (Reads.isLate(named(visit))) {
            hasTheNamed(since, visit);
        }
        Reads.isEmpty(visit.get(ofThePatient(visit) + "&SecDateTEdit=" + Reads.LAST_OF_ALL), "a time that has not come");
    }

    private static void eachHasItsMembers(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.known(Visit.plansRequest());
        for (Json plan : visit.plans()) {
            Table.TREAT_PLAN.hasMembers(plan, answer);
            Table.TREAT_PLAN.hasTypes(plan, answer);
        }
    }

    private static void aPlanIsSavedFromRows(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.sandbox().save(visit.sandbox().saving("[{\"Surf\":\"MOD\"},{}]")).has(201);
        Json plan = answer.json().orElseThrow(() -> new Unchecked("the plan that was saved is not JSON, see B1"));
        long num = plan.number("TreatPlanNum");
        if (!answer.header("Location").endsWith("/treatplans/" + num)) {
            throw answer.deviation("Location with the address of the plan", answer.header("Location").isEmpty() ? "no such header" : "another");
        }
        List<Json> rows = visit.sandbox().rows(num);
        if (rows.size() != 2) {
            throw answer.deviation("a plan with the 2 rows that were sent", "one with " + rows.size());
        }
        for (String[] member : new String[][] {{"Descript", ""}, {"FeeAmt", "0.0"}, {"FeeAllowed", "-1.0"}, {"Priority", "0"}}) {
            if (!rows.get(1).text(member[0]).equals(member[1])) {
                throw answer.deviation(member[0] + " " + (member[1].isEmpty() ? "empty" : member[1]) + " where it was left out",
                        Shape.printable(rows.get(1).text(member[0])));
            }
        }
    }

    private static void allRowsOrNone(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.sandbox().save(visit.sandbox().saving("[{},{\"ProcCode\":\"1234567890123456\"}]"));
        if (answer.status() != 400) {
            throw answer.deviation("400 for a plan with a bad row");
        }
    }

    private static void membersOfAPlanChange(Visit visit) throws Deviation, Unchecked {
        String address = "/treatplans/" + visit.sandbox().plan("plan");
        Json before = visit.send(Request.put(address, "{}")).object();
        Answer answer = visit.send(Request.put(address, "{\"Note\":\"agreed\"}"));
        String differences = before.differences(answer.object()).replaceFirst(", SecDateTEdit$|^SecDateTEdit, ", "");
        if (!answer.object().text("Note").equals("agreed") || !differences.equals("Note")) {
            throw answer.deviation("the plan with a new Note and no other change",
                    "a change of " + (differences.isEmpty() ? "nothing" : differences));
        }
    }

    private static void whatASignatureCoversStays(Visit visit) throws Deviation, Unchecked {
        String address = "/treatplans/" + visit.sandbox().plan("plan");
        is("isSigned", "true", visit.send(Request.put(address, Sandbox.SIGN)));
        Answer refused = visit.send(Request.put(address, "{\"Note\":\"other\"}"));
        if (refused.status() != 400) {
            throw refused.deviation("400 for the Note of a signed plan");
        }
    }

    private static void aSignatureIsCleared(Visit visit) throws Deviation, Unchecked {
        String address = "/treatplans/" + visit.sandbox().plan("plan");
        Answer answer = visit.send(Request.put(address, Sandbox.CLEAR));
        is("isSigned", "false", answer);
        is("DateTSigned", "0001-01-01 00:00:00", answer);
    }

    private static void is(String member, String value, Answer answer) throws Deviation, Unchecked {
        String there = answer.object().text(member);
        if (!there.equals(value)) {
            throw answer.deviation(member + " " + value, member.startsWith("Date") ? Shape.of(there) : Shape.printable(there));
        }
    }

    private static void aSignedPlanStays(Visit visit) throws Deviation, Unchecked {
        long plan = visit.sandbox().signed("signed");
        Answer answer = visit.send(Request.of("DELETE", "/treatplans/" + plan));
        if (answer.status() != 400) {
            throw answer.deviation("400 for a signed plan");
        }
        visit.get("/proctps?TreatPlanNum=" + plan).has(200);
    }

    private static void aPlanTakesItsRowsAlong(Visit visit) throws Deviation, Unchecked {
        long plan = visit.sandbox().plan("to delete");
        Answer answer = visit.send(Request.of("DELETE", "/treatplans/" + plan)).has(200);
        Answer rows = visit.get("/proctps?TreatPlanNum=" + plan);
        if (answer.body().length > 0 || rows.status() != visit.ofNoPlan().status()) {
            throw answer.deviation("no body, and the plan and its rows gone");
        }
    }
}
