package proctp.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** What can be made to go wrong goes wrong as it does in the service itself. */
@ProcTPServer
@Timeout(60)
class FailuresTest {

    private static final String ROW = "/proctps/976";

    private ProcTP server;
    private WireClient client;

    @BeforeEach
    void call(ProcTP server) {
        this.server = server;
        client = Clients.of(server);
    }

    @Test
    void a_429_has_the_headers_and_words_of_the_throttle_and_the_next_request_is_served() {
        server.next().isAnsweredWith(429);
        HttpResponse<String> answer = client.delete(ROW);
        refused(answer, 429, "RATE_EXCEEDED", "Requests of this key come too fast: 1 in 1 seconds are served.");
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"key\";q=1;w=1");
        assertThat(answer.headers().firstValue("RateLimit")).contains("\"key\";r=0;t=1");
        assertThat(client.get(ROW).statusCode()).isEqualTo(200);
        assertThat(client.get(ROW).headers().firstValue("RateLimit")).isEmpty();
    }

    @Test
    void a_503_is_that_of_a_database_that_is_away() {
        server.next().isAnsweredWith(503);
        HttpResponse<String> answer = client.delete(ROW);
        refused(answer, 503, "UNAVAILABLE",
                "The database cannot be reached just now, so nothing was done. Try again in a few seconds.");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        assertThat(client.get(ROW).statusCode()).isEqualTo(200);
    }

    @Test
    void a_503_comes_as_a_problem_to_who_asks_for_one() {
        server.next().isAnsweredWith(503);
        assertThat(client.with("Accept", "application/problem+json").get(ROW).body())
                .startsWith("{\"type\":\"urn:proctp:error:UNAVAILABLE\"");
    }

    @Test
    void a_401_is_that_of_wrong_keys() {
        server.next().isAnsweredWith(401);
        HttpResponse<String> answer = client.get(ROW);
        HttpResponse<String> real = Clients.of(server, "NOSUCHKEY").get(ROW);
        assertThat(answer.statusCode()).isEqualTo(401).isEqualTo(real.statusCode());
        assertThat(answer.body()).isEqualTo(real.body());
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEqualTo(real.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void a_500_quotes_the_request() {
        server.next().isAnsweredWith(500);
        refused(client.with("X-Request-Id", "req-7").get(ROW), 500, "INTERNAL",
                "The service failed on this request. Nothing is wrong with it; quote request req-7.");
    }

    @Test
    void another_status_depends_on_what_is_asked() {
        assertThatThrownBy(() -> server.next().isAnsweredWith(404)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("429, 503, 401 and 500 can be had for any request, and not 404: that depends on what is asked."
                        + " Send a request that deserves it.");
        assertThatThrownBy(() -> server.next().times(0)).hasMessage("It must happen once at least, and not 0 times.");
    }

    @Test
    void it_happens_to_the_next_of_its_method_and_path_as_often_as_was_said() {
        server.next("put", "/proctps/{ProcTPNum}").times(2).isAnsweredWith(503);
        assertThat(client.get(ROW).statusCode()).isEqualTo(200);
        assertThat(client.put("/treatplans/963", "{}").statusCode()).isEqualTo(200);
        assertThat(client.put("/PROCTPS/976/", "{}").statusCode()).isEqualTo(503);
        assertThat(client.put("/proctps/977", "{}").statusCode()).isEqualTo(503);
        assertThat(client.put("/proctps/977", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void of_two_things_that_were_said_the_first_happens_first() {
        server.next().isAnsweredWith(503);
        server.next("GET", ROW).isAnsweredWith(429);
        assertThat(client.get(ROW).statusCode()).isEqualTo(503);
        assertThat(client.get("/proctps/977").statusCode()).isEqualTo(200);
        assertThat(client.get(ROW).statusCode()).isEqualTo(429);
    }

    @Test
    void a_request_with_wrong_keys_is_refused_for_that_and_not_counted() {
        server.next().isAnsweredWith(503);
        assertThat(Clients.of(server, "NOSUCHKEY").get(ROW).statusCode()).isEqualTo(401);
        assertThat(client.get(ROW).statusCode()).isEqualTo(503);
    }

    @Test
    void a_slow_answer_is_of_a_change_that_was_made() {
        server.next("DELETE").isAnsweredAfter(Duration.ofSeconds(30));
        assertThatThrownBy(() -> client.waiting(Duration.ofMillis(300)).delete(ROW)).hasRootCauseInstanceOf(HttpTimeoutException.class);
        assertThat(client.get(ROW).statusCode()).isEqualTo(404);
    }

    @Test
    void a_slow_answer_comes_in_the_end() {
        server.next().isAnsweredAfter(Duration.ofMillis(200));
        long asked = System.nanoTime();
        assertThat(client.get(ROW).statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThan(Duration.ofMillis(200));
    }

    @Test
    void an_answer_that_is_lost_is_of_a_change_that_was_made() {
        server.next("PUT").losesItsAnswer();
        assertThatThrownBy(() -> client.put(ROW, "{\"Descript\": \"crown\"}")).hasRootCauseInstanceOf(IOException.class);
        assertThat(client.get(ROW).body()).contains("\"Descript\":\"crown\"");
        assertThat(server.requests()).hasToString("[PUT /proctps/976 200, GET /proctps/976 200]");
    }

    @Test
    void a_plan_is_signed_between_a_clients_read_and_its_write() {
        server.next("PUT", ROW).comesAfter(() -> server.sign(963));
        assertThat(client.get("/treatplans/963").body()).contains("\"isSigned\":\"false\"");
        HttpResponse<String> answer = client.put(ROW, "{\"Descript\": \"crown\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Error-Code")).contains("TREAT_PLAN_SIGNED");
        server.clearSignature(963);
        assertThat(client.put(ROW, "{\"Descript\": \"crown\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void a_row_is_edited_by_another_hand_between_a_clients_read_and_its_write() {
        String tag = client.get(ROW).headers().firstValue("ETag").orElseThrow();
        server.next("PUT").comesAfter(() -> server.edit(976, row -> row.descript("bridge")));
        HttpResponse<String> answer = client.with("If-Match", tag).put(ROW, "{\"ProcAbbr\": \"Crn\"}");
        assertThat(answer.statusCode()).isEqualTo(412);
        assertThat(client.get(ROW).body()).contains("\"Descript\":\"bridge\"").doesNotContain("\"Crn\"");
    }

    @Test
    void a_key_that_was_disabled_works_no_more_until_the_reset() {
        assertThat(client.get(ROW).statusCode()).isEqualTo(200);
        server.disable(SampleOffice.DEVELOPER_KEY, SampleOffice.CUSTOMER_KEY);
        assertThat(client.get(ROW).statusCode()).isEqualTo(401);
        assertThat(Clients.of(server, SampleOffice.READ_ONLY_KEY).get(ROW).statusCode()).isEqualTo(200);
        server.reset();
        assertThat(client.get(ROW).statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> server.disable("no", "such")).hasMessage("There is no such pair of keys.");
    }

    @Test
    void what_was_asked_is_known_without_its_keys() {
        client.get("/proctps?TreatPlanNum=963");
        Clients.of(server, "NOSUCHKEY").delete(ROW);
        client.send("GET", ROW);
        assertThat(server.requests()).containsExactly(new AnsweredRequest("GET", "/proctps", "TreatPlanNum=963", 200),
                new AnsweredRequest("DELETE", "/proctps/976", "", 401), new AnsweredRequest("GET", "/proctps/976", "", 200));
        assertThat(server.requests().toString()).isEqualTo(
                "[GET /proctps?TreatPlanNum=963 200, DELETE /proctps/976 401, GET /proctps/976 200]").doesNotContain("KEY");
    }

    @Test
    void a_reset_forgets_what_was_said_and_asked_and_lets_go_of_slow_answers() throws Exception {
        server.next("GET").isAnsweredAfter(Duration.ofSeconds(50));
        server.next("PUT").isAnsweredWith(503);
        Thread slow = new Thread(() -> client.waiting(Duration.ofSeconds(50)).get(ROW));
        slow.start();
        while (server.requests().isEmpty()) {
            Thread.onSpinWait();
        }
        server.reset();
        slow.join(20_000);
        assertThat(slow.isAlive()).isFalse();
        assertThat(server.requests()).isEmpty();
        assertThat(client.put(ROW, "{}").statusCode()).isEqualTo(200);
    }

    private static void refused(HttpResponse<String> answer, int status, String code, String sentence) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Error-Code")).contains(code);
        assertThat(answer.body()).isEqualTo('"' + sentence + '"');
    }
}
