package proctp.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A refusal tells of the request and not of the program. */
class RefusalTest {

    @Test
    void it_carries_a_kind_and_a_sentence() {
        Refusal refusal = new Refusal(Refusal.Kind.FIELD_INVALID, "Surf is too long.");
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FIELD_INVALID);
        assertThat(refusal.sentence()).isEqualTo("Surf is too long.").isEqualTo(refusal.getMessage());
        assertThatThrownBy(() -> new Refusal(null, "x")).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new Refusal(Refusal.Kind.INTERNAL, null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void it_has_no_stack_trace_and_takes_no_suppressed_exceptions() {
        Refusal refusal = Refusal.procTPNotFound();
        refusal.addSuppressed(new IllegalStateException());
        assertThat(refusal.getStackTrace()).isEmpty();
        assertThat(refusal.getSuppressed()).isEmpty();
        assertThat(refusal.getCause()).isNull();
    }

    @Test
    void what_is_not_found_is_said_in_the_vendors_words() {
        assertThat(Refusal.procTPNotFound().kind()).isEqualTo(Refusal.Kind.PROC_TP_NOT_FOUND);
        assertThat(Refusal.procTPNotFound().sentence()).isEqualTo("ProcTP not found.");
        assertThat(Refusal.treatPlanNotFound().kind()).isEqualTo(Refusal.Kind.TREAT_PLAN_NOT_FOUND);
        assertThat(Refusal.treatPlanNotFound().sentence()).isEqualTo("TreatPlan not found.");
    }
}
