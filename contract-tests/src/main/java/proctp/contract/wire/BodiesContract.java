package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 2 of the wire contract: what answers look like, and which requests are read at all. */
public abstract class BodiesContract extends WireContract {

    @Test
    void B1_every_answer_with_a_body_is_json_in_utf_8() {
        for (HttpResponse<String> answer : List.of(office.get("/proctps?TreatPlanNum=963"), office.get("/treatplans"),
                office.get("/definitions"), office.put("/proctps/976", "{}"), office.get("/nothing"), anyone.get("/treatplans"))) {
            assertThat(header(answer, "Content-Type")).isEqualTo("application/json; charset=utf-8");
        }
    }

    @Test
    void B2_a_failure_is_one_json_string_and_a_code() {
        HttpResponse<String> answer = office.get("/proctps");
        assertThat(answer.body()).isEqualTo("\"TreatPlanNum is required.\"");
        assertThat(header(answer, "Error-Code")).isEqualTo("PARAMETER_REQUIRED");
    }

    @Test
    void B2_what_a_client_sent_comes_back_escaped() {
        refused(office.get("/proctps?%22%5C%0A%1B%5B31m=1"), 400, "PARAMETER_UNKNOWN",
                "'\"\\\\\uFFFD\uFFFD[31m' is not a valid parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/problem+json", "application/json, application/problem+json;q=0.9", "APPLICATION/PROBLEM+JSON"})
    void B3_a_client_that_asks_gets_problem_details(String accept) {
        HttpResponse<String> answer = office.with("Accept", accept).with("X-Request-Id", "abc-1").put("/proctps/1001", "{}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(header(answer, "Error-Code")).isEqualTo("TREAT_PLAN_SIGNED");
        assertThat(answer.body()).isEqualTo("{\"type\":\"urn:proctp:error:TREAT_PLAN_SIGNED\",\"title\":\"Treat plan signed\","
                + "\"status\":400,\"detail\":\"TreatPlan 970 is signed by the patient. Only ProcTPs of an unsigned treatment plan"
                + " can be updated or deleted.\",\"code\":\"TREAT_PLAN_SIGNED\",\"instance\":\"abc-1\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "*/*", "text/html", "application/problem+json;q=0"})
    void B3_a_client_that_does_not_ask_gets_the_string(String accept) {
        refused(office.with("Accept", accept).get("/proctps"), 400, "PARAMETER_REQUIRED", "TreatPlanNum is required.");
        ok(office.with("Accept", accept).get("/treatplans"));
    }

    @ParameterizedTest
    @CsvSource({"B7, '{\"Discount\":\"17.00\",}'", "B7, '{\"discount\":17}'", "B7, '{\"DISCOUNT\":17}'", "B7, ' {\"Discount\" : 17 } '",
        "B7, '\uFEFF{\"Discount\":17}'", "B7, '{\"Disc\\u006funt\":17}'"})
    void B7_bodies_are_read_as_clients_write_them(String rule, String body) {
        assertThat(ok(office.put("/proctps/976", body))).contains("\"Discount\":17.0");
    }

    @Test
    void B7_of_two_names_that_differ_in_case_the_exact_one_is_meant() {
        HttpResponse<String> answer = office.put("/proctps/976", "{\"Priority\":1,\"priority\":\"Low\"}");
        assertThat(ok(answer)).contains("\"Priority\":1,\"priority\":\"High\"");
        assertThat(header(answer, "Ignored-Fields")).isEqualTo("priority");
        assertThat(ok(office.put("/proctps/976", "{\"PRIORITY\":2}"))).contains("\"Priority\":2,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Surf\":\"a\",\"Surf\":\"a\"}", "{\"Surf\":\"a\",\"surf\":\"b\"}", "{\"Surf\":\"a\",\"S\\u0075rf\":\"b\"}",
            "{\"TaxAmt\":1,\"TAXAMT\":1}", "{\"x\":1,\"x\":1}", "{\"Priority\":1,\"PRIORITY\":2}"})
    void B7_what_means_the_same_member_twice_is_refused(String body) {
        String before = row(963, 976);
        refused(office.put("/proctps/976", body), 400, "FIELD_REPEATED");
        assertThat(row(963, 976)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "17", "\"x\"", "{", "{\"Surf\":\"a\"", "{\"Surf\":\"a\"}{}", "{\"Surf\":\"a\"} x", "{'Surf':'a'}",
            "{Surf:\"a\"}", "{\"Surf\":\"a\" /* no */}", "{\"Discount\":NaN}", "{\"Discount\":01}", "{\"Discount\":+1}",
            "{\"Discount\":.5}", "{\"Discount\":5.}", "{\"Discount\":0x1}", "{,}", "{\"Surf\":\"a\",,}", "{\"Surf\"}",
            "{\"Surf\":\"a\nb\"}", "{\"x\":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}"})
    void B7_what_is_not_one_json_object_is_refused(String body) {
        String before = row(963, 976);
        refused(office.put("/proctps/976", body), 400, "BODY_INVALID");
        assertThat(row(963, 976)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Surf\":null}", "{\"Surf\":[]}", "{\"Surf\":{\"a\":1}}", "{\"Discount\":[1]}", "{\"TaxAmt\":null}",
            "{\"Surf\":1.5}", "{\"Surf\":true}", "{\"Discount\":true}", "{\"Discount\":\"\"}", "{\"Discount\":\" 1\"}",
            "{\"Discount\":\"1,5\"}", "{\"Discount\":\"NaN\"}", "{\"Discount\":\"01\"}", "{\"Discount\":\"$5\"}"})
    void B7_a_value_of_another_type_is_refused(String body) {
        String before = row(963, 976);
        refused(office.put("/proctps/976", body), 400, "FIELD_INVALID");
        assertThat(row(963, 976)).isEqualTo(before);
    }

    @Test
    void B7_bytes_that_are_not_utf_8_are_refused() {
        for (String bytes : List.of("{\"Surf\":\"\u00C0\u00AF\"}", "{\"Surf\":\"\u00FF\"}", "{\"Surf\":\"\u00ED\u00A0\u0080\"}")) {
            byte[] body = bytes.getBytes(StandardCharsets.ISO_8859_1);
            refused(office.send("PUT", "/proctps/976", BodyPublishers.ofByteArray(body)), 400, "BODY_INVALID", "The body is not UTF-8.");
        }
        byte[] utf16 = "{\"Surf\":\"B\"}".getBytes(StandardCharsets.UTF_16);
        refused(office.send("PUT", "/proctps/976", BodyPublishers.ofByteArray(utf16)), 400, "BODY_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "APPLICATION/JSON;charset=x", " application/json "})
    void B8_a_json_body_may_say_so(String type) {
        ok(office.with("Content-Type", type).put("/proctps/976", "{}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp", "", "json"})
    void B8_a_body_of_another_type_is_400(String type) {
        refused(office.with("Content-Type", type).put("/proctps/976", "{}"), 400, "CONTENT_TYPE_INVALID");
    }

    @Test
    void B8_reading_and_deleting_need_no_type_and_mind_none() {
        ok(office.with("Content-Type", "text/plain").get("/treatplans"));
        ok(office.with("Content-Type", "application/json").delete("/proctps/293"));
    }

    @Test
    void B10_head_answers_as_get_without_the_body() {
        for (String path : List.of("/api/v1/proctps?TreatPlanNum=963", "/api/v1/treatplans", "/definitions", "/proctps")) {
            HttpResponse<String> get = office.send("GET", path);
            HttpResponse<String> head = office.send("HEAD", path);
            assertThat(head.statusCode()).isEqualTo(get.statusCode());
            assertThat(head.body()).isEmpty();
            assertThat(header(head, "Content-Length")).isEqualTo(header(get, "Content-Length")).isNotEmpty();
            assertThat(header(head, "Content-Type")).isEqualTo(header(get, "Content-Type"));
        }
    }

    @ParameterizedTest
    @CsvSource({"/proctps, 'GET, HEAD, OPTIONS'", "/proctps/5, 'DELETE, GET, HEAD, OPTIONS, PUT'", "/treatplans, 'GET, HEAD, OPTIONS'"})
    void B10_options_says_what_is_allowed(String path, String allow) {
        HttpResponse<String> answer = office.send("OPTIONS", "/api/v1" + path);
        assertThat(ok(answer)).isEmpty();
        assertThat(header(answer, "Allow")).isEqualTo(allow);
        refused(anyone.send("OPTIONS", "/api/v1" + path), 401, "KEY_INVALID");
        refused(office.send("OPTIONS", "/api/v1/nothing"), 404, "RESOURCE_INVALID");
    }

    @Test
    void B10_only_a_named_origin_is_let_in() {
        HttpResponse<String> named = office.with("Origin", ServerUnderTest.ORIGIN).get("/treatplans");
        assertThat(header(named, "Access-Control-Allow-Origin")).isEqualTo(ServerUnderTest.ORIGIN);
        assertThat(header(named, "Access-Control-Expose-Headers")).contains("ETag", "Error-Code", "Ignored-Fields",
                "Idempotent-Replayed", "Link", "Location", "Not-Found", "Preference-Applied", "Retry-After", "X-Request-Id");
        for (HttpResponse<String> other : List.of(office.with("Origin", "https://evil.example").get("/treatplans"), office.get("/treatplans"))) {
            ok(other);
            assertThat(other.headers().map().keySet()).noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
        }
    }

    @Test
    void B10_a_browser_may_ask_first_without_a_key() {
        HttpResponse<String> answer = anyone.with("Origin", ServerUnderTest.ORIGIN).with("Access-Control-Request-Method", "PUT")
                .send("OPTIONS", "/api/v1/proctps/5");
        assertThat(ok(answer)).isEmpty();
        assertThat(header(answer, "Access-Control-Allow-Methods")).contains("POST", "PUT", "DELETE");
        assertThat(header(answer, "Access-Control-Allow-Headers")).contains("Authorization", "Content-Type",
                "Idempotency-Key", "If-Match", "If-None-Match", "Last-Event-ID", "Prefer", "X-Request-Id");
        refused(anyone.with("Origin", "https://evil.example").with("Access-Control-Request-Method", "PUT")
                .send("OPTIONS", "/api/v1/proctps/5"), 401, "KEY_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "x-http-method", "X-Method-Override"})
    void B10_a_header_that_asks_for_another_method_is_refused(String name) {
        refused(reader.with(name, "DELETE").get("/proctps?TreatPlanNum=963"), 400, "METHOD_OVERRIDE");
        refused(office.with(name, "DELETE").put("/proctps/293", "{}"), 400, "METHOD_OVERRIDE");
        ok(office.put("/proctps/293", "{}"));
    }

    @Test
    void B11_every_answer_has_its_headers_and_no_server_name() {
        for (HttpResponse<String> answer : List.of(office.get("/treatplans"), office.delete("/proctps/293"), office.get("/nothing"),
                anyone.get("/treatplans"), office.with("X-HTTP-Method", "GET").get("/treatplans"), office.put("/proctps/1001", "{}"))) {
            assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "X-Request-Id")).matches("[A-Za-z0-9._-]{1,64}");
            assertThat(answer.headers().map()).doesNotContainKeys("server", "set-cookie", "x-powered-by");
        }
    }

    @Test
    void X11_a_sane_request_id_is_taken_and_another_one_made() {
        assertThat(header(office.with("X-Request-Id", "abc-1.2_3").get("/treatplans"), "X-Request-Id")).isEqualTo("abc-1.2_3");
        for (String odd : List.of("a b", "x".repeat(65), "<script>", "")) {
            assertThat(header(office.with("X-Request-Id", odd).get("/treatplans"), "X-Request-Id")).matches("[0-9a-f-]{36}");
        }
    }

    @Test
    void B5_no_string_is_null_and_no_body_holds_one() {
        for (String body : Map.of("rows", office.get("/proctps?TreatPlanNum=964"), "plans", office.get("/treatplans"),
                "definitions", office.get("/definitions?includeHidden=true")).values().stream().map(WireContract::ok).toList()) {
            assertThat(body).doesNotContain("null", "NaN").doesNotContainPattern(":true|:false");
        }
    }
}
