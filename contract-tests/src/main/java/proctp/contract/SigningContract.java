package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import proctp.domain.EditStamp;
import proctp.domain.ProcTP;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;

/** Signing a plan while nobody else is at it. */
public abstract class SigningContract extends OfficeContract {

    private static final Signing NOBODY_SIGNS = (plan, rows) -> {
        throw new AssertionError("a signature was asked for on " + plan);
    };

    @Test
    void the_answer_is_the_plan_with_the_signature_as_the_list_has_it() {
        TreatPlan before = plan(963);
        TreatPlan.Signature signature = signature("ink");
        TreatPlan answer = sign(CALLER, planNum(963), (plan, rows) -> signature);
        EditStamp stamp = new EditStamp(before.stamp().secUserNumEntry(), before.stamp().secDateEntry(),
                Instant.parse("2026-11-23T10:15:30Z"));
        assertThat(answer).isEqualTo(new TreatPlan(before.num(), before.patNum(), before.dateTP(), before.heading(),
                before.note(), before.sigIsTopaz(), before.responsParty(), before.docNum(), before.status(), stamp,
                before.userNumPresenter(), before.type(), signature, before.practice()));
        assertThat(plan(963)).isEqualTo(answer);
        assertThat(answer.isSigned()).as("whether the plan is signed").isTrue();
    }

    @Test
    void what_is_signed_is_the_plan_as_stored_and_all_of_its_rows_in_order() {
        List<ProcTP> seenRows = new ArrayList<>();
        List<TreatPlan> seenPlans = new ArrayList<>();
        TreatPlan before = plan(990);
        sign(CALLER, planNum(990), (plan, rows) -> {
            seenPlans.add(plan);
            seenRows.addAll(rows);
            return signature("ink");
        });
        assertThat(seenPlans).containsExactly(before);
        assertThat(seenRows).isEqualTo(rows(990)).hasSize(250);
    }

    @Test
    void a_plan_without_rows_can_be_signed() {
        List<ProcTP> seen = new ArrayList<>();
        sign(CALLER, planNum(972), (plan, rows) -> {
            seen.addAll(rows);
            return signature("ink");
        });
        assertThat(seen).isEmpty();
        assertThat(plan(972).isSigned()).as("whether the plan is signed").isTrue();
    }

    @Test
    void the_rows_and_the_other_plans_stay_as_they_are() {
        Everything before = everything(CALLER);
        signed(963);
        Everything after = everything(CALLER);
        assertThat(after.rows()).isEqualTo(before.rows());
        assertThat(after.definitions()).isEqualTo(before.definitions());
        assertThat(others(after)).isEqualTo(others(before));
    }

    @Test
    void the_practices_own_signature_stays() {
        TreatPlan.Signature practice = plan(971).practice();
        assertThat(signed(971).practice()).isEqualTo(practice).isNotEqualTo(TreatPlan.Signature.NONE);
    }

    @Test
    void signing_again_replaces_the_signature_and_moves_SecDateTEdit() {
        TreatPlan first = signed(963);
        clock.advance(Duration.ofMinutes(2));
        List<TreatPlan> seen = new ArrayList<>();
        TreatPlan second = sign(CALLER, planNum(963), (plan, rows) -> {
            seen.add(plan);
            return new TreatPlan.Signature("pad", Optional.empty(), "");
        });
        assertThat(seen).containsExactly(first);
        assertThat(second.patient()).isEqualTo(new TreatPlan.Signature("pad", Optional.empty(), ""));
        assertThat(second.stamp().secDateTEdit()).isEqualTo(Instant.parse("2026-11-23T10:17:30Z"));
    }

    @Test
    void U2_after_a_signing_its_rows_can_neither_be_edited_nor_deleted() {
        signed(963);
        Everything before = everything(CALLER);
        assertRefused(Refusal.Kind.TREAT_PLAN_SIGNED, () -> edited(976, members -> members.surf("B")));
        assertRefused(Refusal.Kind.TREAT_PLAN_SIGNED, () -> office.procTPs().delete(CALLER, rowNum(976), RULE));
        assertUnchanged(CALLER, before);
    }

    @Test
    void what_the_signing_throws_comes_out_as_it_is_and_nothing_changes() {
        Everything before = everything(CALLER);
        for (RuntimeException failure : List.of(
                new Refusal(Refusal.Kind.TREAT_PLAN_NOT_SAVED, "no"), new IllegalStateException("a bug"))) {
            assertThat(catchThrowable(() -> sign(CALLER, planNum(963), (plan, rows) -> {
                throw failure;
            }))).isSameAs(failure);
        }
        assertUnchanged(CALLER, before);
    }

    @Test
    void a_number_that_no_plan_has_is_not_found_and_nobody_signs() {
        Everything before = everything(CALLER);
        for (long num : new long[] {7, 0, -1, 976, Long.MAX_VALUE, Long.MIN_VALUE, 963 + (1L << 32)}) {
            assertRefused(Refusal.Kind.TREAT_PLAN_NOT_FOUND,
                    () -> sign(CALLER, planNum(num), NOBODY_SIGNS));
        }
        assertUnchanged(CALLER, before);
    }

    private static List<TreatPlan> others(Everything practice) {
        return practice.plans().stream().filter(plan -> plan.num().value() != 963).toList();
    }
}
