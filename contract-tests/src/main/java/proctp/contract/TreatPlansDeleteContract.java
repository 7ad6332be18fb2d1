package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import proctp.application.ProcTPFilter;
import proctp.application.port.PlanGuard;
import proctp.domain.ProcTP;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;

/** Removing a plan and its rows. */
public abstract class TreatPlansDeleteContract extends OfficeContract {

    private static final PlanGuard NOBODY_ASKS = plan -> {
        throw new AssertionError("the guard was asked about " + plan);
    };

    @Test
    void T5_the_plan_goes_and_takes_its_rows_along_and_nothing_else() {
        Everything before = everything(CALLER);
        Everything others = everything(OTHER_CALLER);
        delete(963);
        Everything after = everything(CALLER);
        assertThat(after.plans()).isEqualTo(before.plans().stream().filter(plan -> plan.num().value() != 963).toList());
        assertThat(after.rows()).isEqualTo(before.rows().stream().filter(row -> row.treatPlanNum().value() != 963).toList());
        assertThat(after.definitions()).isEqualTo(before.definitions());
        assertUnchanged(OTHER_CALLER, others);
        assertThat(office.procTPs().find(CALLER, rowNum(976))).isEmpty();
        assertThat(office.treatPlans().find(CALLER, planNum(963))).isEmpty();
        assertThat(exists(CALLER, planNum(963))).as("whether the plan is there").isFalse();
        assertThat(office.procTPs().list(CALLER, planNum(963), ALL)).isEmpty();
        assertThat(office.procTPs().list(CALLER, new ProcTPFilter(Optional.of(Set.of(planNum(963))), Optional.empty(),
                Optional.empty()), ALL)).isEmpty();
    }

    @Test
    void T5_a_plan_without_rows_goes_whatever_its_status() {
        for (long num : new long[] {972, 980, 981}) {
            delete(num);
            assertThat(exists(CALLER, planNum(num))).as("whether the plan is there").isFalse();
        }
    }

    @Test
    void T5_a_second_time_it_is_not_found() {
        delete(963);
        assertRefused(Refusal.Kind.TREAT_PLAN_NOT_FOUND, () -> office.treatPlans().delete(CALLER, planNum(963), NOBODY_ASKS));
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND, () -> edited(976, members -> members.surf("B")));
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND, () -> office.procTPs().delete(CALLER, rowNum(976), RULE));
    }

    @Test
    void A9_a_number_that_no_plan_of_ones_own_has_is_not_found() {
        Everything others = everything(OTHER_CALLER);
        for (long num : new long[] {5963, 7, 0, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertRefused(Refusal.Kind.TREAT_PLAN_NOT_FOUND,
                    () -> office.treatPlans().delete(CALLER, planNum(num), NOBODY_ASKS));
        }
        assertUnchanged(OTHER_CALLER, others);
    }

    @Test
    void T5_the_guard_is_asked_once_about_the_plan_as_it_is_stored() {
        TreatPlan stored = plan(971);
        List<TreatPlan> seen = new ArrayList<>();
        office.treatPlans().delete(CALLER, planNum(971), seen::add);
        assertThat(seen).containsExactly(stored);
    }

    @Test
    void T5_what_the_guard_throws_comes_out_as_it_is_and_nothing_changes() {
        Everything before = everything(CALLER);
        for (RuntimeException failure : List.of(
                new Refusal(Refusal.Kind.TREAT_PLAN_SIGNED, "no"), new IllegalStateException("a bug"))) {
            assertThat(catchThrowable(() -> office.treatPlans().delete(CALLER, planNum(963), plan -> {
                throw failure;
            }))).isSameAs(failure);
        }
        assertUnchanged(CALLER, before);
    }

    @Test
    void U3_a_delete_of_the_plan_waits_for_an_edit_in_flight_and_takes_the_row_along() throws InterruptedException {
        Hold hold = new Hold();
        Future<ProcTP> edit = clients.start(() -> office.procTPs().edit(CALLER, rowNum(976),
                edit(members -> members.surf("held")), (plan, row) -> hold.here()));
        hold.awaitReached(edit);
        Future<Boolean> delete = clients.start(() -> delete(963));
        assertThat(Clients.waits(delete)).as("the delete waits").isTrue();
        hold.release();
        assertThat(Clients.answer(edit).surf()).isEqualTo("held");
        Clients.answer(delete);
        assertThat(office.procTPs().find(CALLER, rowNum(976))).isEmpty();
    }

    @Test
    void U3_an_edit_that_waited_for_the_delete_of_its_plan_finds_no_row() throws InterruptedException {
        Hold hold = new Hold();
        Future<Boolean> delete = clients.start(() -> {
            office.treatPlans().delete(CALLER, planNum(963), plan -> hold.here());
            return true;
        });
        hold.awaitReached(delete);
        Future<ProcTP> edit = clients.start(() -> edited(976, members -> members.surf("late")));
        Future<TreatPlan> signing = clients.start(() -> signed(963));
        assertThat(Clients.waits(edit) && Clients.waits(signing)).as("both wait").isTrue();
        hold.release();
        Clients.answer(delete);
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND, () -> Clients.answer(edit));
        assertRefused(Refusal.Kind.TREAT_PLAN_NOT_FOUND, () -> Clients.answer(signing));
    }

    private boolean delete(long num) {
        office.treatPlans().delete(CALLER, planNum(num), PlanGuard.NONE);
        return true;
    }

    @Test
    void T5_U3_a_delete_waits_for_a_signing_in_flight_and_is_refused() throws InterruptedException {
        Hold hold = new Hold();
        Future<TreatPlan> signing = clients.start(() -> sign(CALLER, planNum(963), (plan, rows) -> {
            hold.here();
            return signature("ink");
        }));
        hold.awaitReached(signing);
        Future<Boolean> delete = clients.start(() -> {
            office.treatPlans().delete(CALLER, planNum(963), TreatPlan::requireDeletable);
            return true;
        });
        assertThat(Clients.waits(delete)).as("the delete waits").isTrue();
        hold.release();
        Clients.answer(signing);
        assertRefused(Refusal.Kind.TREAT_PLAN_SIGNED, () -> Clients.answer(delete));
        assertThat(rows(963)).hasSize(2);
    }
}
