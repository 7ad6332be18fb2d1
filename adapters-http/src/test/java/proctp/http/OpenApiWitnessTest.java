package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import proctp.contract.wire.WireAnswer;

/** What holds answers against the API's description finds those that are not as it says. */
class OpenApiWitnessTest {

    private static final OpenApiWitness WITNESS = new OpenApiWitness(OpenApi.KEPT);

    private static final String PLAN = OpenApi.KEPT
            .at("/paths/~1treatplans~1{TreatPlanNum}/get/responses/200/content/application~1json/examples/signed/value").toString();

    private static final Map<String, List<String>> HEADERS = Map.of("X-Request-Id", List.of("1"), "Cache-Control", List.of("no-store"),
            "X-Content-Type-Options", List.of("nosniff"), "Content-Type", List.of("application/json; charset=utf-8"));

    @Test
    void X10_an_answer_as_described_is_right_whatever_the_spelling_of_its_address() {
        for (String target : List.of("/api/v1/treatplans/970", "/treatplans/970", "/API/v1//TreatPlans/970/?DateFormatString=yyyy", "http://x/treatplans/970")) {
            assertThat(WITNESS.faults(read(target, 200, PLAN))).isEmpty();
        }
        assertThat(WITNESS.faults(read("/treatplans?PatNum=731", 200, "[" + PLAN + "]"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"Heading\":\"Crown\",|''|Heading", "\"Heading\":|\"heading\":|heading",
        "\"Heading\":\"Crown\"|\"Heading\":null|Heading", "\"PatNum\":731|\"PatNum\":\"731\"|PatNum",
        "\"isSigned\":\"true\"|\"isSigned\":true|isSigned", "\"TPStatus\":\"Saved\"|\"TPStatus\":\"saved\"|TPStatus",
        "\"DocNum\":0,|\"DocNum\":0,\"Signature\":\"x\",|Signature", "}|}]|is not JSON"})
    void X10_a_member_that_is_missing_too_many_or_of_another_kind_is_found(String described, String planted, String named) {
        assertThat(PLAN).contains(described);
        assertThat(WITNESS.faults(read("/treatplans/970", 200, PLAN.replace(described, planted)))).isNotEmpty()
                .allSatisfy(fault -> assertThat(fault).containsIgnoringCase(named));
    }

    @ParameterizedTest
    @CsvSource({"GET, 201", "GET, 302", "PUT, 201", "DELETE, 204", "GET, 403", "GET, 405", "GET, 409"})
    void X10_a_status_that_is_not_described_is_found(String method, int status) {
        assertThat(WITNESS.faults(new WireAnswer(method, "/treatplans/970", status, with("ETag", "\"n09S5OUeo95njSH7C6t9Jw\""), PLAN))).isNotEmpty();
    }

    @Test
    void X10_success_where_nothing_is_described_is_found() {
        assertThat(WITNESS.faults(read("/patients", 200, "[]"))).containsExactly("there is no 200");
        assertThat(WITNESS.faults(new WireAnswer("POST", "/proctps", 201, HEADERS, "{}"))).containsExactly("there is no 201");
        assertThat(WITNESS.faults(new WireAnswer("OPTIONS", "/proctps", 200, HEADERS, ""))).isEmpty();
    }

    @Test
    void X10_a_header_that_is_missing_not_described_or_of_another_form_is_found() {
        assertThat(WITNESS.faults(new WireAnswer("GET", "/treatplans/970", 200, HEADERS, PLAN))).containsExactly("the header ETag is missing");
        assertThat(WITNESS.faults(read("/treatplans/970", 200, PLAN, "X-Powered-By", "x"))).containsExactly("there is no header x-powered-by");
        assertThat(WITNESS.faults(read("/treatplans/970", 200, PLAN, "Link", "<?Offset=1>; rel=\"next\""))).containsExactly("there is no header link");
        assertThat(WITNESS.faults(read("/treatplans/970", 200, PLAN, "Cache-Control", "private"))).singleElement().asString().contains("no-store");
        assertThat(WITNESS.faults(read("/treatplans", 200, "[]", "Link", "</treatplans>"))).singleElement().asString().startsWith("Link ");
        assertThat(WITNESS.faults(read("/treatplans", 200, "[]", "Content-Type", "text/plain"))).containsExactly("there is no body of type text/plain");
    }

    @Test
    void B2_a_refusal_has_a_code_of_its_status_and_of_its_route_and_a_sentence() {
        assertThat(WITNESS.faults(refusal("/treatplans/7", 404, "TREAT_PLAN_NOT_FOUND", "\"TreatPlan not found.\""))).isEmpty();
        assertThat(WITNESS.faults(refusal("/treatplans/7", 404, "PROC_TP_NOT_FOUND", "\"ProcTP not found.\""))).isNotEmpty();
        assertThat(WITNESS.faults(refusal("/treatplans/7", 404, "TREAT_PLAN_NOT_FOUND", "{}"))).isNotEmpty();
        assertThat(WITNESS.faults(refusal("/nothing", 404, "RESOURCE_INVALID", "\"nothing is not a valid resource.\""))).isEmpty();
        assertThat(WITNESS.faults(refusal("/nothing", 400, "RESOURCE_INVALID", "\"nothing is not a valid resource.\"")))
                .containsExactly("RESOURCE_INVALID is not a code of 400");
        assertThat(WITNESS.faults(refusal("/nothing", 404, "NO_SUCH_CODE", "\"x\""))).contains("NO_SUCH_CODE is not a code of 404");
    }

    @Test
    void B10_of_head_there_is_no_body_and_of_what_has_none_neither() {
        assertThat(WITNESS.faults(new WireAnswer("HEAD", "/treatplans/970", 200, with("ETag", "\"n09S5OUeo95njSH7C6t9Jw\""), ""))).isEmpty();
        assertThat(WITNESS.faults(new WireAnswer("DELETE", "/proctps/1", 200, HEADERS, ""))).isNotEmpty();
    }

    @Test
    void X10_a_contract_hears_of_what_is_found() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> WITNESS.accept(read("/treatplans/970", 200, "{}")))
                .withMessageContaining("GET /treatplans/970").withMessageContaining("'Heading'");
    }

    private static WireAnswer read(String target, int status, String body) {
        return read(target, status, body, "ETag", "\"n09S5OUeo95njSH7C6t9Jw\"");
    }

    private static WireAnswer read(String target, int status, String body, String header, String value) {
        Map<String, List<String>> headers = with("ETag", "\"n09S5OUeo95njSH7C6t9Jw\"");
        headers.put(header, List.of(value));
        return new WireAnswer("GET", target, status, headers, body);
    }

    private static WireAnswer refusal(String target, int status, String code, String body) {
        return new WireAnswer("GET", target, status, with(Errors.CODE_HEADER, code), body);
    }

    private static Map<String, List<String>> with(String header, String value) {
        Map<String, List<String>> headers = new HashMap<>(HEADERS);
        headers.put(header, List.of(value));
        return headers;
    }
}
