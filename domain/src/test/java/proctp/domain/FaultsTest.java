package proctp.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import proctp.domain.Refusal.Kind;

/** Everything that is wrong with what was sent, in one sentence that a person can still read. */
class FaultsTest {

    private final Faults faults = new Faults();

    @Test
    void U7_every_fault_is_named_in_its_order_and_the_first_gives_its_kind() {
        faults.required("PatNum");
        faults.within("ProcTPs[3].").invalid("Surf", "must be 100 % text.");
        faults.within("ProcTPs[3].").required("Dx");
        assertThat(thrown().kind()).isEqualTo(Kind.FIELD_REQUIRED);
        assertThat(thrown().sentence())
                .isEqualTo("PatNum is required. ProcTPs[3].Surf must be 100 % text. ProcTPs[3].Dx is required.");
    }

    @Test
    void a_member_that_was_found_fault_with_is_there() {
        faults.invalid("PatNum", "must be a whole number.");
        faults.required("PatNum");
        faults.within("ProcTPs[0].").required("PatNum");
        assertThat(thrown().sentence()).isEqualTo("PatNum must be a whole number. ProcTPs[0].PatNum is required.");
    }

    @Test
    void what_is_more_than_anybody_reads_is_counted() {
        for (int row = 0; row < 60_000; row++) {
            faults.within("ProcTPs[" + row + "].").invalid("Descript", "must be ".concat("very ".repeat(20)).concat("short."));
        }
        assertThat(thrown().sentence()).startsWith("ProcTPs[0].Descript must be very").hasSizeBetween(3_500, 3_700)
                .endsWith(" short. And 59974 more.");
    }

    @Test
    void nothing_is_thrown_when_nothing_is_wrong() {
        faults.throwIfAny();
    }

    private Refusal thrown() {
        return catchThrowableOfType(Refusal.class, faults::throwIfAny);
    }
}
