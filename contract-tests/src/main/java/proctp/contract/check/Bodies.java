package proctp.contract.check;

import static proctp.contract.check.Check.again;
import static proctp.contract.check.Check.reading;
import static proctp.contract.check.Check.writing;
import static proctp.contract.check.Tag.LIVE;
import static proctp.contract.check.Tag.OURS;
import static proctp.contract.check.Tag.SEED;
import static proctp.contract.check.Tag.VENDOR;

import java.util.List;
import java.util.Map;

/** Section 2, as far as it is about requests and single answers; what holds for every answer is in {@link EveryAnswer}. */
final class Bodies {

    private static final Request NO_ROW = Request.put("/proctps/" + Request.NONE, "{}");

    /** Bodies that are none, and what is wrong with each. */
    private static final Map<String, String> NO_BODIES = Map.of(
            "{\"Surf\":\"B\" /* x */}", "a comment", "{'Surf':'B'}", "single quotes", "{\"Surf\":\"B\",\"Surf\":\"B\"}", "a name twice",
            "{\"Surf\":\"B\",\"surf\":\"O\"}", "a name twice in another case", "{\"Surf\":null}", "null", "{\"Surf\":[\"B\"]}", "a list as a value",
            "{\"Surf\":\"B\"}{}", "a second document", "[]", "a list");

    static final List<Check> CHECKS = List.of(
            reading("B2", OURS, Bodies::codesAreThoseOfTheCatalogue),
            reading("B3", OURS, Bodies::problemDetailsOnDemand),
            reading("B6", VENDOR, again(Bodies::datesAsAsked)),
            reading("B6", VENDOR, again(Bodies::dateTimesAsAsked)),
            reading("B6", OURS, visit -> visit.get(visit.listRequest().path() + "&DateFormatString=").has(400)),
            writing("B7", SEED, visit -> isRead("{\"Discount\":\"17.00\",\n}", "Discount", "17.0", visit)),
            writing("B7", OURS, visit -> isRead("{\"discount\":18}", "Discount", "18.0", visit)),
            writing("B7", OURS, visit -> isRead("{\"ToothNumTP\":14}", "ToothNumTP", "14", visit)),
            writing("B7", OURS, visit -> isRead("\uFEFF{\"Surf\":\"DO\"}", "Surf", "DO", visit)),
            writing("B7", OURS, Bodies::whatIsNoBody),
            reading("B8", VENDOR, visit -> visit.send(visit.listRequest().with("Content-Type", "text/plain")).has(visit.list().status())),
            reading("B8", VENDOR, visit -> visit.send(NO_ROW.with("Content-Type", "application/json; charset=utf-8"))
                    .has(visit.known(NO_ROW).status())),
            reading("B8", LIVE, visit -> visit.send(NO_ROW.with("Content-Type", "text/plain")).has(400)),
            reading("B9", OURS, Bodies::anAddressThatIsTooLong),
            reading("B10", OURS, again(Bodies::headIsGetWithoutTheBody)),
            reading("B10", OURS, Bodies::optionsSaysWhatIsAllowed),
            reading("B10", OURS, Bodies::noOtherOriginIsLetIn),
            reading("B10", OURS, visit -> visit.send(visit.listRequest().with("X-HTTP-Method-Override", "GET")).has(400)));

    private Bodies() {
    }

    private static void codesAreThoseOfTheCatalogue(Visit visit) throws Deviation, Unchecked {
        hasCode(visit.known(Request.get("/proctps")), "PARAMETER_REQUIRED");
        hasCode(visit.ofNoPlan(), "TREAT_PLAN_NOT_FOUND");
        hasCode(visit.ofNobody(), "KEY_INVALID");
        hasCode(visit.known(Request.get("/notaresource")), "RESOURCE_INVALID");
        hasCode(visit.known(Request.of("POST", "/proctps")), "METHOD_INVALID");
    }

    private static void hasCode(Answer answer, String code) throws Deviation {
        if (answer.status() >= 400 && !answer.header("Error-Code").equals(code)) {
            throw answer.deviation("Error-Code: " + code, answer.header("Error-Code").isEmpty() ? "no such header"
                    : Shape.printable(answer.header("Error-Code")));
        }
    }

    private static void problemDetailsOnDemand(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.send(Request.get("/proctps").with("Accept", "application/problem+json"));
        if (!answer.header("Content-Type").startsWith("application/problem+json")) {
            throw answer.deviation("Content-Type: application/problem+json", Shape.printable(answer.header("Content-Type")));
        }
        List<String> names = List.of("type", "title", "status", "detail", "code", "instance");
        if (!answer.json().map(Json::names).orElse(List.of()).equals(names)) {
            throw answer.deviation("an object with " + String.join(", ", names));
        }
    }

    private static void datesAsAsked(Visit visit) throws Deviation, Unchecked {
        writtenAs("DateFormatString", "MM/dd/yyyy", "SecDateEntry", "(....)-(..)-(..)", "$2/$3/$1", visit);
    }

    private static void dateTimesAsAsked(Visit visit) throws Deviation, Unchecked {
        writtenAs("DateTimeFormatString", "dd.MM.yyyy%20HH:mm", "SecDateTEdit", "(....)-(..)-(..).(..:..):..", "$3.$2.$1 $4", visit);
    }

    private static void writtenAs(String parameter, String pattern, String member, String form, String other, Visit visit)
            throws Deviation, Unchecked {
        String plain = visit.rows().get(0).text(member);
        if (!plain.matches(form)) {
            throw new Unchecked("takes " + member + " as usual, see B5");
        }
        Answer answer = visit.get(visit.listRequest().path() + "&" + parameter + "=" + pattern);
        List<Json> rows = answer.list().items();
        String written = rows.isEmpty() ? "" : rows.get(0).text(member);
        if (!written.equals(plain.replaceFirst(form, other))) {
            throw answer.deviation(member + " written as asked", "one written as " + Shape.of(written));
        }
    }

    private static void isRead(String body, String member, String written, Visit visit) throws Deviation, Unchecked {
        Json row = visit.sandbox().row(0);
        Answer answer = visit.send(Request.put(Sandbox.address(row), body)).has(200);
        String stored = visit.sandbox().row(0).text(member);
        if (!stored.equals(written)) {
            throw answer.deviation(member + " to become " + written, Shape.printable(stored));
        }
    }

    private static void whatIsNoBody(Visit visit) throws Deviation, Unchecked {
        Json before = visit.sandbox().row(0);
        for (Map.Entry<String, String> body : NO_BODIES.entrySet()) {
            Answer answer = visit.send(Request.put(Sandbox.address(before), body.getKey()));
            if (answer.status() != 400) {
                throw answer.deviation("400 for a body with " + body.getValue());
            }
        }
        Json after = visit.sandbox().row(0);
        if (!after.equals(before)) {
            throw new Deviation("expected that refused bodies change nothing, got others as " + before.differences(after));
        }
    }

    private static void anAddressThatIsTooLong(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.get("/proctps?TreatPlanNum=" + "1,".repeat(20_000) + "1");
        if (!List.of(400, 414, 431).contains(answer.status())) {
            throw answer.deviation("400, 414 or 431 for an address of 40,000 characters");
        }
    }

    private static void headIsGetWithoutTheBody(Visit visit) throws Deviation, Unchecked {
        Answer get = visit.list();
        Answer head = visit.send(Request.of("HEAD", get.request().path())).has(get.status());
        for (String name : List.of("Content-Length", "Content-Type")) {
            if (!head.header(name).equals(get.header(name))) {
                throw head.deviation(name + " as for GET", head.header(name).isEmpty() ? "no such header" : "another");
            }
        }
    }

    private static void optionsSaysWhatIsAllowed(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.send(Request.of("OPTIONS", "/proctps")).has(200);
        if (!answer.header("Allow").contains("GET")) {
            throw answer.deviation("Allow with GET", answer.header("Allow").isEmpty() ? "no such header" : Shape.printable(answer.header("Allow")));
        }
    }

    private static void noOtherOriginIsLetIn(Visit visit) throws Deviation, Unchecked {
        Answer answer = visit.send(visit.listRequest().with("Origin", "https://nobody.example"));
        if (!answer.header("Access-Control-Allow-Origin").isEmpty()) {
            throw answer.deviation("no CORS header for an origin that is not named", "Access-Control-Allow-Origin");
        }
    }
}
