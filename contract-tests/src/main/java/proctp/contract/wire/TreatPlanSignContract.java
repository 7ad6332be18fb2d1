package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule T4 of the wire contract: a plan is signed, and its signature cleared. */
public abstract class TreatPlanSignContract extends WireContract {

    private static final String NOW = ServerUnderTest.NOW;

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "true"})
    void T4_a_plan_is_signed_by_the_vendors_text_and_by_a_JSON_boolean(String yes) {
        String before = plan(963);
        String after = ok(office.put("/treatplans/963", "{\"isSigned\":" + yes + "}"));
        assertThat(after).isEqualTo(plan(963)).isEqualTo(stamped(before)
                .replace("\"DateTSigned\":\"0001-01-01 00:00:00\"", "\"DateTSigned\":\"" + NOW + "\"")
                .replace("\"isSigned\":\"false\"", "\"isSigned\":\"true\""));
        refused(office.put("/proctps/976", "{\"Discount\":1}"), 400, "TREAT_PLAN_SIGNED");
        refused(office.delete("/proctps/976"), 400, "TREAT_PLAN_SIGNED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"false\"", "false"})
    void T4_a_signature_is_cleared_by_the_vendors_text_and_by_a_JSON_boolean(String no) {
        assertThat(ok(office.put("/treatplans/970", "{\"isSigned\":" + no + "}"))).isEqualTo(plan(970))
                .contains("\"DateTSigned\":\"0001-01-01 00:00:00\"", "\"isSigned\":\"false\"", "\"SecDateTEdit\":\"" + NOW + "\"");
        ok(office.put("/proctps/1001", "{\"Discount\":1}"));
    }

    @Test
    void T4_signing_again_replaces_the_signature() {
        assertThat(plan(970)).contains("\"DateTSigned\":\"2023-04-05 09:00:00\"");
        assertThat(ok(office.put("/treatplans/970", "{\"isSigned\":\"true\"}")))
                .contains("\"DateTSigned\":\"" + NOW + "\"", "\"SignatureText\":\"Ada Example\"", "\"isSigned\":\"true\"");
    }

    @Test
    void T4_a_whole_signed_plan_that_is_sent_back_is_signed_again() {
        assertThat(ok(office.put("/treatplans/970", plan(970)))).contains("\"DateTSigned\":\"" + NOW + "\"", "\"isSigned\":\"true\"");
    }

    @Test
    void T4_edits_come_before_the_signature_and_after_its_clearing() {
        assertThat(ok(office.put("/treatplans/963", "{\"isSigned\":\"true\",\"Note\":\"agreed\",\"DateTP\":\"2026-01-01\",\"SignatureText\":\"Ada\"}")))
                .contains("\"Note\":\"agreed\"", "\"DateTP\":\"2026-01-01\"", "\"SignatureText\":\"Ada\"", "\"isSigned\":\"true\"");
        assertThat(ok(office.put("/treatplans/963", "{\"Note\":\"anew\",\"DateTP\":\"2026-01-02\",\"isSigned\":\"false\"}")))
                .contains("\"Note\":\"anew\"", "\"DateTP\":\"2026-01-02\"", "\"SignatureText\":\"\"", "\"isSigned\":\"false\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Note\":\"other\"", "\"DateTP\":\"2023-04-05\"", "\"DateTP\":\"0001-01-01\"",
            "\"Note\":\"other\",\"isSigned\":\"true\"", "\"Note\":\"other\",\"isSignedPractice\":\"false\""})
    void T4_what_a_signature_covers_stays_while_it_is_there(String members) {
        String before = plan(970);
        refused(office.put("/treatplans/970", "{\"Heading\":\"other\"," + members + "}"), 400, "TREAT_PLAN_SIGNED",
                "TreatPlan 970 is signed by the patient, and its Note and DateTP are what was signed."
                        + " They can change once isSigned is \"false\".");
        assertThat(plan(970)).isEqualTo(before);
    }

    @Test
    void T4_what_a_signature_does_not_cover_changes_under_it() {
        assertThat(ok(office.put("/treatplans/970", "{\"Heading\":\"x\",\"ResponsParty\":5,\"TPType\":\"Discount\",\"SignatureText\":\"A.\"}")))
                .contains("\"Heading\":\"x\"", "\"ResponsParty\":5", "\"TPType\":\"Discount\"", "\"SignatureText\":\"A.\"",
                        "\"DateTSigned\":\"2023-04-05 09:00:00\"", "\"isSigned\":\"true\"");
    }

    @Test
    void T4_the_practice_signs_and_clears_for_itself_and_locks_nothing() {
        assertThat(ok(office.put("/treatplans/963", "{\"isSignedPractice\":\"true\"}")))
                .contains("\"DateTPracticeSigned\":\"" + NOW + "\"", "\"isSigned\":\"false\",\"isSignedPractice\":\"true\"");
        ok(office.put("/proctps/976", "{\"Discount\":1}"));
        ok(office.put("/treatplans/963", "{\"Note\":\"x\",\"isSigned\":\"true\"}"));
        assertThat(ok(office.put("/treatplans/963", "{\"isSignedPractice\":\"false\"}")))
                .contains("\"DateTPracticeSigned\":\"0001-01-01 00:00:00\"", "\"isSigned\":\"true\",\"isSignedPractice\":\"false\"");
    }

    @Test
    void T4_clearing_the_patients_signature_clears_the_practices_too() {
        ok(office.put("/treatplans/963", "{\"isSigned\":true,\"isSignedPractice\":true}"));
        assertThat(ok(office.put("/treatplans/963", "{\"isSigned\":false}")))
                .contains("\"DateTPracticeSigned\":\"0001-01-01 00:00:00\"", "\"isSigned\":\"false\",\"isSignedPractice\":\"false\"");
    }

    @ParameterizedTest
    @CsvSource({"980, Active", "981, Inactive"})
    void T4_only_a_saved_plan_can_be_signed_or_have_a_day(String number, String status) {
        String before = plan(Long.parseLong(number));
        for (String member : new String[] {"isSigned", "isSignedPractice"}) {
            refused(office.put("/treatplans/" + number, "{\"Heading\":\"x\",\"" + member + "\":\"true\"}"), 400, "TREAT_PLAN_NOT_SAVED",
                    "TreatPlan " + number + " is " + status + ". Only a Saved treatment plan can be signed.");
        }
        refused(office.put("/treatplans/" + number, "{\"Heading\":\"x\",\"DateTP\":\"2026-01-01\"}"), 400, "TREAT_PLAN_NOT_SAVED",
                "TreatPlan " + number + " is " + status + ". Only a Saved treatment plan can have a DateTP.");
        assertThat(plan(Long.parseLong(number))).isEqualTo(before);
        assertThat(ok(office.put("/treatplans/" + number, "{\"Heading\":\"x\",\"Note\":\"y\",\"isSigned\":\"false\"}")))
                .contains("\"Heading\":\"x\",\"Note\":\"y\"");
    }

    @Test
    void T2_what_was_put_there_as_the_signature_is_never_told() {
        HttpResponse<String> answer = office.put("/treatplans/963", "{\"isSigned\":true,\"isSignedPractice\":true}");
        assertThat(ok(answer) + ok(office.get("/treatplans"))).doesNotContainIgnoringCase("digitally").doesNotContain("Demo");
    }

    private static String stamped(String plan) {
        return plan.replaceFirst("\"SecDateTEdit\":\"[^\"]*\"", "\"SecDateTEdit\":\"" + NOW + "\"");
    }
}
