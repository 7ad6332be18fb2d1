package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import proctp.application.port.ProcTPGuard;
import proctp.domain.DefNum;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.Refusal;

/** A guard that looks at the row: what a client's condition is judged on. */
public abstract class RowConditionContract extends OfficeContract {

    private static final Refusal STALE = new Refusal(Refusal.Kind.PRECONDITION_FAILED, "stale");

    private final Hold hold = new Hold();

    @Test
    void X7_the_guard_sees_the_row_as_the_list_has_it() {
        List<ProcTP> seen = new ArrayList<>();
        ProcTP before = row(964, 981);
        office.procTPs().edit(CALLER, rowNum(981), edit(members -> members.surf("B")), (plan, row) -> seen.add(row.get()));
        office.procTPs().delete(CALLER, rowNum(982), (plan, row) -> seen.add(row.get()));
        assertThat(seen).hasSize(2).first().isEqualTo(before);
        assertThat(seen.get(1).num()).isEqualTo(rowNum(982));
    }

    @Test
    void X7_a_row_that_the_guard_looks_at_does_not_change_until_the_edit_is_done() throws InterruptedException {
        Future<ProcTP> held = lookingAndHeld(members -> members.surf("first"));
        List<ProcTP> seen = Collections.synchronizedList(new ArrayList<>());
        Future<ProcTP> second = clients.start(() -> office.procTPs().edit(CALLER, rowNum(976),
                edit(members -> members.dx("second")), (plan, row) -> seen.add(row.get())));
        Future<ProcTP> third = clients.start(() -> edited(976, members -> members.prognosis("third")));
        assertThat(Clients.waits(second) && Clients.waits(third)).as("both wait").isTrue();
        assertThat(seen).as("rows that the second saw meanwhile").isEmpty();
        hold.release();
        assertThat(Clients.answer(held).surf()).isEqualTo("first");
        Clients.answer(second);
        Clients.answer(third);
        assertThat(seen).singleElement().extracting(ProcTP::surf).isEqualTo("first");
        assertThat(row(963, 976)).extracting(ProcTP::surf, ProcTP::dx, ProcTP::prognosis).containsExactly("first", "second", "third");
    }

    @Test
    void X7_other_rows_of_the_plan_do_not_wait_for_it() throws InterruptedException {
        Future<ProcTP> held = lookingAndHeld(members -> members.surf("held"));
        assertThat(Clients.answer(clients.start(() -> edited(977, members -> members.surf("B")))).surf()).isEqualTo("B");
        assertThat(held).isNotDone();
        hold.release();
        Clients.answer(held);
    }

    @Test
    void X7_of_two_that_saw_the_same_row_one_is_refused_whatever_the_timing() throws InterruptedException {
        for (int round = 0; round < 50; round++) {
            ProcTP before = row(963, 976);
            ProcTPGuard unchanged = (plan, row) -> {
                if (!row.get().equals(before)) {
                    throw STALE;
                }
            };
            String value = "round " + round;
            List<Future<ProcTP>> both = List.of(
                    clients.start(() -> office.procTPs().edit(CALLER, rowNum(976), edit(members -> members.dx(value)), unchanged)),
                    clients.start(() -> office.procTPs().edit(CALLER, rowNum(976), edit(members -> members.surf(value)), unchanged)));
            int refused = 0;
            for (Future<ProcTP> one : both) {
                try {
                    Clients.answer(one);
                } catch (Refusal stale) {
                    assertThat(stale).isSameAs(STALE);
                    refused++;
                }
            }
            assertThat(refused).isEqualTo(1);
        }
    }

    @Test
    void X7_a_refused_condition_changes_nothing_and_lets_go_of_the_row() {
        Everything before = everything(CALLER);
        ProcTPGuard stale = (plan, row) -> {
            row.get();
            throw STALE;
        };
        assertRefused(Refusal.Kind.PRECONDITION_FAILED,
                () -> office.procTPs().edit(CALLER, rowNum(976), edit(members -> members.surf("B")), stale));
        assertRefused(Refusal.Kind.PRECONDITION_FAILED, () -> office.procTPs().delete(CALLER, rowNum(976), stale));
        assertUnchanged(CALLER, before);
        assertThat(edited(976, members -> members.surf("B")).surf()).isEqualTo("B");
    }

    @Test
    void X7_a_row_that_has_gone_by_the_time_the_guard_looks_is_not_found() throws InterruptedException {
        Future<ProcTP> held = clients.start(() -> office.procTPs().edit(CALLER, rowNum(976),
                edit(members -> members.surf("B")), (plan, row) -> {
                    hold.here();
                    row.get();
                }));
        hold.awaitReached(held);
        office.procTPs().delete(CALLER, rowNum(976), RULE);
        hold.release();
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND, () -> Clients.answer(held));
    }

    @Test
    void X7_the_row_that_was_waited_for_has_its_new_priority_by_name() throws InterruptedException {
        edited(976, members -> members.priority(new DefNum(1)));
        Future<ProcTP> held = lookingAndHeld(members -> members.priority(new DefNum(2)));
        List<ProcTP> seen = Collections.synchronizedList(new ArrayList<>());
        Future<ProcTP> second = clients.start(() -> office.procTPs().edit(CALLER, rowNum(976),
                edit(members -> members.dx("second")), (plan, row) -> seen.add(row.get())));
        assertThat(Clients.waits(second)).as("the second waits").isTrue();
        hold.release();
        ProcTP committed = Clients.answer(held);
        Clients.answer(second);
        assertThat(seen).containsExactly(committed);
        assertThat(committed.priority().itemName()).isEqualTo("Medium");
    }

    @Test
    void X7_a_row_that_is_looked_at_is_held_until_its_delete_is_done() throws InterruptedException {
        Future<Boolean> delete = clients.start(() -> {
            office.procTPs().delete(CALLER, rowNum(976), (plan, row) -> {
                row.get();
                hold.here();
            });
            return true;
        });
        hold.awaitReached(delete);
        Future<ProcTP> edit = clients.start(() -> edited(976, members -> members.surf("late")));
        assertThat(Clients.waits(edit)).as("the edit waits").isTrue();
        hold.release();
        Clients.answer(delete);
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND, () -> Clients.answer(edit));
    }

    /** An edit of row 976 that has looked at the row, and is in flight. */
    private Future<ProcTP> lookingAndHeld(UnaryOperator<ProcTPEdit.Builder> members) throws InterruptedException {
        Future<ProcTP> held = clients.start(() -> office.procTPs().edit(CALLER, rowNum(976), edit(members), (plan, row) -> {
            row.get();
            hold.here();
        }));
        hold.awaitReached(held);
        return held;
    }
}
