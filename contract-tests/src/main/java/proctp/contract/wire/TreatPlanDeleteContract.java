package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule T5 of the wire contract: {@code DELETE /treatplans/{TreatPlanNum}}. */
public abstract class TreatPlanDeleteContract extends WireContract {

    @Test
    void T5_a_saved_plan_takes_its_rows_along() {
        HttpResponse<String> answer = office.delete("/treatplans/963");
        assertThat(ok(answer)).isEmpty();
        assertThat(header(answer, "Content-Length")).isEqualTo("0");
        assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
        refused(office.get("/proctps?TreatPlanNum=963"), 404, "TREAT_PLAN_NOT_FOUND", "TreatPlan not found.");
        refused(office.put("/proctps/976", "{}"), 404, "PROC_TP_NOT_FOUND", "ProcTP not found.");
        refused(office.delete("/treatplans/963"), 404, "TREAT_PLAN_NOT_FOUND", "TreatPlan not found.");
    }

    @Test
    void T5_nothing_else_goes_with_it() {
        String plans = ok(office.get("/treatplans"));
        String gone = plan(963);
        String rows = ok(office.get("/proctps?TreatPlanNum=964"));
        ok(office.delete("/treatplans/963"));
        assertThat(ok(office.get("/treatplans"))).isEqualTo(plans.replace(gone + ",", ""));
        assertThat(ok(office.get("/proctps?TreatPlanNum=964"))).isEqualTo(rows);
        ok(otherOffice.get("/proctps?TreatPlanNum=963"));
    }

    @Test
    void T5_a_signed_plan_is_refused_and_stays_with_its_rows() {
        String before = plan(970) + ok(office.get("/proctps?TreatPlanNum=970"));
        refused(office.delete("/treatplans/970"), 400, "TREAT_PLAN_SIGNED",
                "TreatPlan 970 is signed by the patient. Only an unsigned treatment plan can be deleted.");
        assertThat(plan(970) + ok(office.get("/proctps?TreatPlanNum=970"))).isEqualTo(before);
    }

    @Test
    void T5_a_plan_whose_signature_is_cleared_can_go() {
        ok(office.put("/treatplans/970", "{\"isSigned\":\"false\"}"));
        ok(office.delete("/treatplans/970"));
        refused(office.get("/proctps?TreatPlanNum=970"), 404, "TREAT_PLAN_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"971", "972", "980", "981"})
    void T5_the_practices_signature_no_rows_and_another_status_do_not_keep_a_plan(String number) {
        ok(office.delete("/treatplans/" + number));
        assertThat(ok(office.get("/treatplans"))).doesNotContain("\"TreatPlanNum\":" + number + ",");
    }

    @Test
    void T5_the_numbers_of_what_is_gone_are_never_given_again() {
        String body = "{\"PatNum\":1,\"ProcTPs\":[{}]}";
        created(office.post("/treatplans/Saved", body));
        ok(office.delete("/treatplans/991"));
        assertThat(created(office.post("/treatplans/Saved", body))).startsWith("{\"TreatPlanNum\":992,");
        assertThat(ok(office.get("/proctps?TreatPlanNum=992"))).startsWith("[{\"ProcTPNum\":2252,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "0", "-1", "9223372036854775807"})
    void T5_a_plan_that_is_not_there_is_404(String number) {
        refused(office.delete("/treatplans/" + number), 404, "TREAT_PLAN_NOT_FOUND", "TreatPlan not found.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "%2B1", "007", "1.0", "9223372036854775808", "1;x=2", "963%20", "963,964"})
    void T5_a_number_that_is_none_is_invalid(String number) {
        refused(office.delete("/treatplans/" + number), 400, "PARAMETER_INVALID", "TreatPlanNum is invalid.");
    }

    @Test
    void A5_a_key_that_only_reads_deletes_nothing() {
        refused(reader.delete("/treatplans/963"), 401, "NOT_AUTHORIZED", "Not Authorized");
        assertThat(ok(office.get("/proctps?TreatPlanNum=963"))).isEqualTo(example("list-963.json"));
    }

    @Test
    void A7_a_deletion_that_names_no_plan_is_told_so() {
        refused(office.delete("/treatplans"), 400, "PARAMETER_REQUIRED", "TreatPlanNum is required in the URL.");
    }
}
