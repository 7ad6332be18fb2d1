package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import proctp.application.port.ProcTPGuard;
import proctp.domain.ProcTP;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;

/** Taking a row out of its plan. */
public abstract class ProcTPsDeleteContract extends OfficeContract {

    private static final ProcTPGuard NOBODY_ASKS = (plan, row) -> {
        throw new AssertionError("the guard was asked about " + plan);
    };

    @Test
    void D1_the_row_is_gone_and_the_others_keep_their_place() {
        List<ProcTP> before = rows(120);
        delete(293);
        assertThat(rows(120)).containsExactly(before.get(0), before.get(2));
        assertThat(rows(120)).extracting(ProcTP::itemOrder).containsExactly(0, 2);
    }

    @Test
    void D1_nothing_else_of_the_practice_changes() {
        Everything before = everything(CALLER);
        delete(293);
        Everything after = everything(CALLER);
        assertThat(after.plans()).isEqualTo(before.plans());
        assertThat(after.definitions()).isEqualTo(before.definitions());
        assertThat(after.rows()).isEqualTo(before.rows().stream().filter(row -> row.num().value() != 293).toList());
    }

    @Test
    void D1_the_plan_stays_when_its_last_row_goes() {
        delete(976);
        delete(977);
        assertThat(rows(963)).isEmpty();
        assertThat(exists(CALLER, planNum(963))).as("whether the plan is there").isTrue();
    }

    @Test
    void D1_a_second_time_it_is_not_found() {
        delete(293);
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND, () -> delete(293));
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND, () -> edited(293, members -> members.surf("B")));
    }

    @Test
    void D1_a_number_that_no_row_has_is_not_found_and_no_guard_is_asked() {
        Everything before = everything(CALLER);
        for (long num : new long[] {7, 0, -1, 120, Long.MAX_VALUE, Long.MIN_VALUE, 293 + (1L << 32)}) {
            assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND,
                    () -> office.procTPs().delete(CALLER, rowNum(num), NOBODY_ASKS));
        }
        assertUnchanged(CALLER, before);
    }

    @Test
    void D1_of_two_deletes_at_once_exactly_one_succeeds() throws InterruptedException {
        for (ProcTP row : rows(990).subList(0, 25)) {
            CyclicBarrier start = new CyclicBarrier(2);
            Future<Boolean> one = clients.start(() -> startsAndDeletes(start, row));
            Future<Boolean> other = clients.start(() -> startsAndDeletes(start, row));
            assertThat(Clients.answer(one) ^ Clients.answer(other)).as("row %s", row.num()).isTrue();
        }
        assertThat(rows(990)).hasSize(225);
    }

    @Test
    void D2_a_row_of_a_signed_plan_stays() {
        Everything before = everything(CALLER);
        assertRefused(Refusal.Kind.TREAT_PLAN_SIGNED, () -> delete(1001));
        assertUnchanged(CALLER, before);
    }

    @Test
    void D2_the_signature_of_the_practice_alone_locks_nothing() {
        delete(1011);
        assertThat(rows(971)).hasSize(2);
    }

    @Test
    void D2_the_guard_is_asked_once_about_the_plan_as_it_is_stored() {
        List<TreatPlan> seen = new ArrayList<>();
        office.procTPs().delete(CALLER, rowNum(1012), (plan, row) -> seen.add(plan));
        assertThat(seen).containsExactly(plan(971));
    }

    @Test
    void D2_what_the_guard_throws_comes_out_as_it_is_and_nothing_changes() {
        Everything before = everything(CALLER);
        for (RuntimeException failure : List.of(
                new Refusal(Refusal.Kind.TREAT_PLAN_NOT_SAVED, "no"), new IllegalStateException("a bug"))) {
            assertThat(catchThrowable(() -> office.procTPs().delete(CALLER, rowNum(293), (plan, row) -> {
                throw failure;
            }))).isSameAs(failure);
        }
        assertUnchanged(CALLER, before);
    }

    private void delete(long num) {
        office.procTPs().delete(CALLER, rowNum(num), RULE);
    }

    /** Whether it was this one that deleted the row. */
    private boolean startsAndDeletes(CyclicBarrier start, ProcTP row) throws Exception {
        start.await();
        try {
            office.procTPs().delete(CALLER, row.num(), RULE);
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.PROC_TP_NOT_FOUND);
            return false;
        }
    }
}
