package proctp.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static proctp.application.Offices.ALL;
import static proctp.application.Offices.CALLER;
import static proctp.application.Offices.assertRefused;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import proctp.application.port.Office;
import proctp.application.port.ProcTPs;
import proctp.application.port.TreatPlans;
import proctp.domain.ProcTP;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;

/** Reading a plan that has rows, one that has none, and one that is not there. */
class ListProcTPsTest {

    private final Office office = Offices.sample();
    private final TreatPlans treatPlans = mock(TreatPlans.class);

    @Test
    void G1_a_plans_rows_come_in_its_order() {
        assertThat(list(963, ALL)).extracting(row -> row.num().value()).containsExactly(976L, 977L);
        assertThat(list(990, new Page(2, 3))).extracting(ProcTP::itemOrder).containsExactly(3, 4);
    }

    @Test
    void G4_a_plan_that_is_not_there_is_refused() {
        assertRefused(Refusal.Kind.TREAT_PLAN_NOT_FOUND, () -> list(7, ALL));
        assertRefused(Refusal.Kind.TREAT_PLAN_NOT_FOUND, () -> list(0, ALL));
        assertRefused(Refusal.Kind.TREAT_PLAN_NOT_FOUND, () -> list(-963, ALL));
    }

    @Test
    void A9_a_plan_of_another_practice_is_not_there() {
        assertRefused(Refusal.Kind.TREAT_PLAN_NOT_FOUND, () -> list(5963, ALL));
    }

    @Test
    void G5_an_Active_an_Inactive_and_an_empty_plan_give_no_rows() {
        assertThat(list(980, ALL)).isEmpty();
        assertThat(list(981, ALL)).isEmpty();
        assertThat(list(972, ALL)).isEmpty();
    }

    @Test
    void G6_a_page_beyond_the_end_is_empty_and_no_refusal() {
        assertThat(list(963, new Page(10, 2))).isEmpty();
    }

    @Test
    void the_plan_is_not_asked_for_when_there_are_rows() {
        assertThat(new ListProcTPs(office.procTPs(), treatPlans).list(CALLER, new TreatPlanNum(963), ALL)).hasSize(2);
        verifyNoInteractions(treatPlans);
    }

    @Test
    void the_plan_is_asked_for_when_there_are_none() {
        when(treatPlans.existing(CALLER, Set.of(new TreatPlanNum(972)))).thenReturn(Set.of(new TreatPlanNum(972)));
        assertThat(new ListProcTPs(office.procTPs(), treatPlans).list(CALLER, new TreatPlanNum(972), ALL)).isEmpty();
        verify(treatPlans).existing(CALLER, Set.of(new TreatPlanNum(972)));
    }

    @Test
    void a_failure_comes_out_as_it_is() {
        ProcTPs failing = mock(ProcTPs.class);
        IllegalStateException outage = new IllegalStateException("no connection");
        when(failing.list(any(), any(TreatPlanNum.class), any())).thenThrow(outage);
        assertThatThrownBy(() -> new ListProcTPs(failing, treatPlans).list(CALLER, new TreatPlanNum(963), ALL))
                .isSameAs(outage);
        verifyNoInteractions(treatPlans);
    }

    private List<ProcTP> list(long plan, Page page) {
        return new ListProcTPs(office.procTPs(), office.treatPlans()).list(CALLER, new TreatPlanNum(plan), page);
    }
}
