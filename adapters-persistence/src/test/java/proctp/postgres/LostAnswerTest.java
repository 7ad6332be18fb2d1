package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import proctp.application.IdempotencyKey;
import proctp.application.Page;
import proctp.application.Posted;
import proctp.application.TreatPlanFilter;
import proctp.domain.NewTreatPlan;
import proctp.domain.ProcTP;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;

/** Saving a plan when the answer is lost on the way, or the saving fails midway: sent again, it is done once. */
class LostAnswerTest {

    private static final Optional<IdempotencyKey> KEY = Optional.of(new IdempotencyKey("a key", "a".repeat(64)));

    private final HikariDataSource pool = ThrowAwayPostgres.NEWEST.emptiedOffice();
    private PostgresOffice office;
    private int before;

    @BeforeEach
    void openOffice() {
        office = SampleOn.filled(SampleOn.on(pool), ThrowAwayPostgres.NEWEST);
        before = plans().size();
    }

    @Test
    void X9_a_plan_whose_answer_was_lost_is_told_again_and_saved_once() {
        assertOutcomeUnknown(SampleOn.on(pool, FailingDoor.into(pool, "commit", true, "08006"), SampleOn.CLOCK));

        Posted<TreatPlan> again = save(office);

        assertThat(again.isReplay()).isTrue();
        assertThat(plans()).hasSize(before + 1).last().isEqualTo(again.value());
        assertThat(rows(again.value())).hasSize(3);
    }

    @Test
    void X9_a_plan_whose_commit_was_lost_is_saved_when_it_is_sent_again() {
        assertOutcomeUnknown(SampleOn.on(pool, FailingDoor.into(pool, "commit", false, "57P01"), SampleOn.CLOCK));
        assertThat(plans()).hasSize(before);

        assertThat(save(office).isReplay()).isFalse();
        assertThat(plans()).hasSize(before + 1);
    }

    @Test
    void T3_X9_of_a_saving_that_fails_midway_nothing_stays_neither_rows_nor_plan_nor_number_nor_key() {
        ThrowAwayPostgres.execute(pool, "alter table proctp add constraint planted check (descript <> 'third')");
        try {
            assertThatThrownBy(() -> save(office)).isInstanceOf(DataAccessException.class)
                    .hasMessageNotContaining("second");
            assertThat(plans()).hasSize(before);
        } finally {
            ThrowAwayPostgres.execute(pool, "alter table proctp drop constraint planted");
        }

        Posted<TreatPlan> again = save(office);

        assertThat(again.isReplay()).isFalse();
        assertThat(again.value().num().value()).isEqualTo(991);
        assertThat(rows(again.value())).extracting(row -> row.num().value()).containsExactly(2_251L, 2_252L, 2_253L);
    }

    @Test
    void T3_numbers_that_somebody_put_in_by_hand_are_not_given_out() {
        ThrowAwayPostgres.execute(pool, "insert into treatplan (practice_id, treatplannum, patnum, tpstatus, secdatetedit)"
                + " values (1, 991, 1, 'Saved', now()), (1, 995, 1, 'Saved', now())");

        assertThat(save(office).value().num().value()).isEqualTo(996);
    }

    private void assertOutcomeUnknown(PostgresOffice losing) {
        assertThatThrownBy(() -> save(losing)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OUTCOME_UNKNOWN));
    }

    private static Posted<TreatPlan> save(PostgresOffice office) {
        NewTreatPlan.Builder plan = NewTreatPlan.builder().patNum(1);
        List.of("first", "second", "third").forEach(text -> plan.procTP().edit().descript(text));
        return office.treatPlans().save(SampleOn.CALLER, plan.build(any -> true), KEY);
    }

    private List<TreatPlan> plans() {
        return office.treatPlans().list(SampleOn.CALLER, TreatPlanFilter.ALL, Page.EVERYTHING);
    }

    private List<ProcTP> rows(TreatPlan plan) {
        return office.procTPs().list(SampleOn.CALLER, plan.num(), Page.EVERYTHING);
    }
}
