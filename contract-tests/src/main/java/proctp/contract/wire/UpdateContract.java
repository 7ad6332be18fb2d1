package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 5 of the wire contract: {@code PUT /proctps/{ProcTPNum}}. */
public abstract class UpdateContract extends WireContract {

    @Test
    void U1_the_vendors_update_is_answered_to_the_letter() {
        String expected = example("update-1.json").replace("2022-09-29 11:45:57", NOW);
        assertThat(ok(office.put("/proctps/1", exampleAsItStands("update-1.request.txt")))).isEqualTo(expected);
        assertThat(row(1, 1)).isEqualTo(expected);
    }

    private static final String NOW = ServerUnderTest.NOW;

    @Test
    void U1_what_the_body_does_not_name_stays() {
        String before = row(964, 981);
        String after = ok(office.put("/proctps/981", "{\"Surf\":\"B\"}"));
        assertThat(after).isEqualTo(stamped(before).replace("\"Surf\":\"OK\"", "\"Surf\":\"B\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Priority|2|\"Priority\":2,\"priority\":\"Medium\"", "Priority|3|\"Priority\":3,\"priority\":\"Low\"",
        "Priority|\"2\"|\"Priority\":2,", "ToothNumTP|\"T9\"|\"ToothNumTP\":\"T9\"", "ToothNumTP|14|\"ToothNumTP\":\"14\"",
        "Surf|\"UL\"|\"Surf\":\"UL\"", "ProcCode|\"D9999\"|\"ProcCode\":\"D9999\"", "ProcCode|-5|\"ProcCode\":\"-5\"",
        "Descript|\"\"|\"Descript\":\"\"", "FeeAmt|10.5|\"FeeAmt\":10.5", "PriInsAmt|-1|\"PriInsAmt\":-1.0",
        "SecInsAmt|\"0.0001\"|\"SecInsAmt\":0.0001", "PatAmt|1e3|\"PatAmt\":1000.0", "Discount|\"17.00\"|\"Discount\":17.0",
        "Prognosis|\"Poor\"|\"Prognosis\":\"Poor\"", "Dx|\"K02\"|\"Dx\":\"K02\"", "ProcAbbr|\"Abc\"|\"ProcAbbr\":\"Abc\"",
        "FeeAllowed|-1|\"FeeAllowed\":-1.0"})
    void U1_each_of_the_fourteen_can_change_alone(String field, String value, String written) {
        String before = row(963, 976);
        String after = ok(office.put("/proctps/976", "{\"" + field + "\":" + value + "}"));
        assertThat(after).contains(written).contains(NOW).isEqualTo(row(963, 976));
        assertThat(without(field, after)).isEqualTo(without(field, stamped(before)));
    }

    @Test
    void U1_the_stamp_moves_only_when_a_value_changes() {
        String before = row(963, 976);
        assertThat(ok(office.put("/proctps/976", "{\"Discount\":54.00,\"Surf\":\"MOD\",\"Priority\":0}"))).isEqualTo(before);
        assertThat(ok(office.put("/proctps/976", "{\"Discount\":54.00,\"Surf\":\"MO\"}"))).contains(NOW);
    }

    @Test
    void U2_a_row_of_a_signed_plan_is_refused_in_a_sentence_and_stays() {
        String before = row(970, 1001);
        refused(office.put("/proctps/1001", "{\"Discount\":1}"), 400, "TREAT_PLAN_SIGNED",
                "TreatPlan 970 is signed by the patient. Only ProcTPs of an unsigned treatment plan can be updated or deleted.");
        assertThat(row(970, 1001)).isEqualTo(before);
    }

    @Test
    void U2_the_practices_own_signature_does_not_lock() {
        assertThat(ok(office.put("/proctps/1011", "{\"Discount\":1}"))).contains("\"Discount\":1.0");
    }

    @Test
    void U5_a_whole_row_can_be_sent_back_with_one_change() {
        String row = row(963, 976);
        HttpResponse<String> answer = office.put("/proctps/976", row.replace("\"Discount\":54.0", "\"Discount\":55.0"));
        assertThat(ok(answer)).isEqualTo(stamped(row).replace("\"Discount\":54.0", "\"Discount\":55.0"));
        assertThat(header(answer, "Ignored-Fields")).isEqualTo("ProcTPNum, TreatPlanNum, PatNum, ProcNumOrig, ItemOrder, priority, "
                + "SecUserNumEntry, SecDateEntry, SecDateTEdit, TaxAmt, ProvNum, DateTP, ClinicNum, CatPercUCR");
    }

    @Test
    void U5_a_name_that_is_no_field_is_refused_and_nothing_changes() {
        String before = row(963, 976);
        refused(office.put("/proctps/976", "{\"Discount\":1,\"Discuont\":2}"), 400, "FIELD_UNKNOWN",
                "'Discuont' is not a field of a ProcTP.");
        assertThat(row(963, 976)).isEqualTo(before);
    }

    @Test
    void U5_nothing_is_said_to_be_ignored_when_nothing_was() {
        assertThat(office.put("/proctps/976", "{\"Discount\":1}").headers().firstValue("Ignored-Fields")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"handling=strict", "Handling=Strict", "respond-async, handling=strict", "handling=\"strict\"",
            "foo=\"a,b\"; x=\"c,d\", handling = strict; y=1, handling=lenient"})
    void U6_strict_handling_refuses_what_would_be_ignored(String preference) {
        String before = row(963, 976);
        HttpResponse<String> answer = office.with("Prefer", preference).put("/proctps/976", "{\"Discount\":1,\"TaxAmt\":2}");
        refused(answer, 400, "FIELD_READ_ONLY", "TaxAmt cannot be changed.");
        assertThat(header(answer, "Preference-Applied")).isEqualTo("handling=strict");
        assertThat(row(963, 976)).isEqualTo(before);
    }

    @Test
    void U6_lenient_handling_ignores_unknown_names_too() {
        HttpResponse<String> answer = office.with("Prefer", "handling=lenient")
                .put("/proctps/976", "{\"Discount\":1,\"TaxAmt\":2,\"MyNote\":{\"a\":[1,null]},\"bad name\\n\":3}");
        assertThat(ok(answer)).contains("\"Discount\":1.0", "\"TaxAmt\":0.0");
        assertThat(header(answer, "Ignored-Fields")).isEqualTo("TaxAmt, MyNote");
        assertThat(header(answer, "Preference-Applied")).isEqualTo("handling=lenient");
    }

    @Test
    void U6_a_flood_of_unknown_names_is_ignored_and_not_echoed() {
        StringBuilder body = new StringBuilder("{\"Discount\":1");
        for (int i = 0; i < 4_000; i++) {
            body.append(",\"a_name_that_nobody_knows_and_that_is_rather_long_").append(i).append("\":0");
        }
        HttpResponse<String> answer = office.with("Prefer", "handling=lenient").put("/proctps/976", body.append('}').toString());
        assertThat(ok(answer)).contains("\"Discount\":1.0");
        assertThat(header(answer, "Ignored-Fields")).startsWith("a_name").hasSizeLessThan(4_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"respond-async; handling=strict", "foo=\"a, handling=strict\"", "hand ling=st rict", "handling",
            "handling=other, handling=strict", "xhandling=strict", "handling=strictly"})
    void U6_what_only_looks_like_the_preference_is_none(String preference) {
        HttpResponse<String> answer = office.with("Prefer", preference).put("/proctps/976", "{\"Discount\":1,\"TaxAmt\":2}");
        ok(answer);
        assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
    }

    @Test
    void U6_other_preferences_are_not_said_to_be_applied() {
        HttpResponse<String> answer = office.with("Prefer", "return=minimal").put("/proctps/976", "{}");
        ok(answer);
        assertThat(answer.headers().firstValue("Preference-Applied")).isEmpty();
    }

    @Test
    void U7_all_faults_are_named_at_once_and_nothing_changes() {
        String before = row(963, 976);
        refused(office.put("/proctps/976", "{\"Surf\":\"ok\",\"FeeAmt\":\"x\",\"ProcCode\":\"1234567890123456\",\"Dx\":true,"
                        + "\"Nonsense\":1,\"Priority\":99}"), 400, "FIELD_INVALID",
                "FeeAmt must be a number with at most 11 digits before the point. "
                        + "ProcCode must be at most 15 characters long, not 16. Dx must be text. "
                        + "'Nonsense' is not a field of a ProcTP. "
                        + "Priority must be 0 or the DefNum of a definition of category 20 (TxPriorities), which 99 is not.");
        assertThat(row(963, 976)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"21", "31", "99", "-1", "\"x\"", "1.0", "true", "9223372036854775808", "\"\"", "\" 1\""})
    void U7_a_priority_is_none_or_a_definition_of_category_20(String priority) {
        String before = row(963, 976);
        HttpResponse<String> answer = office.put("/proctps/976", "{\"Priority\":" + priority + "}");
        refused(answer, 400, "FIELD_INVALID");
        assertThat(answer.body()).startsWith("\"Priority must be ");
        assertThat(row(963, 976)).isEqualTo(before);
    }

    @Test
    void U8_an_empty_object_changes_nothing_and_is_judged_all_the_same() {
        assertThat(ok(office.put("/proctps/976", "{}"))).isEqualTo(row(963, 976));
        refused(office.put("/proctps/1001", "{}"), 400, "TREAT_PLAN_SIGNED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "\uFEFF"})
    void U8_no_body_is_refused(String body) {
        refused(office.put("/proctps/976", body), 400, "BODY_REQUIRED",
                "A body is required: a JSON object with the fields to change.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "0", "-1", "9223372036854775807"})
    void U9_a_row_that_is_not_there_is_404(String number) {
        refused(office.put("/proctps/" + number, "{\"Discount\":1}"), 404, "PROC_TP_NOT_FOUND", "ProcTP not found.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "%2B1", "007", "1.0", "9223372036854775808", "%D9%A1", "1;x=2", "1%20"})
    void U9_a_number_that_is_none_is_invalid(String number) {
        refused(office.put("/proctps/" + number, "{\"Discount\":1}"), 400, "PARAMETER_INVALID", "ProcTPNum is invalid.");
        refused(office.delete("/proctps/" + number), 400, "PARAMETER_INVALID", "ProcTPNum is invalid.");
    }

    private static String stamped(String row) {
        return row.replaceFirst("\"SecDateTEdit\":\"[^\"]*\"", "\"SecDateTEdit\":\"" + NOW + "\"");
    }

    private static String without(String field, String row) {
        return row.replaceFirst("(?i)(\"" + field + "\":(\"[^\"]*\"|[^,}]*),?){1,2}", "");
    }
}
