package proctp.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static proctp.application.Offices.ALL;
import static proctp.application.Offices.CALLER;
import static proctp.application.Offices.assertRefused;

import org.junit.jupiter.api.Test;
import proctp.application.port.Office;
import proctp.application.port.ProcTPGuard;
import proctp.application.port.ProcTPs;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;

/** Deleting a row. */
class DeleteProcTPTest {

    private final Office office = Offices.sample();
    private final DeleteProcTP useCase = new DeleteProcTP(office.procTPs());

    @Test
    void D1_the_row_goes_and_the_others_keep_their_place() {
        useCase.delete(CALLER, new ProcTPNum(293), ProcTPGuard.NONE);
        assertThat(office.procTPs().list(CALLER, new TreatPlanNum(120), ALL)).extracting(ProcTP::itemOrder)
                .containsExactly(0, 2);
    }

    @Test
    void D1_a_second_time_it_is_not_found() {
        useCase.delete(CALLER, new ProcTPNum(293), ProcTPGuard.NONE);
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND, () -> useCase.delete(CALLER, new ProcTPNum(293), ProcTPGuard.NONE));
    }

    @Test
    void D2_a_row_of_a_signed_plan_is_refused_and_stays() {
        assertRefused(Refusal.Kind.TREAT_PLAN_SIGNED, () -> useCase.delete(CALLER, new ProcTPNum(1001), ProcTPGuard.NONE));
        assertThat(office.procTPs().list(CALLER, new TreatPlanNum(970), ALL)).hasSize(3);
    }

    @Test
    void D2_a_row_of_a_plan_that_only_the_practice_signed_goes() {
        useCase.delete(CALLER, new ProcTPNum(1011), ProcTPGuard.NONE);
        assertThat(office.procTPs().list(CALLER, new TreatPlanNum(971), ALL)).hasSize(2);
    }

    @Test
    void A9_a_row_of_another_practice_is_not_found() {
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND, () -> useCase.delete(CALLER, new ProcTPNum(5976), ProcTPGuard.NONE));
    }

    @Test
    void a_failure_comes_out_as_it_is() {
        ProcTPs failing = mock(ProcTPs.class);
        IllegalStateException outage = new IllegalStateException("no connection");
        doThrow(outage).when(failing).delete(any(), any(), any());
        assertThatThrownBy(() -> new DeleteProcTP(failing).delete(CALLER, new ProcTPNum(293), ProcTPGuard.NONE)).isSameAs(outage);
    }
}
