package proctp.application;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static proctp.application.Offices.ALL;
import static proctp.application.Offices.CALLER;

import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import proctp.application.port.Office;
import proctp.application.port.TreatPlans;
import proctp.domain.TreatPlanNum;

/** Reading rows of many plans: which of them are told to be missing, and how that is found out. */
class FindProcTPsTest {

    private final Office office = Offices.sample();
    private final TreatPlans treatPlans = mock(TreatPlans.class);

    @Test
    void X3_plans_that_are_not_there_are_missing_and_those_without_rows_are_not() {
        FindProcTPs.Found found = new FindProcTPs(office.procTPs(), office.treatPlans())
                .find(CALLER, plans(963, 972, 980, 5963, 7, -1), ALL);
        assertThat(found.rows()).hasSize(2);
        assertThat(found.missing()).isEqualTo(nums(5963, 7, -1));
    }

    @Test
    void X3_a_plan_whose_rows_are_on_another_page_is_not_missing() {
        FindProcTPs.Found found = new FindProcTPs(office.procTPs(), office.treatPlans())
                .find(CALLER, plans(963, 964, 990, 7), new Page(1, 3));
        assertThat(found.rows()).hasSize(1);
        assertThat(found.missing()).isEqualTo(nums(7));
    }

    @Test
    void X3_nobody_is_asked_when_every_plan_has_rows_or_none_is_named() {
        FindProcTPs useCase = new FindProcTPs(office.procTPs(), treatPlans);
        assertThat(useCase.find(CALLER, plans(963, 964), ALL).missing()).isEmpty();
        assertThat(useCase.find(CALLER, new ProcTPFilter(Optional.empty(), Optional.of(722L), Optional.empty()), ALL).rows())
                .hasSize(6);
        verifyNoInteractions(treatPlans);
    }

    @Test
    void X3_only_the_plans_without_rows_are_asked_for() {
        when(treatPlans.existing(any(), any())).thenReturn(nums(972));
        assertThat(new FindProcTPs(office.procTPs(), treatPlans).find(CALLER, plans(963, 972, 7), ALL).missing())
                .isEqualTo(nums(7));
        verify(treatPlans).existing(CALLER, nums(972, 7));
    }

    private static ProcTPFilter plans(long... nums) {
        return new ProcTPFilter(Optional.of(nums(nums)), Optional.empty(), Optional.empty());
    }

    private static Set<TreatPlanNum> nums(long... nums) {
        return LongStream.of(nums).mapToObj(TreatPlanNum::new).collect(toSet());
    }
}
