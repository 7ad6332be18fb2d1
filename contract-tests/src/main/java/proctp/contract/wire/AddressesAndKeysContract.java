package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.sample.SampleOffice;

/** Section 1 of the wire contract: addresses, keys and permissions. */
public abstract class AddressesAndKeysContract extends WireContract {

    @Test
    void A1_the_api_answers_below_its_prefix_and_without_it() {
        String rows = ok(office.send("GET", "/api/v1/proctps?TreatPlanNum=963"));
        assertThat(ok(office.send("GET", "/proctps?TreatPlanNum=963"))).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1//proctps", "//proctps", "/api//v1/proctps//"})
    void A1_a_base_url_that_ends_in_a_slash_and_a_path_that_begins_with_one_fit(String path) {
        String answer = office.raw("GET " + path + "?TreatPlanNum=963 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                + WireClient.credentials(SampleOffice.CUSTOMER_KEY) + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith(example("list-963.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/PROCTPS", "/ProcTPs", "/proctps/", "/API/V1/procTPs", "/Api/v1/PROCTPS/"})
    void A2_segments_match_whatever_their_case_and_a_trailing_slash_is_accepted(String path) {
        assertThat(ok(office.send("GET", path + "?TreatPlanNum=963"))).isEqualTo(example("list-963.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proctp", "treatplan", "definition"})
    void A2_singular_names_are_no_resources(String name) {
        refused(office.get("/" + name), 404, "RESOURCE_INVALID", name + " is not a valid resource.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ODFHIR", "odfhir", "OdFhir"})
    void A3_the_scheme_matches_whatever_its_case(String scheme) {
        ok(anyone.with("Authorization", scheme + " DEMODEVELOPERKEY/DEMOCUSTOMERKEY1").get("/treatplans"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ODFHIR", "ODFHIR DEMODEVELOPERKEY", "ODFHIR DEMODEVELOPERKEY/", "ODFHIR /DEMOCUSTOMERKEY1",
            "Basic DEMODEVELOPERKEY/DEMOCUSTOMERKEY1", "ODFHIR DEMODEVELOPERKEY/DEMOCUSTOMERKEY1/x",
            "ODFHIR DEMODEVELOPERKEY/DEMOCUSTOMERKEY1 x", "DEMODEVELOPERKEY/DEMOCUSTOMERKEY1",
            "ODFHIR DEMODEVELOPERKEY/NOSUCHCUSTOMERKY", "ODFHIR NOSUCHDEVELOPERK/DEMOCUSTOMERKEY1",
            "ODFHIR DEMODEVELOPERKEY/democustomerkey1", "ODFHIR DEMODEVELOPERKEY/DEMODISABLEDKEY1",
            "ODFHIR DEMODEVELOPERKEYDEMO/CUSTOMERKEY1"})
    void A4_every_bad_key_gets_the_same_answer(String authorization) {
        HttpResponse<String> missing = anyone.get("/proctps?TreatPlanNum=963");
        HttpResponse<String> bad = anyone.with("Authorization", authorization).get("/proctps?TreatPlanNum=963");
        refused(bad, 401, "KEY_INVALID");
        assertThat(bad.body()).isEqualTo(missing.body());
        assertThat(comparable(bad)).isEqualTo(comparable(missing));
    }

    @Test
    void A4_a_key_in_another_case_is_wrong_also_where_the_right_one_has_just_passed() {
        String request = "GET /treatplans?Limit=1 HTTP/1.1\r\nHost: x\r\nAuthorization: ODFHIR DEMODEVELOPERKEY/";
        String answers = anyone.raw(request + "DEMOCUSTOMERKEY1\r\n\r\n" + request + "democustomerkey1\r\nConnection: close\r\n\r\n");
        assertThat(answers).contains("HTTP/1.1 200 ", "HTTP/1.1 401 ");
    }

    @Test
    void A4_two_authorization_headers_are_one_bad_one() {
        String good = "Authorization: " + WireClient.credentials(SampleOffice.CUSTOMER_KEY) + "\r\n";
        assertThat(office.raw("GET /treatplans HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + good + good + "\r\n"))
                .startsWith("HTTP/1.1 401 ");
    }

    @Test
    void A5_a_key_that_only_reads_reads_and_is_refused_the_rest() {
        ok(reader.get("/proctps?TreatPlanNum=963"));
        String before = row(963, 976);
        refused(reader.put("/proctps/976", "{\"Discount\":1}"), 401, "NOT_AUTHORIZED", "Not Authorized");
        refused(reader.delete("/proctps/976"), 401, "NOT_AUTHORIZED", "Not Authorized");
        assertThat(row(963, 976)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"/notaresource,notaresource", "/notaresource/1,notaresource", "/NotAResource,NotAResource"})
    void A6_an_unknown_resource_is_named_as_it_was_sent(String path, String name) {
        refused(office.get(path), 404, "RESOURCE_INVALID", name + " is not a valid resource.");
        refused(office.put(path, "{}"), 404, "RESOURCE_INVALID", name + " is not a valid resource.");
    }

    @Test
    void A6_no_resource_at_all_says_what_there_is() {
        refused(office.get("/"), 404, "RESOURCE_INVALID");
        refused(office.send("GET", "/"), 404, "RESOURCE_INVALID");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /proctps, 'proctps POST  is not a valid method.'",
        "POST, /PROCTPS, 'proctps POST  is not a valid method.'",
        "POST, /proctps/5, 'proctps POST  is not a valid method.'",
        "PATCH, /proctps/5, 'proctps PATCH  is not a valid method.'",
        "POST, /proctps/5/Confirm, 'proctps POST Confirm is not a valid method.'",
        "PUT, /proctps/5/Sign, 'proctps PUT Sign is not a valid method.'",
        "GET, /definitions/Saved, 'definitions GET Saved is not a valid method.'",
        "GET, /treatplans/Saved, 'treatplans GET Saved is not a valid method.'",
        "PUT, /treatplans/saved, 'treatplans PUT saved is not a valid method.'",
        "DELETE, /treatplans/Saved, 'treatplans DELETE Saved is not a valid method.'",
        "DELETE, /definitions/1, 'definitions DELETE  is not a valid method.'",
        "POST, /treatplans/Nothing, 'treatplans POST Nothing is not a valid method.'"})
    void A7_a_method_that_is_not_offered_is_400_and_never_405(String method, String path, String sentence) {
        refused(office.send(method, "/api/v1" + path), 400, "METHOD_INVALID", sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void A7_an_update_or_delete_that_names_no_row_is_told_so(String method) {
        refused(office.send(method, "/api/v1/proctps", "{}"), 400, "PARAMETER_REQUIRED", "ProcTPNum is required in the URL.");
    }

    @Test
    void A8_each_check_comes_before_the_next() {
        // size, key, resource, method, permission, parameters and body, row, rule
        assertThat(anyone.raw("PUT /notaresource HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\n\r\n")).startsWith("HTTP/1.1 413 ");
        refused(anyone.put("/notaresource", "["), 401, "KEY_INVALID");
        refused(reader.send("PATCH", "/notaresource", "["), 404, "RESOURCE_INVALID");
        refused(reader.send("PATCH", "/proctps/x", "["), 400, "METHOD_INVALID");
        refused(reader.put("/proctps/x", "["), 401, "NOT_AUTHORIZED");
        refused(reader.put("/proctps", "["), 401, "NOT_AUTHORIZED");
        refused(office.put("/proctps/x", "["), 400, "PARAMETER_INVALID");
        refused(office.put("/proctps/999999", "["), 400, "BODY_INVALID");
        refused(office.put("/proctps/999999", "{\"ProcCode\":true}"), 400, "FIELD_INVALID");
        refused(office.put("/proctps/999999", "{\"Priority\":21}"), 400, "FIELD_INVALID");
        refused(office.put("/proctps/1001", "{\"Priority\":21}"), 400, "FIELD_INVALID");
        refused(office.put("/proctps/999999", "{}"), 404, "PROC_TP_NOT_FOUND");
        refused(office.put("/proctps/1001", "{}"), 400, "TREAT_PLAN_SIGNED");
    }

    /** The headers but for those that differ by nature. */
    static Map<String, List<String>> comparable(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(answer.headers().map());
        headers.remove("X-Request-Id");
        headers.remove("Date");
        return headers;
    }
}
