package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import proctp.application.port.ProcTPGuard;
import proctp.domain.DefNum;
import proctp.domain.Money;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TxPriority;

/** Editing a row: what changes, what does not, and who is asked. */
public abstract class ProcTPsEditContract extends OfficeContract {

    private static final ProcTPGuard NOBODY_ASKS = (plan, row) -> {
        throw new AssertionError("the guard was asked about " + plan);
    };

    @Test
    void U1_the_answer_is_the_row_as_the_list_has_it() {
        ProcTP answer = edited(976, members -> members.descript("new").patAmt(Money.MAX).priority(new DefNum(2)));
        assertThat(row(963, 976)).isEqualTo(answer);
        assertThat(answer.descript()).isEqualTo("new");
    }

    @Test
    void U1_several_members_change_together() {
        ProcTP before = row(963, 976);
        ProcTP after = edited(976, members -> members.surf("B").procCode("D1").discount(Money.NOT_KNOWN));
        assertThat(Members.changed(before, after)).containsExactlyInAnyOrder("Surf", "ProcCode", "Discount", "SecDateTEdit");
    }

    @Test
    void U1_later_edits_leave_what_earlier_ones_did() {
        edited(976, members -> members.surf("B"));
        edited(976, members -> members.dx("D9"));
        assertThat(row(963, 976)).extracting(ProcTP::surf, ProcTP::dx).containsExactly("B", "D9");
    }

    @Test
    void U1_nothing_else_of_the_practice_changes() {
        Everything before = everything(CALLER);
        edited(976, members -> members.surf("B"));
        Everything after = everything(CALLER);
        assertThat(after.plans()).isEqualTo(before.plans());
        assertThat(after.definitions()).isEqualTo(before.definitions());
        assertThat(others(after, 976)).isEqualTo(others(before, 976));
    }

    @Test
    void U1_a_priority_comes_back_with_its_name() {
        assertThat(edited(976, members -> members.priority(new DefNum(2))).priority())
                .isEqualTo(new TxPriority(new DefNum(2), "Medium"));
        assertThat(edited(976, members -> members.priority(new DefNum(3))).priority())
                .as("hidden").isEqualTo(new TxPriority(new DefNum(3), "Low"));
        assertThat(edited(976, members -> members.priority(DefNum.NONE)).priority()).isEqualTo(TxPriority.NONE);
    }

    @Test
    void U2_a_row_of_a_signed_plan_stays_as_it_is() {
        Everything before = everything(CALLER);
        assertRefused(Refusal.Kind.TREAT_PLAN_SIGNED, () -> edited(1001, members -> members.descript("forged")));
        assertUnchanged(CALLER, before);
    }

    @Test
    void U2_the_signature_of_the_practice_alone_locks_nothing() {
        assertThat(edited(1011, members -> members.descript("changed")).descript()).isEqualTo("changed");
    }

    @Test
    void U2_the_guard_is_asked_once_about_the_plan_as_it_is_stored() {
        List<TreatPlan> seen = new ArrayList<>();
        office.procTPs().edit(CALLER, rowNum(1012), edit(members -> members.surf("B")), (plan, row) -> seen.add(plan));
        assertThat(seen).containsExactly(plan(971));
    }

    @Test
    void U2_what_the_guard_throws_comes_out_as_it_is_and_nothing_changes() {
        List<RuntimeException> thrown = List.of(
                new Refusal(Refusal.Kind.TREAT_PLAN_NOT_SAVED, "no"), new IllegalStateException("a bug"));
        Everything before = everything(CALLER);
        for (RuntimeException failure : thrown) {
            assertThat(catchThrowable(() -> office.procTPs().edit(CALLER, rowNum(976),
                    edit(members -> members.surf("B")), (plan, row) -> {
                        throw failure;
                    }))).isSameAs(failure);
        }
        assertUnchanged(CALLER, before);
    }

    @Test
    void U2_the_guard_is_the_only_judge() {
        ProcTP answer = office.procTPs().edit(CALLER, rowNum(976), edit(members -> members.surf("B")), ProcTPGuard.NONE);
        assertThat(answer.surf()).isEqualTo("B");
    }

    @Test
    void U8_an_edit_that_names_nothing_gives_the_row_as_it_is() {
        ProcTP before = row(964, 983);
        assertThat(edited(983, members -> members)).isEqualTo(before);
        assertThat(row(964, 983)).isEqualTo(before);
    }

    @Test
    void U8_the_guard_judges_an_edit_that_names_nothing() {
        assertRefused(Refusal.Kind.TREAT_PLAN_SIGNED, () -> edited(1001, members -> members));
    }

    @Test
    void U8_the_guard_judges_an_edit_that_would_change_nothing() {
        ProcTP row = row(970, 1001);
        assertRefused(Refusal.Kind.TREAT_PLAN_SIGNED, () -> edited(1001, members -> members.surf(row.surf())));
    }

    @Test
    void U9_a_number_that_no_row_has_is_not_found_and_no_guard_is_asked() {
        Everything before = everything(CALLER);
        for (long num : new long[] {7, 0, -1, 963, Long.MAX_VALUE, Long.MIN_VALUE, 976 + (1L << 32)}) {
            for (ProcTPEdit edit : List.of(edit(members -> members), edit(members -> members.surf("B")))) {
                assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND,
                        () -> office.procTPs().edit(CALLER, rowNum(num), edit, NOBODY_ASKS));
            }
        }
        assertUnchanged(CALLER, before);
    }

    @Test
    void a_row_that_was_handed_out_does_not_follow_later_edits() {
        ProcTP first = edited(976, members -> members.surf("B"));
        edited(976, members -> members.surf("L"));
        assertThat(first.surf()).isEqualTo("B");
    }

    private static List<ProcTP> others(Everything practice, long num) {
        return practice.rows().stream().filter(row -> row.num().value() != num).toList();
    }
}
