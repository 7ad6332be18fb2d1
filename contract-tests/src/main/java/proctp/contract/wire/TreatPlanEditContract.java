package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule T4 of the wire contract, and what it takes of section 5: the members of a plan change. */
public abstract class TreatPlanEditContract extends WireContract {

    @Test
    void T4_the_members_of_a_plan_change_and_the_answer_is_the_plan() {
        assertThat(ok(office.put("/treatplans/963", "{\"Heading\":\"Résumé\",\"Note\":17,\"ResponsParty\":\"722\",\"TPType\":\"Discount\","
                + "\"SignatureText\":\"Ada\",\"SignaturePracticeText\":\"Dr. Bea\",\"DateTP\":\"2026-01-02\",}")))
                .isEqualTo("{\"TreatPlanNum\":963,\"PatNum\":722,\"DateTP\":\"2026-01-02\",\"Heading\":\"Résumé\",\"Note\":\"17\","
                        + "\"SigIsTopaz\":\"false\",\"ResponsParty\":722,\"DocNum\":0,\"TPStatus\":\"Saved\",\"SecUserNumEntry\":12,"
                        + "\"SecDateEntry\":\"2023-01-24\",\"SecDateTEdit\":\"2026-01-01 21:04:05\",\"UserNumPresenter\":0,"
                        + "\"TPType\":\"Discount\",\"DateTSigned\":\"0001-01-01 00:00:00\",\"DateTPracticeSigned\":\"0001-01-01 00:00:00\","
                        + "\"SignatureText\":\"Ada\",\"SignaturePracticeText\":\"Dr. Bea\",\"isSigned\":\"false\",\"isSignedPractice\":\"false\"}")
                .isEqualTo(plan(963));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Heading|\"x\"|\"x\"", "Note|\"\"|\"\"", "ResponsParty|5|5", "ResponsParty|0|0",
        "TPType|\"Discount\"|\"Discount\"", "SignatureText|\"x\"|\"x\"", "SignaturePracticeText|12|\"12\"",
        "DateTP|\"2024-02-29\"|\"2024-02-29\"", "DateTP|\"0001-01-01\"|\"0001-01-01\""})
    void T4_each_member_can_change_alone(String member, String value, String written) {
        String before = plan(964);
        String after = ok(office.put("/treatplans/964", "{\"" + member + "\":" + value + "}"));
        assertThat(after).contains("\"" + member + "\":" + written).isEqualTo(plan(964));
        assertThat(without(member, after)).isEqualTo(without(member, before));
    }

    @Test
    void T4_what_changes_nothing_leaves_the_plan_as_it_is() {
        String before = plan(970);
        assertThat(ok(office.put("/treatplans/970", "{}"))).isEqualTo(before);
        assertThat(ok(office.put("/treatplans/970", "{\"Heading\":\"Crown\",\"Note\":\"Valid for 90 days.\",\"DateTP\":\"2023-04-04\"}")))
                .isEqualTo(before).isEqualTo(plan(970));
    }

    @ParameterizedTest
    @ValueSource(strings = {"963", "964", "972", "980", "981"})
    void T4_a_whole_plan_can_be_sent_back(String number) {
        String before = plan(Long.parseLong(number));
        HttpResponse<String> answer = office.put("/treatplans/" + number, before);
        assertThat(ok(answer)).isEqualTo(before);
        assertThat(header(answer, "Ignored-Fields")).isEqualTo("TreatPlanNum, PatNum, SigIsTopaz, DocNum, TPStatus, SecUserNumEntry, "
                + "SecDateEntry, SecDateTEdit, UserNumPresenter, DateTSigned, DateTPracticeSigned");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"isSigned\":\"yes\"|isSigned must be \"true\" or \"false\".", "\"isSigned\":\"True\"|isSigned must be \"true\" or \"false\".",
        "\"isSigned\":1|isSigned must be \"true\" or \"false\".", "\"isSignedPractice\":\"\"|isSignedPractice must be \"true\" or \"false\".",
        "\"isSigned\":null|isSigned must be a single value, not null, an object or an array.",
        "\"TPType\":\"discount\"|TPType must be Insurance or Discount.", "\"TPType\":1|TPType must be Insurance or Discount.",
        "\"DateTP\":\"2023-02-30\"|DateTP must be a date as yyyy-MM-dd.", "\"ResponsParty\":-1|ResponsParty must be 0 or the number of a record.",
        "\"ResponsParty\":\"1.0\"|ResponsParty must be a whole number.", "\"Note\":true|Note must be text."})
    void T4_a_value_of_another_kind_is_refused_and_nothing_changes(String member, String sentence) {
        String before = plan(963);
        refused(office.put("/treatplans/963", "{\"Heading\":\"x\"," + member + "}"), 400, "FIELD_INVALID", sentence);
        assertThat(plan(963)).isEqualTo(before);
    }

    @Test
    void T4_texts_have_their_lengths() {
        ok(office.put("/treatplans/963", "{\"Note\":\"" + "é".repeat(65_535) + "\",\"Heading\":\"" + "🦷".repeat(255) + "\"}"));
        refused(office.put("/treatplans/963", "{\"Note\":\"" + "x".repeat(65_536) + "\",\"SignatureText\":\"" + "x".repeat(256) + "\"}"),
                400, "FIELD_INVALID", "Note must be at most 65535 characters long, not 65536."
                        + " SignatureText must be at most 255 characters long, not 256.");
    }

    @Test
    void U5_and_U6_a_name_that_is_no_field_is_refused_or_ignored_as_the_client_asks() {
        refused(office.put("/treatplans/963", "{\"Heading\":\"x\",\"ProcTPs\":[]}"), 400, "FIELD_UNKNOWN",
                "'ProcTPs' is not a field of a TreatPlan.");
        refused(office.with("Prefer", "handling=strict").put("/treatplans/963", "{\"Heading\":\"x\",\"PatNum\":722}"), 400,
                "FIELD_READ_ONLY", "PatNum cannot be changed.");
        HttpResponse<String> answer = office.with("Prefer", "handling=lenient").put("/treatplans/963", "{\"HEADING\":\"x\",\"y\":{},\"DocNum\":1}");
        assertThat(ok(answer)).contains("\"Heading\":\"x\"");
        assertThat(header(answer, "Ignored-Fields")).isEqualTo("y, DocNum");
    }

    @Test
    void U7_all_faults_are_named_at_once() {
        refused(office.put("/treatplans/963", "{\"isSigned\":[],\"x\":1,\"DateTP\":0,\"Heading\":\"\\u0000\"}"), 400, "FIELD_INVALID",
                "isSigned must be a single value, not null, an object or an array. 'x' is not a field of a TreatPlan."
                        + " DateTP must be a date as yyyy-MM-dd. Heading must not contain the character U+0000.");
    }

    @Test
    void U8_no_body_is_refused() {
        refused(office.put("/treatplans/963", ""), 400, "BODY_REQUIRED", "A body is required: a JSON object with the fields to change.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "0", "-1"})
    void T4_a_plan_that_is_not_there_is_404(String number) {
        refused(office.put("/treatplans/" + number, "{\"isSigned\":true}"), 404, "TREAT_PLAN_NOT_FOUND", "TreatPlan not found.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "%2B1", "007", "1.0", "9223372036854775808", "963,964"})
    void T4_a_number_that_is_none_is_invalid(String number) {
        refused(office.put("/treatplans/" + number, "{}"), 400, "PARAMETER_INVALID", "TreatPlanNum is invalid.");
    }

    @Test
    void A5_and_A7_and_A8_a_plan_is_changed_by_who_may_and_by_its_number() {
        refused(reader.put("/treatplans/963", "{\"isSigned\":true}"), 401, "NOT_AUTHORIZED", "Not Authorized");
        refused(office.put("/treatplans", "{}"), 400, "PARAMETER_REQUIRED", "TreatPlanNum is required in the URL.");
        refused(office.put("/treatplans/963/Sign", "{}"), 400, "METHOD_INVALID", "treatplans PUT Sign is not a valid method.");
        refused(office.put("/treatplans/x", "["), 400, "PARAMETER_INVALID");
        refused(office.put("/treatplans/999999", "["), 400, "BODY_INVALID");
        refused(office.put("/treatplans/999999", "{\"TPType\":1}"), 400, "FIELD_INVALID");
    }

    @Test
    void B10_options_says_what_can_be_done_with_a_plan() {
        assertThat(header(office.send("OPTIONS", "/api/v1/treatplans/5"), "Allow")).contains("DELETE", "PUT").doesNotContain("POST");
    }

    private static String without(String member, String plan) {
        return plan.replaceFirst("\"" + member + "\":(\"[^\"]*\"|[^,}]*),", "").replaceFirst("\"SecDateTEdit\":\"[^\"]*\",", "");
    }
}
