package proctp.contract.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import proctp.contract.ledger.Ledger.Outcome;

class LedgerTest {

    private static final Map<Long, String> EDITED = Map.of(1L, "new");
    private static final Map<Long, String> UNTOUCHED = Map.of(1L, "old");
    private static final Map<Long, String> GONE = Map.of();
    private static final Map<Long, String> FOREIGN = Map.of(1L, "foreign");

    private final Ledger ledger = new Ledger(UNTOUCHED);

    @Test
    void an_acknowledged_edit_has_to_be_there() {
        note("new", Outcome.ACKNOWLEDGED);

        assertSound(EDITED);
        assertLost(UNTOUCHED, GONE, FOREIGN);
    }

    @Test
    void an_acknowledged_delete_has_to_be_done() {
        note(null, Outcome.ACKNOWLEDGED);

        assertSound(GONE);
        assertLost(UNTOUCHED, FOREIGN);
    }

    @Test
    void a_refused_edit_must_not_be_there() {
        note("new", Outcome.REFUSED);

        assertSound(UNTOUCHED);
        assertGhost(EDITED, GONE, FOREIGN);
    }

    @Test
    void a_refused_delete_must_not_be_done() {
        note(null, Outcome.REFUSED);

        assertSound(UNTOUCHED);
        assertGhost(GONE, FOREIGN);
    }

    @Test
    void an_edit_of_unknown_outcome_is_there_or_not_and_nothing_else() {
        note("new", Outcome.UNKNOWN);

        assertSound(UNTOUCHED);
        assertSound(EDITED);
        assertGhost(GONE, FOREIGN);
    }

    @Test
    void a_row_that_nobody_wrote_stays_as_it_was() {
        assertSound(UNTOUCHED);
        assertGhost(GONE, FOREIGN);
    }

    @Test
    void a_row_that_was_not_there_before_is_a_ghost() {
        Verdict verdict = ledger.judge(Map.of(1L, "old", 2L, "new"));

        assertThat(verdict.ghosts()).containsExactly(2L);
    }

    @Test
    void a_row_is_written_once() {
        note("new", Outcome.REFUSED);

        assertThatIllegalStateException().isThrownBy(() -> note("newer", Outcome.ACKNOWLEDGED));
    }

    @ParameterizedTest
    @EnumSource
    void the_writes_are_counted_by_outcome(Outcome outcome) {
        note("new", outcome);

        Verdict verdict = ledger.judge(EDITED);

        assertThat(List.of(verdict.acknowledged(), verdict.refused(), verdict.unknown()).get(outcome.ordinal())).isEqualTo(1);
        assertThat(verdict.acknowledged() + verdict.refused() + verdict.unknown()).isEqualTo(1);
    }

    private void note(String wanted, Outcome outcome) {
        ledger.note(1, Optional.ofNullable(wanted), outcome);
    }

    private void assertSound(Map<Long, String> after) {
        ledger.judge(after).assertTrue();
    }

    @SafeVarargs
    private void assertLost(Map<Long, String>... states) {
        for (Map<Long, String> after : states) {
            assertThat(ledger.judge(after).lost()).containsExactly(1L);
            assertThatThrownBy(() -> assertSound(after)).isInstanceOf(AssertionError.class).hasMessageContaining("lost");
        }
    }

    @SafeVarargs
    private void assertGhost(Map<Long, String>... states) {
        for (Map<Long, String> after : states) {
            assertThat(ledger.judge(after).ghosts()).containsExactly(1L);
            assertThatThrownBy(() -> assertSound(after)).isInstanceOf(AssertionError.class).hasMessageContaining("refused");
        }
    }
}
