package proctp.contract.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static proctp.contract.check.Check.writing;
import static proctp.contract.check.Tag.SEED;

import java.util.Arrays;
import java.util.List;

/** U1 and U2 of section 5: what an update changes, and what it never changes. */
final class Updates {

    /** Each of the fourteen, with a value that differs from the one before. */
    private static final String FOURTEEN = "{\"Priority\":0,\"ToothNumTP\":\"14\",\"Surf\":\"DO\",\"ProcCode\":\"D2392\",\"Descript\":\"resin\","
            + "\"FeeAmt\":1.5,\"PriInsAmt\":2.5,\"SecInsAmt\":3.5,\"PatAmt\":4.5,\"Discount\":5.5,\"Prognosis\":\"Good\",\"Dx\":\"K02\","
            + "\"ProcAbbr\":\"C2\",\"FeeAllowed\":6.5}";

    static final List<Check> CHECKS = List.of(
            writing("U1", SEED, Updates::oneMemberChangesAlone),
            writing("U1", SEED, Updates::eachOfTheFourteenCanChange),
            writing("U1", SEED, Updates::aRowOfTheNamedPlanChanges),
            writing("U2", SEED, visit -> visit.sandbox().keepsSigned("PUT", 0, "{\"Surf\":\"B\"}")),
            writing("U2", SEED, Updates::theNamedSignedPlansRowStays));

    private Updates() {
    }

    private static void oneMemberChangesAlone(Visit visit) throws Deviation, Unchecked {
        // a row that nobody has touched, so that all its members have something to lose
        Json before = visit.sandbox().row("update", 0);
        Answer answer = visit.send(Request.put(Sandbox.address(before), "{\n \"Discount\": \"17.00\"\n }")).has(200);
        changed(before, answer, visit.sandbox().row("update", 0), "Discount");
    }

    private static void eachOfTheFourteenCanChange(Visit visit) throws Deviation, Unchecked {
        Json before = visit.sandbox().row("update", 3);
        Answer answer = visit.send(Request.put(Sandbox.address(before), FOURTEEN)).has(200);
        Json after = visit.sandbox().row("update", 3);
        Json wanted = Json.read(FOURTEEN.getBytes(UTF_8)).orElseThrow();
        for (Field field : Table.PROC_TP.editable()) {
            if (!after.text(field.name()).equals(wanted.text(field.name()))) {
                throw answer.deviation("a new " + field.name(), "the old one");
            }
        }
        changed(before, answer, after, Table.PROC_TP.editable().stream().map(Field::name).toArray(String[]::new));
    }

    /** Holds a row before and after against a change of these members alone. */
    static void changed(Json before, Answer answer, Json after, String... members) throws Deviation, Unchecked {
        String[] all = Arrays.copyOf(members, members.length + 1);
        all[members.length] = "SecDateTEdit";
        if (!after.without(all).equals(before.without(all))) {
            throw answer.deviation("no change but of " + String.join(", ", members),
                    "others in " + before.without(all).differences(after.without(all)));
        }
        if (members.length == 1 && after.get(members[0]).equals(before.get(members[0]))) {
            throw answer.deviation("a new " + members[0], "the old one");
        }
        if (!answer.object().equals(after)) {
            throw answer.deviation("the whole row as it is stored", "one that differs in " + answer.object().differences(after));
        }
    }

    /** Where no plan can be saved to try it on, a text of a row that is there, which is put back. */
    private static void aRowOfTheNamedPlanChanges(Visit visit) throws Deviation, Unchecked {
        if (!visit.sandbox().isRefused()) {
            return;
        }
        // a person may have edited it since it was first read
        Json before = firstRow(visit);
        String address = Sandbox.address(before);
        String text = before.text("ProcAbbr").equals("Chk") ? "Chk2" : "Chk";
        visit.undo().remember(address, new Undo.Change(visit.listRequest(), before.text("ProcAbbr"), text));
        Answer answer = visit.send(Request.put(address, abbreviated(text)));
        if (answer.status() == 400) {
            throw new Unchecked("takes an unsigned plan as --treat-plan, whose rows can be updated");
        }
        changed(before, answer.has(200), firstRow(visit), "ProcAbbr");
    }

    private static Json firstRow(Visit visit) throws Deviation, Unchecked {
        return visit.send(visit.listRequest()).list().items().stream().findFirst()
                .orElseThrow(() -> new Unchecked("TreatPlan " + visit.subject().treatPlan() + " has no rows"));
    }

    /** The body that gives a row this ProcAbbr. */
    static String abbreviated(String text) {
        return "{\"ProcAbbr\":" + Json.quoted(text) + "}";
    }

    /** Sends what is there already, so that nothing changes even where it is let through. */
    private static void theNamedSignedPlansRowStays(Visit visit) throws Deviation, Unchecked {
        if (visit.subject().signedPlan().isEmpty()) {
            if (visit.sandbox().isRefused()) {
                throw new Unchecked("needs --signed-plan");
            }
            return;
        }
        List<Json> rows = visit.get("/proctps?TreatPlanNum=" + visit.subject().signedPlan().getAsLong()).list().items();
        if (rows.isEmpty()) {
            throw new Unchecked("the plan of --signed-plan has no rows");
        }
        visit.send(Request.put(Sandbox.address(rows.get(0)), abbreviated(rows.get(0).text("ProcAbbr")))).has(400);
    }
}
