package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import proctp.application.port.PlanRevision;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanEdit;

/** Changing, signing and clearing a plan. What a signing needs beyond that has contracts of its own. */
public abstract class TreatPlansReviseContract extends OfficeContract {

    private static final PlanRevision NOBODY_ASKS = (plan, rows, now) -> {
        throw new AssertionError("a revision was asked for of " + plan);
    };

    private static final TreatPlanEdit.Signer SIGNER = new TreatPlanEdit.Signer("Ada Example", content -> "ab".repeat(32));

    @Test
    void T4_everything_that_can_change_is_stored_as_it_was_revised() {
        TreatPlanEdit.Builder all = TreatPlanEdit.builder().heading("Überschrift").note("Zeile\nzwei 🦷").responsParty(17)
                .type(TreatPlan.Type.Discount).signatureText("Ada Example").signaturePracticeText("Dr. Bea Example")
                .dateTP(Optional.of(LocalDate.of(2026, 2, 28))).isSigned(true).isSignedPractice(true);
        TreatPlan answer = edited(963, all);
        TreatPlan before = contents().get(0).treatPlans().stream().filter(plan -> plan.num().value() == 963).findFirst().orElseThrow();
        assertThat(answer).isEqualTo(all.build().applied(before, () -> rows(963), SIGNER, Instant.parse("2026-11-23T10:15:30Z")));
        assertThat(answer.patient().digest()).isEqualTo("ab".repeat(32));
        assertThat(plan(963)).isEqualTo(answer);
    }

    @Test
    void T4_clearing_leaves_nothing_of_either_signature() {
        edited(963, TreatPlanEdit.builder().isSigned(true).isSignedPractice(true).signatureText("Ada Example"));
        TreatPlan cleared = edited(963, TreatPlanEdit.builder().isSigned(false));
        assertThat(cleared.patient()).isEqualTo(TreatPlan.Signature.NONE);
        assertThat(cleared.practice()).isEqualTo(TreatPlan.Signature.NONE);
        assertThat(plan(963)).isEqualTo(cleared);
        assertThat(edited(976, members -> members.surf("B")).surf()).isEqualTo("B");
    }

    @Test
    void T4_a_day_can_be_taken_off() {
        assertThat(edited(963, TreatPlanEdit.builder().dateTP(Optional.empty())).dateTP()).isEmpty();
        assertThat(plan(963).dateTP()).isEmpty();
    }

    @Test
    void T4_the_revision_sees_the_plan_and_its_rows_as_they_are_and_the_time_in_whole_seconds() {
        List<Object> seen = new ArrayList<>();
        office.treatPlans().revise(CALLER, planNum(964), (plan, rows, now) -> {
            seen.add(plan);
            seen.add(rows.get());
            seen.add(now);
            return plan;
        });
        assertThat(seen).containsExactly(plan(964), rows(964), Instant.parse("2026-11-23T10:15:30Z"));
    }

    @Test
    void T4_a_revision_that_changes_nothing_gives_the_plan_as_it_is() {
        Everything before = everything(CALLER);
        clock.advance(Duration.ofMinutes(5));
        assertThat(edited(963, TreatPlanEdit.builder().heading(plan(963).heading()))).isEqualTo(plan(963));
        assertUnchanged(CALLER, before);
    }

    @Test
    void T4_the_rows_and_the_other_plans_stay_as_they_are() {
        Everything before = everything(CALLER);
        Everything others = everything(OTHER_CALLER);
        edited(963, TreatPlanEdit.builder().heading("new"));
        Everything after = everything(CALLER);
        assertThat(after.rows()).isEqualTo(before.rows());
        assertThat(after.plans()).filteredOn(plan -> plan.num().value() != 963)
                .isEqualTo(before.plans().stream().filter(plan -> plan.num().value() != 963).toList());
        assertUnchanged(OTHER_CALLER, others);
    }

    @Test
    void what_the_revision_throws_comes_out_as_it_is_and_nothing_changes() {
        Everything before = everything(CALLER);
        for (RuntimeException failure : List.of(
                new Refusal(Refusal.Kind.TREAT_PLAN_SIGNED, "no"), new IllegalStateException("a bug"))) {
            assertThat(catchThrowable(() -> office.treatPlans().revise(CALLER, planNum(963), (plan, rows, now) -> {
                throw failure;
            }))).isSameAs(failure);
        }
        assertUnchanged(CALLER, before);
    }

    @Test
    void A9_a_number_that_no_plan_of_ones_own_has_is_not_found() {
        for (long num : new long[] {5963, 7, 0, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertRefused(Refusal.Kind.TREAT_PLAN_NOT_FOUND,
                    () -> office.treatPlans().revise(CALLER, planNum(num), NOBODY_ASKS));
        }
    }

    @Test
    void T4_two_revisions_of_one_plan_come_one_after_the_other_and_both_are_kept() throws InterruptedException {
        Hold hold = new Hold();
        Future<TreatPlan> first = clients.start(() -> office.treatPlans().revise(CALLER, planNum(963), (plan, rows, now) -> {
            hold.here();
            return TreatPlanEdit.builder().heading("first").build().applied(plan, rows, SIGNER, now);
        }));
        hold.awaitReached(first);
        Future<TreatPlan> second = clients.start(() -> edited(963, TreatPlanEdit.builder().responsParty(9)));
        assertThat(Clients.waits(second)).as("the second waits").isTrue();
        hold.release();
        Clients.answer(first);
        TreatPlan last = Clients.answer(second);
        assertThat(last.heading()).isEqualTo("first");
        assertThat(last.responsParty()).isEqualTo(9);
    }

    @Test
    void X1_a_plan_is_found_by_its_number_whatever_its_status() {
        for (long num : new long[] {963, 970, 980, 981}) {
            assertThat(office.treatPlans().find(CALLER, planNum(num))).contains(plan(num));
        }
        for (long num : new long[] {5963, 7, 0, -1, Long.MAX_VALUE}) {
            assertThat(office.treatPlans().find(CALLER, planNum(num))).as("plan %d", num).isEmpty();
        }
    }

    private TreatPlan edited(long num, TreatPlanEdit.Builder edit) {
        TreatPlanEdit built = edit.build();
        return office.treatPlans().revise(CALLER, planNum(num), (plan, rows, now) -> built.applied(plan, rows, SIGNER, now));
    }

    @Test
    void T4_a_plan_signed_on_a_pad_and_then_here_is_no_pads_any_more() {
        TreatPlan onPad = office.treatPlans().revise(CALLER, planNum(963), (plan, rows, now) -> new TreatPlan(plan.num(),
                plan.patNum(), plan.dateTP(), plan.heading(), plan.note(), true, plan.responsParty(), plan.docNum(),
                plan.status(), plan.stamp(), plan.userNumPresenter(), plan.type(), signature("strokes"), plan.practice()));
        assertThat(onPad.sigIsTopaz()).as("SigIsTopaz").isTrue();
        assertThat(plan(963)).isEqualTo(onPad);
        assertThat(edited(963, TreatPlanEdit.builder().isSigned(true)).sigIsTopaz()).as("SigIsTopaz").isFalse();
        assertThat(plan(963).sigIsTopaz()).as("SigIsTopaz").isFalse();
    }

    @Test
    void signed_plans_come_by_number_so_many_at_a_time() {
        signed(990);
        signed(963);
        assertThat(office.treatPlans().signed(CALLER, planNum(0), 10)).containsExactly(plan(963), plan(970), plan(990));
        assertThat(office.treatPlans().signed(CALLER, planNum(0), 2)).containsExactly(plan(963), plan(970));
        assertThat(office.treatPlans().signed(CALLER, planNum(970), 2)).containsExactly(plan(990));
        assertThat(office.treatPlans().signed(CALLER, planNum(990), 2)).isEmpty();
        assertThat(office.treatPlans().signed(OTHER_CALLER, planNum(0), 10)).extracting(TreatPlan::num).containsExactly(planNum(970));
    }
}
