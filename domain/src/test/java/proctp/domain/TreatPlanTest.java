package proctp.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static proctp.domain.Rows.plan;
import static proctp.domain.Rows.signature;
import static proctp.domain.TreatPlan.Signature.NONE;
import static proctp.domain.TreatPlan.Status.Active;
import static proctp.domain.TreatPlan.Status.Inactive;
import static proctp.domain.TreatPlan.Status.Saved;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows change only on an unsigned, Saved plan. */
class TreatPlanTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");

    @Test
    void U2_an_unsigned_Saved_plan_is_editable() {
        assertThatCode(() -> plan(Saved, NONE, NONE).requireEditable()).doesNotThrowAnyException();
    }

    @Test
    void U2_the_signature_of_the_practice_does_not_lock() {
        TreatPlan plan = plan(Saved, NONE, signature("practice"));
        assertThat(plan.isSigned()).isFalse();
        assertThatCode(plan::requireEditable).doesNotThrowAnyException();
    }

    @Test
    void U2_the_signature_of_the_patient_locks_whoever_else_signed() {
        for (TreatPlan.Signature practice : new TreatPlan.Signature[] {NONE, signature("practice")}) {
            TreatPlan plan = plan(Saved, signature("patient"), practice);
            assertThat(plan.isSigned()).isTrue();
            Refusal refusal = refusalOf(plan);
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TREAT_PLAN_SIGNED);
            assertThat(refusal.sentence()).contains("963").contains("signed");
        }
    }

    @Test
    void a_signature_is_there_when_it_has_a_value_whatever_its_time_and_text() {
        assertThat(new TreatPlan.Signature("x", Optional.empty(), "").isPresent()).isTrue();
        assertThat(new TreatPlan.Signature("", Optional.of(NOW), "Ada Example").isPresent()).isFalse();
        assertThat(NONE.isPresent()).isFalse();
    }

    @Test
    void U2_a_plan_that_is_not_Saved_is_not_editable_and_says_what_it_is() {
        assertThat(refusalOf(plan(Active, NONE, NONE)).kind()).isEqualTo(Refusal.Kind.TREAT_PLAN_NOT_SAVED);
        assertThat(refusalOf(plan(Inactive, NONE, NONE)).sentence()).contains("Inactive").contains("Saved");
        assertThat(refusalOf(plan(Active, signature("x"), NONE)).kind()).isEqualTo(Refusal.Kind.TREAT_PLAN_NOT_SAVED);
    }

    @Test
    void signing_changes_the_signature_and_the_time_and_nothing_else() {
        TreatPlan before = plan(Saved, signature("old"), signature("practice"));
        assertThat(before.signedBy(signature("new"), NOW)).isEqualTo(new TreatPlan(before.num(), before.patNum(),
                before.dateTP(), before.heading(), before.note(), before.sigIsTopaz(), before.responsParty(),
                before.docNum(), before.status(), before.stamp().editedAt(NOW), before.userNumPresenter(), before.type(),
                signature("new"), before.practice()));
    }

    private static Refusal refusalOf(TreatPlan plan) {
        Refusal refusal = catchThrowableOfType(Refusal.class, plan::requireEditable);
        assertThat(refusal).as("the refusal").isNotNull();
        return refusal;
    }
}
