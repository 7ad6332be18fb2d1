package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import proctp.application.UseCases;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;
import proctp.domain.Refusal;
import proctp.http.HttpSettings.Rate;

/** What a stand-in for the service can do with a request. */
@Timeout(60)
class CompanionTest {

    private static final List<String> SEEN = new CopyOnWriteArrayList<>();
    private static volatile Companion behaviour;
    private static final HttpServer SERVER = Companion.serve(TestSettings.USUAL,
            UseCases.on(InMemoryServer.sampleOffice(), InMemoryServer.SECRET, () -> LocalDate.EPOCH), new SimpleMeterRegistry(),
            asked -> {
                SEEN.add(asked.method() + " " + asked.path() + " " + asked.query());
                return new Noting();
            });

    private final WireClient client = client(SampleOffice.CUSTOMER_KEY);

    /** Notes what it is asked, and does as the test wants. */
    private static final class Noting implements Companion {

        @Override
        public Optional<Rate> comes() {
            SEEN.add("comes");
            return behaviour.comes();
        }

        @Override
        public boolean leaves(int status) {
            SEEN.add("leaves " + status);
            return behaviour.leaves(status);
        }
    }

    @BeforeEach
    void lookOn() {
        SEEN.clear();
        behaviour = Companion.NONE;
    }

    @AfterAll
    static void end() {
        SERVER.close();
    }

    @Test
    void it_meets_the_request_when_its_keys_are_good_and_the_answer_before_the_client_does() {
        client.get("/proctps?TreatPlanNum=963");
        assertThat(SEEN).containsExactly("GET /api/v1/proctps TreatPlanNum=963", "comes", "leaves 200");
    }

    @Test
    void of_wrong_keys_it_sees_the_answer_alone() {
        client("WRONG").delete("/proctps/976");
        assertThat(SEEN).containsExactly("DELETE /api/v1/proctps/976 ", "leaves 401");
    }

    @Test
    void what_it_throws_is_answered_as_if_the_office_had_and_nothing_is_done() {
        behaviour = new Companion() {
            @Override
            public Optional<Rate> comes() {
                throw new Refusal(Refusal.Kind.UNAVAILABLE, "Not today.");
            }
        };
        HttpResponse<String> answer = client.delete("/proctps/292");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("\"Not today.\"");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        behaviour = Companion.NONE;
        assertThat(client.get("/proctps/292").statusCode()).isEqualTo(200);
    }

    @Test
    void a_request_that_is_too_fast_for_its_rate_is_refused_as_by_that_rate() {
        behaviour = new Companion() {
            @Override
            public Optional<Rate> comes() {
                return Optional.of(new Rate(3, Duration.ofHours(1)));
            }
        };
        HttpResponse<String> answer = client.get("/definitions");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).isEqualTo("\"Requests of this key come too fast: 3 in 3600 seconds are served.\"");
        assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"key\";q=3;w=3600");
        assertThat(answer.headers().firstValue("RateLimit")).contains("\"key\";r=0;t=3600");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1200");
    }

    @Test
    void an_answer_that_does_not_leave_ends_the_connection_and_what_was_asked_is_done() {
        behaviour = new Companion() {
            @Override
            public boolean leaves(int status) {
                return false;
            }
        };
        assertThatThrownBy(() -> client.delete("/proctps/293")).hasRootCauseInstanceOf(IOException.class);
        behaviour = Companion.NONE;
        assertThat(client.get("/proctps/293").statusCode()).isEqualTo(404);
    }

    private static WireClient client(String customerKey) {
        return SeenClient.of(URI.create("http://127.0.0.1:" + SERVER.port()), customerKey);
    }
}
