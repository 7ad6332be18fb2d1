package proctp.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is sent to be saved: what is left out, what is refused, and what becomes of it. */
class NewTreatPlanTest {

    @Test
    void T3_what_is_left_out_is_empty() {
        NewTreatPlan.Builder draft = NewTreatPlan.builder().patNum(722);
        draft.procTP();
        NewTreatPlan plan = draft.build(any -> true);
        assertThat(plan).isEqualTo(new NewTreatPlan(722, "", "", Optional.empty(), TreatPlan.Type.Insurance, 0, plan.procTPs()));
        TreatPlan saved = plan.treatPlan(new TreatPlanNum(5), Rows.STAMP);
        assertThat(saved).isEqualTo(new TreatPlan(new TreatPlanNum(5), 722, Optional.empty(), "", "", false, 0, 0,
                TreatPlan.Status.Saved, Rows.STAMP, 0, TreatPlan.Type.Insurance, TreatPlan.Signature.NONE,
                TreatPlan.Signature.NONE));
        Money zero = Money.ZERO;
        assertThat(plan.procTPs(saved, new ProcTPNum(9))).containsExactly(new ProcTP(new ProcTPNum(9), new TreatPlanNum(5), 722,
                0, 0, TxPriority.NONE, "", "", "", "", new ProcTP.Amounts(zero, zero, zero, zero, zero, Money.NOT_KNOWN, zero,
                        zero), "", "", "", Rows.STAMP, 0, Optional.empty(), 0));
    }

    @Test
    void T3_rows_have_the_places_and_numbers_that_follow_each_other() {
        NewTreatPlan.Builder draft = NewTreatPlan.builder().patNum(722);
        List.of("a", "b", "c").forEach(text -> draft.procTP().edit().descript(text));
        NewTreatPlan plan = draft.build(any -> true);
        List<ProcTP> rows = plan.procTPs(plan.treatPlan(new TreatPlanNum(5), Rows.STAMP), new ProcTPNum(41));
        assertThat(rows).extracting(ProcTP::itemOrder).containsExactly(0, 1, 2);
        assertThat(rows).extracting(row -> row.num().value()).containsExactly(41L, 42L, 43L);
        assertThat(rows).extracting(ProcTP::descript).containsExactly("a", "b", "c");
        assertThat(rows).extracting(ProcTP::stamp).containsOnly(Rows.STAMP);
    }

    @Test
    void T3_all_faults_of_the_plan_and_of_all_rows_come_in_one_answer_in_the_order_they_were_met() {
        NewTreatPlan.Builder draft = NewTreatPlan.builder().heading("x".repeat(256)).userNumPresenter(-1);
        draft.procTP().edit().procCode("D2393");
        draft.procTP().procNumOrig(-1).provNum(-1).clinicNum(Long.MIN_VALUE).edit().procCode("x".repeat(16))
                .priority(new DefNum(99));
        draft.procTP().faults().add(Refusal.Kind.FIELD_UNKNOWN, "'%s' is not a field of a ProcTP.", "Foo%s");
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> draft.build(any -> false));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FIELD_INVALID);
        assertThat(refusal.sentence()).isEqualTo("Heading must be at most 255 characters long, not 256."
                + " UserNumPresenter must be 0 or the number of a record."
                + " ProcTPs[1].ProcNumOrig must be 0 or the number of a record."
                + " ProcTPs[1].ProvNum must be 0 or the number of a record."
                + " ProcTPs[1].ClinicNum must be 0 or the number of a record."
                + " ProcTPs[1].ProcCode must be at most 15 characters long, not 16."
                + " 'ProcTPs[2].Foo%s' is not a field of a ProcTP."
                + " PatNum is required."
                + " ProcTPs[1].Priority must be 0 or the DefNum of a definition of category 20 (TxPriorities), which 99 is not.");
    }

    @Test
    void T3_the_patient_is_required_and_has_a_number() {
        assertThat(catchThrowableOfType(Refusal.class, () -> NewTreatPlan.builder().build(any -> true)).kind())
                .isEqualTo(Refusal.Kind.FIELD_REQUIRED);
        for (long nobody : new long[] {0, -1, Long.MIN_VALUE}) {
            assertThat(catchThrowableOfType(Refusal.class, () -> NewTreatPlan.builder().patNum(nobody).build(any -> true))
                    .sentence()).isEqualTo("PatNum must be the number of a patient.");
        }
    }

    @Test
    void T3_a_plan_has_ten_thousand_rows_and_no_more() {
        NewTreatPlan.Builder draft = NewTreatPlan.builder().patNum(1);
        IntStream.range(0, 10_000).forEach(i -> draft.procTP());
        NewTreatPlan full = draft.build(any -> true);
        assertThat(full.procTPs(full.treatPlan(new TreatPlanNum(1), Rows.STAMP), new ProcTPNum(1))).last()
                .extracting(ProcTP::itemOrder).isEqualTo(9_999);
        draft.procTP();
        assertThat(catchThrowableOfType(Refusal.class, () -> draft.build(any -> true)).sentence())
                .isEqualTo("ProcTPs must be at most 10000 rows.");
    }

    @Test
    void T3_priorities_are_known_before_they_are_judged_each_once_and_without_none() {
        NewTreatPlan.Builder draft = NewTreatPlan.builder().patNum(1);
        for (long priority : new long[] {2, 0, 2, 7}) {
            draft.procTP().edit().priority(new DefNum(priority));
        }
        assertThat(draft.wantedPriorities()).containsExactlyInAnyOrder(new DefNum(2), new DefNum(7));
    }

    @Test
    void F2_a_definition_needs_a_name_and_a_list_that_there_is() {
        assertThat(NewDefinition.builder().category("TxPriorities").itemName("Soon").itemValue("v").build())
                .isEqualTo(new NewDefinition(DefCat.TX_PRIORITIES, "Soon", "v"));
        assertThat(sentence(NewDefinition.builder())).isEqualTo("ItemName is required. category is required.");
        assertThat(sentence(NewDefinition.builder().category("TxPriorities").itemName(""))).isEqualTo("ItemName is required.");
        assertThat(sentence(NewDefinition.builder().category("txpriorities").itemName("x".repeat(256)).itemValue("\0")))
                .isEqualTo("category is invalid: it must be one of Diagnosis, TxPriorities, CommLogTypes, Prognosis."
                        + " ItemName must be at most 255 characters long, not 256."
                        + " ItemValue must not contain the character U+0000.");
    }

    @Test
    void T3_every_member_is_taken() {
        NewTreatPlan.Builder draft = NewTreatPlan.builder().patNum(1).heading("h").note("n").type(TreatPlan.Type.Discount)
                .dateTP(Optional.of(LocalDate.of(2026, 1, 2))).userNumPresenter(3);
        draft.procTP().procNumOrig(4).taxAmt(new Money(5)).provNum(6).dateTP(Optional.of(LocalDate.of(2026, 7, 8)))
                .clinicNum(9).catPercUCR(new Money(10));
        assertThat(draft.build(any -> true)).isEqualTo(new NewTreatPlan(1, "h", "n", Optional.of(LocalDate.of(2026, 1, 2)),
                TreatPlan.Type.Discount, 3, List.of(new NewProcTP(ProcTPEdit.builder().build(any -> true), 4, new Money(5), 6,
                        Optional.of(LocalDate.of(2026, 7, 8)), 9, new Money(10)))));
    }

    private static String sentence(NewDefinition.Builder definition) {
        return catchThrowableOfType(Refusal.class, definition::build).sentence();
    }
}
