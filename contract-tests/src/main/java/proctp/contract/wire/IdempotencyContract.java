package proctp.contract.wire;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.sample.SampleOffice;

/** Rule X9 of the wire contract: a request whose answer was lost can be sent again. */
public abstract class IdempotencyContract extends WireContract {

    private static final String KEY = "Idempotency-Key";
    private static final String PLAN = "{\"PatNum\":722,\"Note\":\"first\",\"DocNum\":1,\"ProcTPs\":[{\"Surf\":\"MOD\"}]}";
    private static final String DEFINITION = "{\"ItemName\":\"Some day\",\"category\":\"TxPriorities\",\"DefNum\":1}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/treatplans/Saved|" + PLAN, "/definitions|" + DEFINITION})
    void X9_the_same_key_and_body_again_give_the_first_answer(String path, String body) {
        HttpResponse<String> first = office.with(KEY, "a-1").post(path, body);
        String made = everything();
        HttpResponse<String> again = office.with(KEY, "a-1").post(path, body);
        assertThat(created(again)).isEqualTo(created(first));
        assertThat(everything()).isEqualTo(made);
        assertThat(header(first, "Idempotent-Replayed")).isEmpty();
        assertThat(header(again, "Idempotent-Replayed")).isEqualTo("true");
        for (String name : List.of("Location", "Ignored-Fields", "Content-Length")) {
            assertThat(again.headers().firstValue(name)).as(name).isEqualTo(first.headers().firstValue(name));
        }
    }

    @Test
    void X9_the_answer_is_the_first_one_whatever_became_of_the_plan() {
        String first = created(office.with(KEY, "a-1").post("/treatplans/Saved", PLAN));
        ok(office.put("/treatplans/991", "{\"Note\":\"changed\",\"isSigned\":\"true\"}"));
        assertThat(created(office.with(KEY, "a-1").post("/treatplans/Saved", PLAN))).isEqualTo(first);
        ok(office.put("/treatplans/991", "{\"isSigned\":\"false\"}"));
        ok(office.delete("/treatplans/991"));
        assertThat(created(office.with(KEY, "a-1").post("/treatplans/Saved", PLAN))).isEqualTo(first);
        assertThat(ok(office.get("/treatplans"))).doesNotContain("\"TreatPlanNum\":991", "\"TreatPlanNum\":992");
    }

    @Test
    void X9_another_body_with_the_key_is_refused_and_does_nothing() {
        created(office.with(KEY, "a-1").post("/treatplans/Saved", PLAN));
        String before = everything();
        String sentence = "This Idempotency-Key came with another request within the last 24 hours."
                + " Each request needs one of its own; only the very same request may have it again.";
        refused(office.with(KEY, "a-1").post("/treatplans/Saved", PLAN + " "), 400, "IDEMPOTENCY_KEY_REUSED", sentence);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void X9_the_same_body_on_another_route_is_another_request() {
        String both = "{\"PatNum\":722,\"ProcTPs\":[],\"ItemName\":\"x\",\"category\":\"TxPriorities\"}";
        WireClient lenient = office.with("Prefer", "handling=lenient").with(KEY, "a-1");
        created(lenient.post("/treatplans/Saved", both));
        refused(lenient.post("/definitions", both), 400, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void X9_another_key_in_another_case_or_none_is_another_request() {
        assertThat(created(office.with(KEY, "a-1").post("/treatplans/Saved", PLAN))).contains("991");
        assertThat(created(office.with(KEY, "A-1").post("/treatplans/Saved", PLAN))).contains("992");
        assertThat(created(office.post("/treatplans/Saved", PLAN))).contains("993");
        assertThat(created(office.post("/treatplans/Saved", PLAN))).contains("994");
    }

    @Test
    void X9_a_key_with_the_prefix_of_the_api_and_without_is_the_same() {
        created(office.with(KEY, "a-1").send("POST", "/api/v1/treatplans/Saved", PLAN));
        assertThat(header(office.with(KEY, "a-1").send("POST", "/treatplans/saved/", PLAN), "Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void X9_and_A9_another_practices_keys_are_its_own() {
        created(office.with(KEY, "a-1").post("/treatplans/Saved", PLAN));
        HttpResponse<String> others = otherOffice.with(KEY, "a-1").post("/treatplans/Saved", PLAN);
        assertThat(created(others)).startsWith("{\"TreatPlanNum\":5981,");
        assertThat(header(others, "Idempotent-Replayed")).isEmpty();
        created(otherOffice.with(KEY, "b-1").post("/definitions", DEFINITION));
        assertThat(header(office.with(KEY, "b-1").post("/definitions", DEFINITION), "Idempotent-Replayed")).isEmpty();
    }

    @Test
    void X9_a_refusal_did_nothing_and_is_not_kept() {
        refused(office.with(KEY, "a-1").post("/treatplans/Saved", "{\"PatNum\":722}"), 400, "FIELD_REQUIRED");
        refused(office.with(KEY, "a-1").post("/treatplans/Saved", "["), 400, "BODY_INVALID");
        HttpResponse<String> answer = office.with(KEY, "a-1").post("/treatplans/Saved", PLAN);
        assertThat(created(answer)).startsWith("{\"TreatPlanNum\":991,");
        assertThat(header(answer, "Idempotent-Replayed")).isEmpty();
    }

    @Test
    void X9_of_several_at_the_same_time_one_does_the_work() {
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            List<HttpResponse<String>> answers = IntStream.range(0, 8)
                    .mapToObj(client -> CompletableFuture.supplyAsync(
                            () -> office.with(KEY, "a-1").post("/treatplans/Saved", PLAN), clients))
                    .collect(toList()).stream().map(CompletableFuture::join).toList();
            assertThat(answers.stream().map(WireContract::created)).allMatch(answers.get(0).body()::equals);
            assertThat(answers.stream().filter(answer -> header(answer, "Idempotent-Replayed").isEmpty())).hasSize(1);
        } finally {
            clients.shutdownNow();
        }
        assertThat(ok(office.get("/treatplans"))).contains("\"TreatPlanNum\":991").doesNotContain("\"TreatPlanNum\":992");
    }

    @Test
    void X9_a_key_is_1_to_255_visible_characters() {
        for (String good : List.of("!", "~", "\"550e8400-e29b-41d4-a716-446655440000\"", "k".repeat(255))) {
            created(office.with(KEY, good).post("/definitions", DEFINITION));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\tb", "256"})
    void X9_what_is_no_key_is_refused_and_nothing_is_done(String sent) {
        String before = everything();
        String key = sent.equals("256") ? "k".repeat(256) : sent;
        for (String path : List.of("/treatplans/Saved", "/definitions")) {
            refused(office.with(KEY, key).post(path, path.equals("/definitions") ? DEFINITION : PLAN), 400, "REQUEST_INVALID",
                    "The header Idempotency-Key must be given once, as 1 to 255 visible characters of ASCII.");
        }
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Idempotency-Key: a\r\nIdempotency-Key: a\r\n", "Idempotency-Key: a\r\nidempotency-key: b\r\n",
            "Idempotency-Key: \u00E9\r\n"})
    void X9_two_keys_and_a_key_of_other_letters_are_refused(String headers) {
        String before = everything();
        assertThat(office.raw("POST /definitions HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                + WireClient.credentials(SampleOffice.CUSTOMER_KEY) + "\r\n" + headers + "Content-Length: " + DEFINITION.length()
                + "\r\n\r\n" + DEFINITION)).startsWith("HTTP/1.1 400 ").contains("Error-Code: REQUEST_INVALID\r\n");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void X9_a_body_is_the_same_by_its_bytes() {
        byte[] latin = "{\"ItemName\":\"\u00E9\",\"category\":\"TxPriorities\"}".getBytes(StandardCharsets.UTF_8);
        created(office.with(KEY, "a-1").send("POST", "/definitions", BodyPublishers.ofByteArray(latin)));
        created(office.with(KEY, "a-1").send("POST", "/definitions", BodyPublishers.ofByteArray(latin)));
        refused(office.with(KEY, "a-1").post("/definitions", "{\"ItemName\":\"\\u00e9\",\"category\":\"TxPriorities\"}"), 400,
                "IDEMPOTENCY_KEY_REUSED");
    }

    private String everything() {
        return ok(office.get("/treatplans")) + ok(office.get("/definitions?includeHidden=true"));
    }
}
