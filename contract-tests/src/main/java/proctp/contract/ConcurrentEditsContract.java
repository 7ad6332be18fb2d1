package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import proctp.domain.DefNum;
import proctp.domain.Money;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.Refusal;

/** Several programs at one row: an edit writes what it names and leaves alone what others write at the same time. */
public abstract class ConcurrentEditsContract extends OfficeContract {

    private static final int MANY_CLIENTS = 4;

    @Test
    void U4_an_edit_does_not_undo_one_that_came_while_it_was_in_flight() throws InterruptedException {
        Hold hold = new Hold();
        Future<ProcTP> first = clients.start(() -> office.procTPs().edit(CALLER, rowNum(976),
                edit(members -> members.surf("first")), (plan, row) -> hold.here()));
        hold.awaitReached(first);
        Future<ProcTP> second = clients.start(() -> edited(976, members -> members.dx("second")));
        // it may come back at once or wait for the first: both are right
        Clients.waits(second);
        hold.release();
        assertThat(Clients.answer(first).surf()).isEqualTo("first");
        assertThat(Clients.answer(second).dx()).isEqualTo("second");
        assertThat(row(963, 976)).extracting(ProcTP::surf, ProcTP::dx).containsExactly("first", "second");
    }

    @Test
    void U4_a_text_and_an_amount_of_one_row_both_survive() throws InterruptedException {
        for (int round = 1; round <= underTest().rounds(); round++) {
            String text = "round " + round;
            Money amount = new Money(round);
            CyclicBarrier start = new CyclicBarrier(2);
            Future<ProcTP> one = clients.start(() -> editTogether(start, TextMember.Descript.to(text)));
            Future<ProcTP> other = clients.start(() -> editTogether(start, AmountMember.FeeAllowed.to(amount)));
            assertThat(Clients.answer(one).descript()).as("the first's answer").isEqualTo(text);
            assertThat(Clients.answer(other).amounts().feeAllowed()).as("the second's answer").isEqualTo(amount);
            ProcTP row = row(963, 976);
            assertThat(row.descript()).isEqualTo(text);
            assertThat(row.amounts().feeAllowed()).isEqualTo(amount);
        }
    }

    @Test
    void U4_edits_by_many_all_survive_and_each_sees_its_own() throws Exception {
        ProcTP before = row(963, 976);
        Future<?>[] editors = new Future<?>[MANY_CLIENTS];
        for (int i = 0; i < MANY_CLIENTS; i++) {
            TextMember member = TextMember.values()[i];
            editors[i] = clients.start(() -> editOverAndOver(member));
        }
        for (Future<?> editor : editors) {
            editor.get();
        }
        ProcTP after = row(963, 976);
        for (int i = 0; i < MANY_CLIENTS; i++) {
            assertThat(TextMember.values()[i].of(after)).isEqualTo(String.valueOf(underTest().rounds()));
        }
        assertThat(Members.changed(before, after))
                .containsExactlyInAnyOrder("ToothNumTP", "Surf", "ProcCode", "Descript", "SecDateTEdit");
    }

    @Test
    void U4_the_priority_survives_an_edit_of_another_member() throws InterruptedException {
        for (int round = 1; round <= 50; round++) {
            DefNum priority = new DefNum(round % 3);
            String text = "round " + round;
            CyclicBarrier start = new CyclicBarrier(2);
            Future<ProcTP> one = clients.start(() -> editTogether(start, edit(members -> members.priority(priority))));
            Future<ProcTP> other = clients.start(() -> editTogether(start, TextMember.Dx.to(text)));
            assertThat(Clients.answer(one).priority().num()).isEqualTo(priority);
            assertThat(Clients.answer(other).dx()).isEqualTo(text);
            assertThat(row(963, 976)).extracting(row -> row.priority().num(), ProcTP::dx).containsExactly(priority, text);
        }
    }

    @Test
    void an_edit_never_brings_back_a_row_that_is_being_deleted() throws InterruptedException {
        for (ProcTP row : rows(990).subList(0, 25)) {
            CyclicBarrier start = new CyclicBarrier(2);
            Future<Boolean> delete = clients.start(() -> {
                start.await();
                office.procTPs().delete(CALLER, row.num(), RULE);
                return true;
            });
            Future<Boolean> edit = clients.start(() -> {
                start.await();
                return editUnlessGone(row);
            });
            assertThat(Clients.answer(delete)).isTrue();
            Clients.answer(edit);
            assertThat(rows(990)).extracting(ProcTP::num).doesNotContain(row.num());
        }
    }

    private ProcTP editTogether(CyclicBarrier start, ProcTPEdit edit) throws Exception {
        start.await();
        return office.procTPs().edit(CALLER, rowNum(976), edit, RULE);
    }

    private boolean editOverAndOver(TextMember member) {
        for (int round = 1; round <= underTest().rounds(); round++) {
            String value = String.valueOf(round);
            ProcTP answer = office.procTPs().edit(CALLER, rowNum(976), member.to(value), RULE);
            assertThat(member.of(answer)).isEqualTo(value);
        }
        return true;
    }

    private boolean editUnlessGone(ProcTP row) {
        try {
            office.procTPs().edit(CALLER, row.num(), TextMember.Surf.to("B"), RULE);
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.PROC_TP_NOT_FOUND);
            return false;
        }
    }
}
