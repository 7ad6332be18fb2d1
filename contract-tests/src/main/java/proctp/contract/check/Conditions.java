package proctp.contract.check;

import static proctp.contract.check.Check.again;
import static proctp.contract.check.Check.reading;
import static proctp.contract.check.Check.writing;
import static proctp.contract.check.Tag.OURS;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** X7 to X11 of section 8: headers that ask for more, and the documentation. */
final class Conditions {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"?next\"?");
    private static final String ID = "contract-check.1";

    static final List<Check> CHECKS = List.of(
            reading("X7", OURS, Conditions::everyReadHasATag),
            reading("X7", OURS, again(Conditions::whatIsKnownIsNotSentAgain)),
            writing("X7", OURS, Conditions::aStaleTagChangesNothing),
            reading("X8", OURS, Conditions::aFullPageSaysWhereItGoesOn),
            writing("X9", OURS, Conditions::aPostThatIsSentAgainIsDoneOnce),
            reading("X10", OURS, Conditions::theDocumentIsThere),
            reading("X10", OURS, Conditions::thePageIsThere),
            reading("X11", OURS, Conditions::aSaneIdIsTaken),
            reading("X11", OURS, Conditions::anotherOneIsNot));

    private Conditions() {
    }

    private static String tag(Answer answer) throws Deviation {
        if (!answer.header("ETag").matches("\"[^\"]+\"")) {
            throw answer.deviation("a strong ETag in quotes",
                    answer.header("ETag").isEmpty() ? "no such header" : Shape.printable(answer.header("ETag")));
        }
        return answer.header("ETag");
    }

    private static void everyReadHasATag(Visit visit) throws Deviation, Unchecked {
        tag(visit.list());
        tag(visit.known(Visit.plansRequest()));
    }

    private static void whatIsKnownIsNotSentAgain(Visit visit) throws Deviation, Unchecked {
        Answer again = visit.send(visit.listRequest().with("If-None-Match", tag(visit.list())));
        if (again.status() != 304 || again.body().length > 0) {
            throw again.deviation("304 and no body, with the list's ETag as If-None-Match");
        }
    }

    private static void aStaleTagChangesNothing(Visit visit) throws Deviation, Unchecked {
        Json row = visit.sandbox().row(0);
        Request update = Request.put(Sandbox.address(row), "{\"Surf\":\"" + (row.text("Surf").equals("LL") ? "UL" : "LL") + "\"}");
        Answer stale = visit.send(update.with("If-Match", "\"not-a-tag\""));
        if (stale.status() != 412 || !visit.sandbox().row(0).equals(row)) {
            throw stale.deviation("412 and no change, with a stale If-Match");
        }
        Answer read = visit.get(Sandbox.address(row));
        Answer updated = visit.send(update.with("If-Match", tag(read))).has(200);
        if (!tag(updated).equals(tag(visit.get(Sandbox.address(row))))) {
            throw updated.deviation("the ETag that the next GET has", "another");
        }
    }

    private static void aFullPageSaysWhereItGoesOn(Visit visit) throws Deviation, Unchecked {
        List<Json> plans = visit.plans();
        if (plans.size() < 2) {
            throw new Unchecked("takes two plans");
        }
        Answer page = visit.get("/treatplans?Limit=1");
        Matcher next = NEXT.matcher(page.header("Link"));
        if (!next.find()) {
            throw page.deviation("Link with rel=\"next\" on a full page", page.header("Link").isEmpty() ? "no such header" : "another");
        }
        Answer second = visit.get("/treatplans" + next.group(1).replaceFirst("^[^?]*", ""));
        if (second.list().items().size() != 1 || second.list().items().equals(page.list().items())) {
            throw second.deviation("another plan behind the Link of the first page");
        }
    }

    private static void aPostThatIsSentAgainIsDoneOnce(Visit visit) throws Deviation, Unchecked {
        visit.sandbox().plan("usual");
        Request post = visit.sandbox().saving("[]").with("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = visit.sandbox().save(post).has(201);
        Answer again = visit.sandbox().save(post);
        if (again.status() != 201 || !again.json().equals(first.json()) || !again.header("Idempotent-Replayed").equals("true")) {
            throw again.deviation("the first answer again, with Idempotent-Replayed: true");
        }
        visit.sandbox().save(post.saying(visit.sandbox().body("[{}]"))).has(400);
    }

    private static void theDocumentIsThere(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.calls().sendBare(Request.get("/openapi.json").withoutPrefix());
        if (answer.status() != 200 || answer.json().flatMap(document -> document.get("openapi"))
                .filter(version -> version.text().startsWith("3.1.")).isEmpty()) {
            throw answer.deviation("200 and an OpenAPI 3.1 document");
        }
    }

    private static void thePageIsThere(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.calls().sendBare(Request.get("/docs").withoutPrefix());
        if (answer.status() != 200) {
            throw answer.deviation("200 and a page");
        }
    }

    private static void aSaneIdIsTaken(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.send(visit.listRequest().with("X-Request-Id", ID));
        if (!answer.header("X-Request-Id").equals(ID)) {
            throw answer.deviation("X-Request-Id: " + ID, answer.header("X-Request-Id").isEmpty() ? "no such header" : "another");
        }
    }

    private static void anotherOneIsNot(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.send(visit.listRequest().with("X-Request-Id", "<x>"));
        if (answer.header("X-Request-Id").equals("<x>")) {
            throw answer.deviation("another X-Request-Id for <x>", "<x>");
        }
    }
}
