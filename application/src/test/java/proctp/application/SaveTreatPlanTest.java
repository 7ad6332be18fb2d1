package proctp.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static proctp.application.Offices.ALL;
import static proctp.application.Offices.CALLER;
import static proctp.application.Offices.assertRefused;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import proctp.application.port.Definitions;
import proctp.application.port.Office;
import proctp.application.port.TreatPlans;
import proctp.domain.DefNum;
import proctp.domain.NewTreatPlan;
import proctp.domain.ProcTP;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;

/** Saving a plan: what is judged before anything is stored. */
class SaveTreatPlanTest {

    private final Office office = Offices.sample();
    private final TreatPlans untouched = mock(TreatPlans.class);

    @Test
    void T3_the_plan_is_stored_with_its_rows_and_their_priorities_by_name() {
        TreatPlan saved = new SaveTreatPlan(office.treatPlans(), office.definitions())
                .save(CALLER, draft(1, 0, 3, 1), Optional.empty()).value();
        assertThat(office.procTPs().list(CALLER, saved.num(), ALL)).extracting(ProcTP::priority)
                .extracting(priority -> priority.itemName()).containsExactly("High", "", "Low", "High");
    }

    @Test
    void T3_a_priority_that_is_none_of_ones_own_is_named_with_its_row_and_nothing_is_stored() {
        SaveTreatPlan useCase = new SaveTreatPlan(untouched, office.definitions());
        for (long wrong : new long[] {21, 99, -1, 5001, Long.MAX_VALUE}) {
            Refusal refusal = catchThrowableOfType(Refusal.class,
                    () -> useCase.save(CALLER, draft(1, wrong), Optional.empty()));
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FIELD_INVALID);
            assertThat(refusal.sentence()).startsWith("ProcTPs[1].Priority must be 0 or the DefNum").contains(" " + wrong + " ");
        }
        verifyNoInteractions(untouched);
    }

    @Test
    void T3_definitions_are_asked_once_for_all_rows_and_not_at_all_without_a_priority() {
        Definitions definitions = mock(Definitions.class);
        when(definitions.find(any(), any())).thenAnswer(asked ->
                office.definitions().find(asked.getArgument(0), asked.getArgument(1)));
        SaveTreatPlan useCase = new SaveTreatPlan(office.treatPlans(), definitions);
        useCase.save(CALLER, draft(0, 0), Optional.empty());
        verifyNoInteractions(definitions);
        useCase.save(CALLER, draft(1, 2, 1, 0), Optional.empty());
        verify(definitions, times(1)).find(CALLER, Set.of(new DefNum(1), new DefNum(2)));
    }

    @Test
    void X9_the_key_goes_with_the_plan() {
        SaveTreatPlan useCase = new SaveTreatPlan(office.treatPlans(), office.definitions());
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("a key", "a".repeat(64)));
        Posted<TreatPlan> first = useCase.save(CALLER, draft(1), key);
        assertThat(useCase.save(CALLER, draft(1), key)).isEqualTo(new Posted<>(first.value(), true));
        assertRefused(Refusal.Kind.IDEMPOTENCY_KEY_REUSED, () -> useCase.save(CALLER, draft(1),
                Optional.of(new IdempotencyKey("a key", "b".repeat(64)))));
    }

    private static NewTreatPlan.Builder draft(long... priorities) {
        NewTreatPlan.Builder plan = NewTreatPlan.builder().patNum(722);
        for (long priority : priorities) {
            plan.procTP().edit().priority(new DefNum(priority));
        }
        return plan;
    }
}
