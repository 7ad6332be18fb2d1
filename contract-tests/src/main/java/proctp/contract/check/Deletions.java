package proctp.contract.check;

import static proctp.contract.check.Check.writing;
import static proctp.contract.check.Tag.OURS;
import static proctp.contract.check.Tag.SEED;

import java.util.ArrayList;
import java.util.List;

/** Section 6: {@code DELETE /proctps/{ProcTPNum}}. */
final class Deletions {

    static final List<Check> CHECKS = List.of(
            writing("D1", SEED, Deletions::aRowGoesAndTheOthersStay),
            writing("D1", OURS, Deletions::aSecondTimeThereIsNothingLeft),
            writing("D2", SEED, visit -> visit.sandbox().keepsSigned("DELETE", 1, "")));

    private Deletions() {
    }

    private static void aRowGoesAndTheOthersStay(Visit visit) throws Deviation, Unchecked {
        long plan = visit.sandbox().plan("deletions");
        List<Json> rows = new ArrayList<>(visit.sandbox().rows(plan));
        Answer answer = visit.send(Request.of("DELETE", Sandbox.address(rows.remove(2)))).has(200);
        if (answer.body().length > 0) {
            throw answer.deviation("no body");
        }
        if (!visit.sandbox().rows(plan).equals(rows)) {
            throw answer.deviation("the other rows as they were, and this one gone", "something else");
        }
    }

    private static void aSecondTimeThereIsNothingLeft(Visit visit) throws Deviation, Unchecked {
        Request delete = Request.of("DELETE", Sandbox.address(visit.sandbox().row("deletions", 1)));
        visit.send(delete);
        visit.send(delete).refuses(404, "ProcTP not found.");
    }
}
