package proctp.contract.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static proctp.contract.check.Check.reading;
import static proctp.contract.check.Tag.LIVE;
import static proctp.contract.check.Tag.OURS;
import static proctp.contract.check.Tag.SEED;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What holds for every answer: checked last, on all that came. Answers to what only this API is asked are held to the rules of others as
 * its own, since nobody else promises them.
 */
final class EveryAnswer {

    private static final Pattern INSIDES = Pattern.compile("(?i)exception|stack ?trace|\\.java\\b|\\b(?:java|org|com)\\.[a-z]+\\.|sqlstate"
            + "|\\bat [a-z.]+\\([A-Za-z]+\\.cs|<html|/usr/|c:\\\\");
    private static final String JSON = "application/json; charset=utf-8";
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    static final List<Check> CHECKS = List.of(
            reading("B1", SEED, visit -> isJson(visit.calls().answers(false))),
            reading("B1", OURS, visit -> isJson(visit.calls().answers(true))),
            reading("B1", SEED, visit -> listsAreBare(visit.calls().answers(false))),
            reading("B1", OURS, visit -> listsAreBare(visit.calls().answers(true))),
            reading("B1", LIVE, visit -> hasItsType(visit.calls().answers(false))),
            reading("B1", OURS, visit -> hasItsType(visit.calls().answers(true))),
            reading("B2", LIVE, visit -> aFailureIsASentence(visit.calls().answers(false))),
            reading("B2", OURS, visit -> aFailureIsASentence(visit.calls().answers(true))),
            reading("B2", OURS, visit -> each(visit.calls().answers(), answer -> isOfTheApi(answer) && answer.status() >= 400, "Error-Code",
                    value -> value.matches("[A-Z][A-Z0-9_]*"), "a code in capitals")),
            reading("B9", OURS, EveryAnswer::nothingTellsWhatIsInside),
            reading("B11", OURS, visit -> each(visit.calls().answers(), EveryAnswer::isOfTheApi, "Cache-Control", "no-store"::equals, "no-store")),
            reading("B11", OURS, visit -> each(visit.calls().answers(), EveryAnswer::isOfTheApi, "X-Content-Type-Options",
                    "nosniff"::equals, "nosniff")),
            reading("B11", OURS, visit -> each(visit.calls().answers(), answer -> true, "Server", String::isEmpty, "no such header")),
            reading("B11", OURS, visit -> each(visit.calls().answers(), answer -> true, "X-Powered-By", String::isEmpty, "no such header")),
            reading("X11", OURS, visit -> each(visit.calls().answers(), EveryAnswer::isOfTheApi, "X-Request-Id",
                    value -> value.matches("[A-Za-z0-9._-]{1,64}"), "an id of 1 to 64 letters, digits, points and dashes")));

    private EveryAnswer() {
    }

    private static void each(List<Answer> answers, Predicate<Answer> which, String header, Predicate<String> right, String words)
            throws Deviation {
        for (Answer answer : answers) {
            if (which.test(answer) && !right.test(answer.header(header))) {
                throw answer.deviation(header + ": " + words, answer.header(header).isEmpty() ? "no such header"
                        : Shape.printable(answer.header(header)));
            }
        }
    }

    private static void hasItsType(List<Answer> answers) throws Deviation {
        each(answers, answer -> isOfTheApi(answer) && answer.body().length > 0 && !isAProblem(answer), "Content-Type",
                value -> value.replace(" ", "").equalsIgnoreCase(JSON.replace(" ", "")), JSON);
    }

    /** The documentation is made of pages. */
    private static boolean isOfTheApi(Answer answer) {
        return !answer.request().path().matches("/docs.*|/openapi.*");
    }

    /** One that nobody asked for is a matter of B2, and one that was asked for of B3. */
    private static boolean isAProblem(Answer answer) {
        return answer.status() >= 400 && answer.header("Content-Type").startsWith("application/problem+json");
    }

    private static boolean wantsProblems(Answer answer) {
        return answer.request().headers().contains("application/problem+json");
    }

    private static void isJson(List<Answer> answers) throws Deviation {
        for (Answer answer : answers) {
            byte[] body = answer.body();
            boolean mayBeEmpty = answer.status() == 304 || List.of("DELETE", "HEAD", "OPTIONS").contains(answer.request().method());
            if (!isOfTheApi(answer) || mayBeEmpty && body.length == 0) {
                continue;
            }
            if (answer.json().isEmpty()) {
                throw answer.deviation("JSON in UTF-8", answer.status() + " and " + answer.kind());
            }
            if (body[0] == MARK[0] && body[1] == MARK[1] && body[2] == MARK[2]) {
                throw answer.deviation("JSON in UTF-8", "a byte order mark before it");
            }
        }
    }

    private static void listsAreBare(List<Answer> answers) throws Deviation {
        for (Answer answer : answers) {
            boolean isList = answer.request().method().equals("GET") && answer.status() == 200
                    && answer.request().path().matches("(?i)/(?:proctps|treatplans|definitions|changes)/?(?:[?].*)?");
            if (isList && answer.json().isPresent() && !answer.json().get().is(Json.Kind.ARRAY)) {
                throw answer.deviation("a list and nothing around it");
            }
        }
    }

    private static void aFailureIsASentence(List<Answer> answers) throws Deviation {
        for (Answer answer : answers) {
            if (isOfTheApi(answer) && answer.status() >= 400 && !answer.request().method().equals("HEAD") && !wantsProblems(answer)
                    && answer.json().isPresent() && answer.sentence().filter(sentence -> !sentence.isBlank()).isEmpty()) {
                throw answer.deviation("a failure as one JSON string");
            }
        }
    }

    private static void nothingTellsWhatIsInside(Visit visit) throws Deviation {
        for (Answer answer : visit.calls().answers()) {
            String said = new String(answer.body(), UTF_8);
            if (answer.status() >= 400 && isOfTheApi(answer) && INSIDES.matcher(said).find()) {
                throw answer.deviation("a failure that tells nothing of the program", "one with a stack trace, a class, a path or a page");
            }
        }
    }
}
