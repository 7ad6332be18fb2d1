package proctp.contract.wire;

import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Rule B9 of the wire contract, held against every request of {@code hostile-requests.txt}: each is answered at once, in
 * the usual form, and neither harms what is stored nor learns of what the server is made of. The bytes go out as they
 * stand in the file, since an HTTP library would mend them.
 */
public abstract class HostileRequestsContract extends WireContract {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    /** A machine that is busy with something else may be slow once; a request that is slow by its nature is so each time. */
    private static final int TRIES = 3;

    /** Much of what was sent is not said again. */
    private static final int LONGEST_SENTENCE = 4_096;

    private static final Pattern INSIDES = Pattern.compile("(?i)exception|stack ?trace|\\.java|\\b(?:java|org|com|proctp)\\.[a-z]"
            + "|jetty|javalin|jackson|jooq|hikari|postgres|sqlstate|\\bselect |\\binsert |\\bupdate .*\\bset |syntax error|<html");

    private URI base;

    /** What a fresh office has stored. */
    private List<String> sound;

    @TestFactory
    Stream<DynamicTest> B9_a_hostile_request_is_answered_at_once_and_changes_no_more_than_it_may() throws Exception {
        refill();
        return HostileRequest.all().stream().map(request -> dynamicTest(request.name(), () -> replay(request)));
    }

    private void replay(HostileRequest request) throws Exception {
        RawAnswer answer = quickest(request);
        WireAnswer.of(request, answer).ifPresent(server().witness());
        List<String> stored = server().stored();
        try {
            rightAnswer(answer, request);
            nothingElseChanged(request, stored);
        } finally {
            if (!stored.equals(sound)) {
                refill();
            }
        }
        assertThat(ok(office.get("/proctps?TreatPlanNum=963"))).as("health after " + request).isEqualTo(example("list-963.json"));
    }

    private void refill() throws Exception {
        base = server().fresh();
        sound = server().stored();
    }

    private RawAnswer quickest(HostileRequest request) throws IOException {
        RawAnswer answer = RawAnswer.to(request, base);
        for (int tried = 1; tried < TRIES && answer.time().compareTo(AT_ONCE) >= 0; tried++) {
            answer = RawAnswer.to(request, base);
        }
        return answer;
    }

    private static void rightAnswer(RawAnswer answer, HostileRequest request) {
        assertThat(answer.status() + " " + answer.header("Error-Code")).as(request + ": " + answer.body())
                .isEqualTo(request.status() + " " + request.code());
        assertThat(answer.time()).as("time for " + request).isLessThan(AT_ONCE);
        assertThat(answer.headers()).as("headers after " + request).doesNotContainKeys("Server", "Set-Cookie", "X-Powered-By")
                .containsEntry("Cache-Control", "no-store").containsEntry("X-Content-Type-Options", "nosniff")
                .hasEntrySatisfying("X-Request-Id", id -> assertThat(id).matches("[A-Za-z0-9._-]{1,64}"));
        assertThat(answer.headers() + answer.body()).as("answer to " + request).doesNotContainPattern(INSIDES);
        if (!answer.body().isEmpty()) {
            assertThat(answer.header("Content-Type")).as("type after " + request).isEqualTo("application/json; charset=utf-8");
        }
        if (!request.code().isEmpty() && !request.isHead()) {
            assertThat(answer.body()).as("sentence for " + request).startsWith("\"").endsWith("\"")
                    // it names every fault, so it may be as long as what was sent
                    .hasSizeBetween(3, Math.max(LONGEST_SENTENCE, request.bytes().length));
        }
    }

    private void nothingElseChanged(HostileRequest request, List<String> stored) {
        if (request.change().isEmpty()) {
            assertThat(stored).as("what is stored after " + request).isEqualTo(sound);
        } else {
            assertThat(row(963, 976)).as("the row after " + request).contains(request.change());
            assertThat(sound.stream().filter(not(stored::contains))).as("what is not stored any more after " + request).hasSize(1);
        }
    }
}
