package proctp.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static proctp.application.Offices.ALL;
import static proctp.application.Offices.CALLER;
import static proctp.application.Offices.assertRefused;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import proctp.application.port.Definitions;
import proctp.application.port.Office;
import proctp.application.port.ProcTPGuard;
import proctp.application.port.ProcTPs;
import proctp.domain.DefNum;
import proctp.domain.Money;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;
import proctp.domain.TxPriority;

/** Editing a row: what is refused, in which order it is judged, and what comes back. */
class EditProcTPTest {

    private final Office office = Offices.sample();
    private final ProcTPs untouched = mock(ProcTPs.class);

    @Test
    void U1_what_was_named_changes_and_the_row_comes_back_as_stored() {
        ProcTP answer = edit(1, ProcTPEdit.builder().priority(new DefNum(1)).patAmt(Money.MAX));
        assertThat(answer.priority()).isEqualTo(new TxPriority(new DefNum(1), "High"));
        assertThat(answer.amounts().patAmt()).isEqualTo(Money.MAX);
        assertThat(answer.stamp().secDateTEdit()).isEqualTo(Instant.parse("2026-11-23T10:15:30Z"));
        assertThat(office.procTPs().list(CALLER, new TreatPlanNum(1), ALL)).containsExactly(answer);
    }

    @Test
    void U2_a_row_of_a_signed_plan_is_refused() {
        assertRefused(Refusal.Kind.TREAT_PLAN_SIGNED, () -> edit(1001, ProcTPEdit.builder().surf("B")));
        assertRefused(Refusal.Kind.TREAT_PLAN_SIGNED, () -> edit(1001, ProcTPEdit.builder()));
    }

    @Test
    void U2_a_row_of_a_plan_that_only_the_practice_signed_is_edited() {
        assertThat(edit(1011, ProcTPEdit.builder().surf("B")).surf()).isEqualTo("B");
    }

    @Test
    void U9_a_row_that_is_not_there_is_refused() {
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND, () -> edit(7, ProcTPEdit.builder().surf("B")));
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND, () -> edit(5976, ProcTPEdit.builder().surf("B")));
    }

    @Test
    void a_priority_must_be_of_category_20_and_of_ones_own_practice() {
        for (long num : new long[] {21, 31, 99, -1, 5001, Long.MAX_VALUE}) {
            assertRefused(Refusal.Kind.FIELD_INVALID, () -> edit(976, ProcTPEdit.builder().priority(new DefNum(num))));
        }
        assertThat(edit(976, ProcTPEdit.builder().priority(new DefNum(3))).priority().itemName()).isEqualTo("Low");
    }

    @Test
    void U7_a_bad_field_is_refused_before_the_row_is_looked_for_and_before_the_rule() {
        assertRefused(Refusal.Kind.FIELD_INVALID, () -> edit(7, ProcTPEdit.builder().procCode("x".repeat(16))));
        assertRefused(Refusal.Kind.FIELD_INVALID, () -> edit(1001, ProcTPEdit.builder().procCode("x".repeat(16))));
    }

    @Test
    void U7_no_row_is_touched_when_a_field_is_bad() {
        EditProcTP useCase = new EditProcTP(untouched, office.definitions());
        for (ProcTPEdit.Builder bad : List.of(
                ProcTPEdit.builder().surf("B").dx("\0"),
                ProcTPEdit.builder().surf("B").priority(new DefNum(99)))) {
            assertRefused(Refusal.Kind.FIELD_INVALID, () -> useCase.edit(CALLER, new ProcTPNum(976), bad, ProcTPGuard.NONE));
        }
        verifyNoInteractions(untouched);
    }

    @Test
    void definitions_are_asked_once_and_only_about_a_priority() {
        Definitions definitions = mock(Definitions.class);
        when(definitions.find(any(), any())).thenAnswer(asked ->
                office.definitions().find(asked.getArgument(0), asked.getArgument(1)));
        EditProcTP useCase = new EditProcTP(office.procTPs(), definitions);
        useCase.edit(CALLER, new ProcTPNum(976), ProcTPEdit.builder().surf("B"), ProcTPGuard.NONE);
        useCase.edit(CALLER, new ProcTPNum(976), ProcTPEdit.builder().priority(DefNum.NONE), ProcTPGuard.NONE);
        verifyNoInteractions(definitions);
        useCase.edit(CALLER, new ProcTPNum(976), ProcTPEdit.builder().priority(new DefNum(2)), ProcTPGuard.NONE);
        verify(definitions, times(1)).find(CALLER, Set.of(new DefNum(2)));
    }

    @Test
    void definitions_that_cannot_be_read_are_no_bad_field() {
        Definitions definitions = mock(Definitions.class);
        IllegalStateException outage = new IllegalStateException("no connection");
        when(definitions.find(any(), any())).thenThrow(outage);
        assertThatThrownBy(() -> new EditProcTP(untouched, definitions)
                .edit(CALLER, new ProcTPNum(976), ProcTPEdit.builder().priority(new DefNum(1)), ProcTPGuard.NONE)).isSameAs(outage);
        verifyNoInteractions(untouched);
    }

    private ProcTP edit(long num, ProcTPEdit.Builder wanted) {
        return new EditProcTP(office.procTPs(), office.definitions()).edit(CALLER, new ProcTPNum(num), wanted, ProcTPGuard.NONE);
    }
}
