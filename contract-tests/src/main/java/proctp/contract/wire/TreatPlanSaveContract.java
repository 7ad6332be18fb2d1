package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule T3 of the wire contract: {@code POST /treatplans/Saved}. */
public abstract class TreatPlanSaveContract extends WireContract {

    private static final String WHOLE = "{\"PatNum\":722,\"Heading\":\"Crown\",\"Note\":\"Valid for 90 days.\",\"DateTP\":\"2026-01-05\","
            + "\"TPType\":\"Discount\",\"UserNumPresenter\":7,\"ProcTPs\":[{\"ProcNumOrig\":1154,\"Priority\":\"2\",\"ToothNumTP\":13,"
            + "\"Surf\":\"MOD\",\"ProcCode\":\"D2740\",\"Descript\":\"Crown, ceramic\",\"FeeAmt\":\"1100\",\"PriInsAmt\":550.5,"
            + "\"SecInsAmt\":1e1,\"PatAmt\":494.50,\"Discount\":\"55.00\",\"Prognosis\":\"Good\",\"Dx\":\"Caries\",\"ProcAbbr\":\"Crn\","
            + "\"FeeAllowed\":1000,\"TaxAmt\":4.8125,\"ProvNum\":3,\"DateTP\":\"2026-02-01\",\"ClinicNum\":\"2\",\"CatPercUCR\":1200,},{},],}";

    @Test
    void T3_a_plan_is_saved_with_its_rows_and_answered_to_the_letter() {
        HttpResponse<String> answer = office.post("/treatplans/Saved", WHOLE);
        assertThat(created(answer)).isEqualTo("{\"TreatPlanNum\":991,\"PatNum\":722,\"DateTP\":\"2026-01-05\",\"Heading\":\"Crown\","
                + "\"Note\":\"Valid for 90 days.\",\"SigIsTopaz\":\"false\",\"ResponsParty\":0,\"DocNum\":0,\"TPStatus\":\"Saved\","
                + "\"SecUserNumEntry\":0,\"SecDateEntry\":\"2026-01-01\",\"SecDateTEdit\":\"2026-01-01 21:04:05\",\"UserNumPresenter\":7,"
                + "\"TPType\":\"Discount\",\"DateTSigned\":\"0001-01-01 00:00:00\",\"DateTPracticeSigned\":\"0001-01-01 00:00:00\","
                + "\"SignatureText\":\"\",\"SignaturePracticeText\":\"\",\"isSigned\":\"false\",\"isSignedPractice\":\"false\"}")
                .isEqualTo(plan(991));
        assertThat(ok(office.get("/proctps?TreatPlanNum=991"))).isEqualTo("[{\"ProcTPNum\":2251,\"TreatPlanNum\":991,\"PatNum\":722,"
                + "\"ProcNumOrig\":1154,\"ItemOrder\":0,\"Priority\":2,\"priority\":\"Medium\",\"ToothNumTP\":\"13\",\"Surf\":\"MOD\","
                + "\"ProcCode\":\"D2740\",\"Descript\":\"Crown, ceramic\",\"FeeAmt\":1100.0,\"PriInsAmt\":550.5,\"SecInsAmt\":10.0,"
                + "\"PatAmt\":494.5,\"Discount\":55.0,\"Prognosis\":\"Good\",\"Dx\":\"Caries\",\"ProcAbbr\":\"Crn\",\"SecUserNumEntry\":0,"
                + "\"SecDateEntry\":\"2026-01-01\",\"SecDateTEdit\":\"2026-01-01 21:04:05\",\"FeeAllowed\":1000.0,\"TaxAmt\":4.8125,"
                + "\"ProvNum\":3,\"DateTP\":\"2026-02-01\",\"ClinicNum\":2,\"CatPercUCR\":1200.0}," + EMPTY_ROW + "]");
        assertThat(header(answer, "Ignored-Fields")).isEmpty();
        assertThat(header(answer, "Idempotent-Replayed")).isEmpty();
    }

    private static final String EMPTY_ROW = "{\"ProcTPNum\":2252,\"TreatPlanNum\":991,\"PatNum\":722,\"ProcNumOrig\":0,\"ItemOrder\":1,"
            + "\"Priority\":0,\"priority\":\"\",\"ToothNumTP\":\"\",\"Surf\":\"\",\"ProcCode\":\"\",\"Descript\":\"\",\"FeeAmt\":0.0,"
            + "\"PriInsAmt\":0.0,\"SecInsAmt\":0.0,\"PatAmt\":0.0,\"Discount\":0.0,\"Prognosis\":\"\",\"Dx\":\"\",\"ProcAbbr\":\"\","
            + "\"SecUserNumEntry\":0,\"SecDateEntry\":\"2026-01-01\",\"SecDateTEdit\":\"2026-01-01 21:04:05\",\"FeeAllowed\":-1.0,"
            + "\"TaxAmt\":0.0,\"ProvNum\":0,\"DateTP\":\"0001-01-01\",\"ClinicNum\":0,\"CatPercUCR\":0.0}";

    @Test
    void T3_a_patient_and_no_rows_are_a_plan() {
        assertThat(created(office.post("/treatplans/Saved", "{\"PatNum\":\"4711\",\"ProcTPs\":[]}")))
                .startsWith("{\"TreatPlanNum\":991,\"PatNum\":4711,\"DateTP\":\"0001-01-01\",\"Heading\":\"\",\"Note\":\"\",")
                .contains("\"UserNumPresenter\":0,\"TPType\":\"Insurance\",");
        assertThat(ok(office.get("/proctps?TreatPlanNum=991"))).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/treatplans/Saved, /api/v1", "/API/v1/TreatPlans/SAVED/, /api/v1", "/treatplans/saved, ''"})
    void T3_the_location_is_below_the_prefix_of_the_request_and_the_sub_action_matches_whatever_its_case(String path, String prefix) {
        HttpResponse<String> answer = office.send("POST", path, "{\"PatNum\":722,\"ProcTPs\":[]}");
        created(answer);
        assertThat(header(answer, "Location")).isEqualTo(prefix + "/treatplans/991");
        ok(office.send("DELETE", header(answer, "Location")));
    }

    @Test
    void T3_dates_are_strict_and_none_is_the_first_of_all() {
        assertThat(created(office.post("/treatplans/Saved", "{\"PatNum\":1,\"DateTP\":\"0001-01-01\",\"ProcTPs\":[]}")))
                .contains("\"DateTP\":\"0001-01-01\"");
        assertThat(created(office.post("/treatplans/Saved", "{\"PatNum\":1,\"DateTP\":\"2024-02-29\",\"ProcTPs\":[]}")))
                .contains("\"DateTP\":\"2024-02-29\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"2023-02-29\"", "\"2023-1-24\"", "\"2023-01-24 00:00:00\"", "\"01/24/2023\"", "\"0000-01-01\"",
            "\"12023-01-24\"", "\"2023-01-24Z\"", "\"+2023-01-24\"", "20230124", "true"})
    void T3_what_is_no_date_is_refused_with_the_format(String date) {
        refusedAndNothingSaved("{\"PatNum\":1,\"DateTP\":" + date + ",\"ProcTPs\":[]}", "FIELD_INVALID",
                "DateTP must be a date as yyyy-MM-dd.");
    }

    @Test
    void T3_all_faults_of_the_plan_and_its_rows_are_named_at_once() {
        refusedAndNothingSaved("{\"PatNum\":0,\"UserNumPresenter\":-1,\"TPType\":\"insurance\",\"Heading\":true,\"ProcTPs\":[{},"
                        + "{\"ProcCode\":\"1234567890123456\",\"FeeAmt\":\"x\"},7,{\"ProvNum\":-1,\"DateTP\":\"x\",\"Priority\":99,\"Nonsense\":1},[]]}",
                "FIELD_INVALID", "PatNum must be the number of a patient. UserNumPresenter must be 0 or the number of a record."
                        + " TPType must be Insurance or Discount. Heading must be text."
                        + " ProcTPs[1].ProcCode must be at most 15 characters long, not 16."
                        + " ProcTPs[1].FeeAmt must be a number with at most 11 digits before the point."
                        + " ProcTPs[2] must be an object. ProcTPs[3].ProvNum must be 0 or the number of a record."
                        + " ProcTPs[3].DateTP must be a date as yyyy-MM-dd. 'ProcTPs[3].Nonsense' is not a field of a ProcTP."
                        + " ProcTPs[4] must be an object. ProcTPs[3].Priority must be 0 or the DefNum of a definition of category 20"
                        + " (TxPriorities), which 99 is not.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{}|FIELD_REQUIRED|ProcTPs is required. PatNum is required.",
        "{\"PatNum\":722}|FIELD_REQUIRED|ProcTPs is required.",
        "{\"PatNum\":\"x\",\"ProcTPs\":null}|FIELD_INVALID|PatNum must be a whole number. ProcTPs must be an array of objects.",
        "{\"PatNum\":-5,\"ProcTPs\":{\"a\":[]}}|FIELD_INVALID|PatNum must be the number of a patient. ProcTPs must be an array of objects.",
        "{\"PatNum\":null,\"ProcTPs\":\"[]\"}|FIELD_INVALID|PatNum must be a single value, not null, an object or an array. "
                + "ProcTPs must be an array of objects.",
        "{\"PatNum\":1,\"ProcTPs\":[null,{\"Surf\":null}]}|FIELD_INVALID|ProcTPs[0] must be an object. "
                + "ProcTPs[1].Surf must be a single value, not null, an object or an array.",
        "{\"PatNum\":1,\"ProcTPs\":[],\"DocNum\":[]}|FIELD_INVALID|DocNum must be a single value, not null, an object or an array.",
        "{\"PatNum\":1,\"ProcTPs\":[],\"procNums\":[1]}|FIELD_UNKNOWN|'procNums' is not a field of a TreatPlan.",
        "{\"PatNum\":1,\"patnum\":2,\"ProcTPs\":[]}|FIELD_REPEATED|PatNum is given more than once.",
        "{\"PatNum\":1,\"ProcTPs\":[{},{\"Surf\":\"\",\"SURF\":\"\"}]}|FIELD_REPEATED|ProcTPs[1].Surf is given more than once.",
        "[]|BODY_INVALID|The body must be a JSON object with the fields of the TreatPlan.",
        " |BODY_REQUIRED|A body is required: a JSON object with the fields of the TreatPlan."})
    void T3_what_is_no_plan_is_refused_and_nothing_is_saved(String body, String code, String sentence) {
        refusedAndNothingSaved(body == null ? "" : body, code, sentence);
    }

    @Test
    void T3_the_vendors_form_is_refused_in_a_sentence_that_names_this_one() {
        refusedAndNothingSaved("{\"TreatPlanNum\":980,\"PatNum\":722,\"ProcTPs\":[]}", "FIELD_INVALID",
                "TreatPlanNum would name a plan whose procedures are to be copied, and there are no tables of procedures here."
                        + " Leave it out, and send PatNum and ProcTPs, an array with the rows of the plan.");
        refused(office.with("Prefer", "handling=lenient").post("/treatplans/Saved", "{\"treatplannum\":\"980\"}"), 400, "FIELD_INVALID");
    }

    @Test
    void T3_a_plan_has_at_most_65536_rows() {
        refusedAndNothingSaved("{\"PatNum\":1,\"ProcTPs\":[" + "{},".repeat(65_537) + "]}", "FIELD_INVALID",
                "ProcTPs must be at most 65536 rows.");
    }

    @Test
    void U5_other_members_of_the_plan_and_its_rows_are_ignored_and_each_is_named_once() {
        HttpResponse<String> answer = office.post("/treatplans/Saved", "{\"PatNum\":1,\"TPStatus\":\"Active\",\"isSigned\":true,\"ProcTPs\":["
                + "{\"ItemOrder\":7,\"ProcTPNum\":976},{\"ItemOrder\":3,\"priority\":\"High\",\"PatNum\":722}]}");
        assertThat(created(answer)).contains("\"TPStatus\":\"Saved\"", "\"isSigned\":\"false\"");
        assertThat(header(answer, "Ignored-Fields")).isEqualTo(
                "TPStatus, isSigned, ProcTPs.ItemOrder, ProcTPs.ProcTPNum, ProcTPs.priority, ProcTPs.PatNum");
        assertThat(ok(office.get("/proctps?TreatPlanNum=991"))).contains("\"ItemOrder\":0,", "\"ItemOrder\":1,", "\"PatNum\":1,")
                .doesNotContain("722", "976,", "\"High\"");
    }

    @Test
    void U5_the_rows_of_another_plan_can_be_sent_as_they_are() {
        String rows = ok(office.get("/proctps?TreatPlanNum=964"));
        created(office.post("/treatplans/Saved", "{\"PatNum\":722,\"ProcTPs\":" + rows + "}"));
        String stamps = "\"(ProcTPNum|TreatPlanNum|ItemOrder|SecUserNumEntry|SecDateEntry|SecDateTEdit)\":(\"[^\"]*\"|[0-9]+),";
        assertThat(ok(office.get("/proctps?TreatPlanNum=991")).replaceAll(stamps, "")).isEqualTo(rows.replaceAll(stamps, ""));
    }

    @Test
    void U6_strict_handling_refuses_what_would_be_ignored_and_lenient_ignores_what_nobody_knows() {
        String body = "{\"PatNum\":1,\"DocNum\":2,\"ProcTPs\":[{\"ItemOrder\":1}],\"x\":[1]}";
        HttpResponse<String> strict = office.with("Prefer", "handling=strict").post("/treatplans/Saved", body);
        refused(strict, 400, "FIELD_READ_ONLY",
                "DocNum cannot be set. ProcTPs[0].ItemOrder cannot be set. 'x' is not a field of a TreatPlan.");
        assertThat(header(strict, "Preference-Applied")).isEqualTo("handling=strict");
        HttpResponse<String> lenient = office.with("Prefer", "handling=lenient")
                .post("/treatplans/Saved", body.replace("{\"ItemOrder\"", "{\"y\":{\"z\":null},\"ItemOrder\""));
        created(lenient);
        assertThat(header(lenient, "Ignored-Fields")).isEqualTo("DocNum, ProcTPs.y, ProcTPs.ItemOrder, x");
        assertThat(header(lenient, "Preference-Applied")).isEqualTo("handling=lenient");
    }

    @Test
    void A5_a_key_that_only_reads_saves_nothing() {
        refused(reader.post("/treatplans/Saved", WHOLE), 401, "NOT_AUTHORIZED", "Not Authorized");
        assertThat(ok(office.get("/treatplans"))).doesNotContain("\"TreatPlanNum\":991");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /treatplans, 'treatplans POST  is not a valid method.'",
        "POST, /treatplans/963, 'treatplans POST  is not a valid method.'",
        "POST, /treatplans/Active, 'treatplans POST Active is not a valid method.'",
        "POST, /treatplans/Saved/5, 'treatplans POST Saved is not a valid method.'",
        "PATCH, /treatplans/Saved, 'treatplans PATCH Saved is not a valid method.'"})
    void A7_only_a_saved_plan_can_be_made(String method, String path, String sentence) {
        refused(office.send(method, "/api/v1" + path, "{}"), 400, "METHOD_INVALID", sentence);
    }

    @Test
    void A8_each_check_comes_before_the_next() {
        refused(anyone.post("/treatplans/Saved", "["), 401, "KEY_INVALID");
        refused(reader.post("/treatplans/Saved?x=1", "["), 401, "NOT_AUTHORIZED");
        refused(office.post("/treatplans/Saved?x=1", "["), 400, "PARAMETER_UNKNOWN");
        refused(office.with("Content-Type", "text/plain").post("/treatplans/Saved", "["), 400, "CONTENT_TYPE_INVALID");
        refused(office.post("/treatplans/Saved", "["), 400, "BODY_INVALID");
    }

    @Test
    void A9_another_practices_patient_is_a_patient_like_any_and_its_numbers_are_its_own() {
        for (String patNum : List.of("8800", "7777")) {
            String saved = created(office.post("/treatplans/Saved", "{\"PatNum\":" + patNum + ",\"ProcTPs\":[{}]}"));
            assertThat(created(otherOffice.post("/treatplans/Saved", "{\"PatNum\":1,\"ProcTPs\":[{}]}"))).isNotEqualTo(saved);
        }
        assertThat(plan(991)).isEqualTo(plan(992).replace("992", "991").replace("7777", "8800"));
        assertThat(ok(otherOffice.get("/treatplans?PatNum=8800"))).doesNotContain("2026-01-01");
    }

    @Test
    void B10_options_says_that_a_plan_can_be_saved() {
        assertThat(header(office.send("OPTIONS", "/api/v1/treatplans/Saved"), "Allow")).isEqualTo("OPTIONS, POST");
    }

    private void refusedAndNothingSaved(String body, String code, String sentence) {
        String before = ok(office.get("/treatplans"));
        refused(office.post("/treatplans/Saved", body), 400, code, sentence);
        assertThat(ok(office.get("/treatplans"))).isEqualTo(before);
    }
}
