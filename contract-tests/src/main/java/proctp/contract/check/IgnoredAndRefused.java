package proctp.contract.check;

import static proctp.contract.check.Check.reading;
import static proctp.contract.check.Check.writing;
import static proctp.contract.check.Tag.LIVE;
import static proctp.contract.check.Tag.OURS;

import java.util.List;

/** U5 to U9 of section 5: what an update ignores, and what it refuses. */
final class IgnoredAndRefused {

    static final List<Check> CHECKS = List.of(
            writing("U5", LIVE, IgnoredAndRefused::aWholeRowCanBeSentBack),
            writing("U5", OURS, IgnoredAndRefused::whatWasIgnoredIsNamed),
            writing("U5", OURS, visit -> refused(visit, "{\"Surf\":\"B\",\"NoSuchField\":1}", "a name that is no field", "NoSuchField")),
            writing("U6", OURS, IgnoredAndRefused::strictHandling),
            writing("U6", OURS, IgnoredAndRefused::lenientHandling),
            writing("U7", OURS, visit -> refused(visit, "{\"Surf\":\"B\",\"FeeAmt\":\"x\"}", "one bad field", "FeeAmt")),
            writing("U7", OURS, visit -> refused(visit, "{\"FeeAmt\":\"x\",\"PatAmt\":\"y\"}", "two bad fields", "FeeAmt", "PatAmt")),
            writing("U8", OURS, IgnoredAndRefused::anEmptyObjectChangesNothing),
            writing("U8", OURS, visit -> visit.send(Request.put(Sandbox.address(visit.sandbox().row(0)), "")).has(400)),
            reading("U9", LIVE, visit -> visit.known(Request.put("/proctps/" + Request.NONE, "{}")).refuses(404, "ProcTP not found.")),
            reading("U9", OURS, visit -> visit.send(Request.put("/proctps/x", "{}")).refuses(400, "ProcTPNum is invalid.")));

    private IgnoredAndRefused() {
    }

    private static void aWholeRowCanBeSentBack(Visit visit) throws Deviation, Unchecked {
        Json before = visit.sandbox().row(0);
        String surf = before.text("Surf").equals("MO") ? "DO" : "MO";
        Answer answer = visit.send(Request.put(Sandbox.address(before), before.with("Surf", surf).written())).has(200);
        Updates.changed(before, answer, visit.sandbox().row(0), "Surf");
    }

    private static void whatWasIgnoredIsNamed(Visit visit) throws Deviation, Unchecked {
        Json row = visit.sandbox().row(0);
        Answer answer = visit.send(Request.put(Sandbox.address(row), row.written())).has(200);
        String others = String.join(", ", Table.PROC_TP.others());
        if (!answer.header("Ignored-Fields").equals(others)) {
            throw answer.deviation("Ignored-Fields: " + others, answer.header("Ignored-Fields").isEmpty() ? "no such header"
                    : Shape.printable(answer.header("Ignored-Fields")));
        }
    }

    private static void refused(Visit visit, String body, String what, String... named) throws Deviation, Unchecked {
        Json before = visit.sandbox().row(0);
        Answer answer = visit.send(Request.put(Sandbox.address(before), body));
        if (answer.status() != 400) {
            throw answer.deviation("400 for " + what);
        }
        for (String name : named) {
            if (answer.sentence().filter(sentence -> !sentence.contains(name)).isPresent()) {
                throw answer.deviation("a sentence that names " + name);
            }
        }
        if (!visit.sandbox().row(0).equals(before)) {
            throw answer.deviation("no change", "one of " + before.differences(visit.sandbox().row(0)));
        }
    }

    private static void strictHandling(Visit visit) throws Deviation, Unchecked {
        String address = Sandbox.address(visit.sandbox().row(0));
        Answer answer = visit.send(Request.put(address, "{\"Surf\":\"B\",\"TaxAmt\":2}").with("Prefer", "handling=strict")).has(400);
        applied(answer, "handling=strict");
    }

    private static void lenientHandling(Visit visit) throws Deviation, Unchecked {
        String address = Sandbox.address(visit.sandbox().row(0));
        Answer answer = visit.send(Request.put(address, "{\"NoSuchField\":2}").with("Prefer", "handling=lenient")).has(200);
        applied(answer, "handling=lenient");
    }

    private static void applied(Answer answer, String preference) throws Deviation {
        if (!answer.header("Preference-Applied").equals(preference)) {
            throw answer.deviation("Preference-Applied: " + preference, "another or none");
        }
    }

    private static void anEmptyObjectChangesNothing(Visit visit) throws Deviation, Unchecked {
        Json before = visit.sandbox().row(0);
        Answer answer = visit.send(Request.put(Sandbox.address(before), "{}")).has(200);
        if (!answer.object().equals(before)) {
            throw answer.deviation("the unchanged row", "one that differs in " + before.differences(answer.object()));
        }
    }
}
