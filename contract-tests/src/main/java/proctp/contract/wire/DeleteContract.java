package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Section 6 of the wire contract: {@code DELETE /proctps/{ProcTPNum}}. */
public abstract class DeleteContract extends WireContract {

    @Test
    void D1_the_vendors_delete_is_200_without_a_body() {
        HttpResponse<String> answer = office.delete("/proctps/293");
        assertThat(ok(answer)).isEmpty();
        assertThat(header(answer, "Content-Length")).isEqualTo("0");
        assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
    }

    @Test
    void D1_the_other_rows_of_the_plan_stay_as_they_are() {
        String first = row(120, 292);
        String last = row(120, 294);
        ok(office.delete("/proctps/293"));
        assertThat(ok(office.get("/proctps?TreatPlanNum=120"))).isEqualTo("[" + first + "," + last + "]");
        assertThat(last).contains("\"ItemOrder\":2");
    }

    @Test
    void D1_a_second_time_there_is_nothing_left() {
        ok(office.delete("/proctps/293"));
        refused(office.delete("/proctps/293"), 404, "PROC_TP_NOT_FOUND", "ProcTP not found.");
        refused(office.put("/proctps/293", "{}"), 404, "PROC_TP_NOT_FOUND", "ProcTP not found.");
    }

    @Test
    void D1_the_last_row_leaves_a_plan_without_rows() {
        ok(office.delete("/proctps/1"));
        assertThat(ok(office.get("/proctps?TreatPlanNum=1"))).isEqualTo("[]");
    }

    @Test
    void D2_a_row_of_a_signed_plan_is_refused_and_stays() {
        String before = ok(office.get("/proctps?TreatPlanNum=970"));
        refused(office.delete("/proctps/1002"), 400, "TREAT_PLAN_SIGNED",
                "TreatPlan 970 is signed by the patient. Only ProcTPs of an unsigned treatment plan can be updated or deleted.");
        assertThat(ok(office.get("/proctps?TreatPlanNum=970"))).isEqualTo(before);
    }

    @Test
    void D2_the_practices_own_signature_does_not_lock() {
        ok(office.delete("/proctps/1012"));
    }
}
