package proctp.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static proctp.domain.Rows.plan;
import static proctp.domain.Rows.row;
import static proctp.domain.Rows.signature;
import static proctp.domain.TreatPlan.Signature.NONE;
import static proctp.domain.TreatPlan.Status.Active;
import static proctp.domain.TreatPlan.Status.Inactive;
import static proctp.domain.TreatPlan.Status.Saved;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Changing, signing and clearing a plan: in which order it happens, and what a signature holds fast. */
class TreatPlanEditTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final TreatPlanEdit.Signer SIGNER = new TreatPlanEdit.Signer("Acme (front desk)", content -> "of " + content);
    private static final List<ProcTP> ROWS = List.of(row(0), row(1));

    private static final Supplier<List<ProcTP>> NOBODY_ASKS = () -> {
        throw new AssertionError("the rows were asked for");
    };

    @Test
    void T4_what_is_named_changes_and_nothing_else() {
        TreatPlan before = plan(Saved, NONE, signature("practice"));
        TreatPlan after = TreatPlanEdit.builder().heading("new").note("other").responsParty(0).type(TreatPlan.Type.Insurance)
                .dateTP(Optional.of(DAY)).signatureText("Ada").signaturePracticeText("Bea").build()
                .applied(before, NOBODY_ASKS, SIGNER, NOW);
        assertThat(after).isEqualTo(new TreatPlan(before.num(), before.patNum(), Optional.of(DAY), "new", "other",
                before.sigIsTopaz(), 0, before.docNum(), Saved, before.stamp().editedAt(NOW), before.userNumPresenter(),
                TreatPlan.Type.Insurance, new TreatPlan.Signature("", Optional.empty(), "Ada"),
                new TreatPlan.Signature("practice", Optional.of(Rows.ENTERED), "Bea")));
    }

    @Test
    void T4_an_edit_that_changes_no_stored_value_leaves_the_plan_and_its_time_as_they_are() {
        TreatPlan before = plan(Saved, signature("patient"), NONE);
        assertThat(TreatPlanEdit.builder().build().applied(before, NOBODY_ASKS, SIGNER, NOW)).isSameAs(before);
        assertThat(TreatPlanEdit.builder().heading(before.heading()).note(before.note()).dateTP(before.dateTP())
                .responsParty(before.responsParty()).type(before.type()).signatureText(before.patient().text())
                .isSignedPractice(false).build().applied(before, NOBODY_ASKS, SIGNER, NOW)).isSameAs(before);
    }

    @Test
    void T4_signing_stores_who_and_when_and_a_digest_over_what_the_signature_covers() {
        TreatPlan before = plan(Saved, NONE, NONE);
        TreatPlan signed = TreatPlanEdit.builder().isSigned(true).signatureText("Ada Example").build()
                .applied(before, () -> ROWS, SIGNER, NOW);
        assertThat(signed.patient()).isEqualTo(new TreatPlan.Signature("Digitally signed by Acme (front desk)", Optional.of(NOW),
                "Ada Example", "of " + SignedContent.of(before, ROWS)));
        assertThat(signed.stamp().secDateTEdit()).isEqualTo(NOW);
        assertThat(signed.practice()).isEqualTo(NONE);
        assertThat(signed.sigIsTopaz()).as("it is no pad's signature").isFalse();
    }

    @Test
    void T4_the_practices_signature_covers_nothing_and_asks_for_no_rows() {
        TreatPlan signed = TreatPlanEdit.builder().isSignedPractice(true).signaturePracticeText("Dr. Bea Example").build()
                .applied(plan(Saved, NONE, NONE), NOBODY_ASKS, SIGNER, NOW);
        assertThat(signed.practice()).isEqualTo(new TreatPlan.Signature("Digitally signed by Acme (front desk)",
                Optional.of(NOW), "Dr. Bea Example", ""));
        assertThat(signed.isSigned()).isFalse();
    }

    @Test
    void T4_signing_again_replaces_the_signature_and_keeps_the_typed_name() {
        TreatPlan signed = TreatPlanEdit.builder().isSigned(true).build()
                .applied(plan(Saved, signature("ink"), NONE), () -> ROWS, SIGNER, NOW);
        assertThat(signed.patient().value()).isEqualTo("Digitally signed by Acme (front desk)");
        assertThat(signed.patient().signed()).contains(NOW);
        assertThat(signed.patient().text()).isEqualTo("Ada Example");
    }

    @Test
    void T4_edits_come_before_true_so_the_signature_covers_them() {
        TreatPlan signed = TreatPlanEdit.builder().isSigned(true).note("final").dateTP(Optional.of(DAY)).build()
                .applied(plan(Saved, NONE, NONE), () -> ROWS, SIGNER, NOW);
        assertThat(signed.note()).isEqualTo("final");
        assertThat(signed.patient().digest()).isEqualTo("of " + SignedContent.of(signed, ROWS)).contains("final", "2026-03-01");
    }

    @Test
    void T4_edits_before_true_cannot_change_what_is_signed_already() {
        TreatPlan signed = plan(Saved, signature("ink"), NONE);
        assertThat(refused(TreatPlanEdit.builder().isSigned(true).note("final"), signed).kind())
                .isEqualTo(Refusal.Kind.TREAT_PLAN_SIGNED);
    }

    @Test
    void T4_edits_come_after_false() {
        TreatPlan after = TreatPlanEdit.builder().isSigned(false).note("corrected").signatureText("typed later").build()
                .applied(plan(Saved, signature("ink"), signature("practice")), NOBODY_ASKS, SIGNER, NOW);
        assertThat(after.note()).isEqualTo("corrected");
        assertThat(after.patient()).isEqualTo(new TreatPlan.Signature("", Optional.empty(), "typed later"));
    }

    @Test
    void T4_clearing_removes_both_signatures_their_texts_and_dates() {
        TreatPlan after = TreatPlanEdit.builder().isSigned(false).build()
                .applied(plan(Saved, signature("ink"), signature("practice")), NOBODY_ASKS, SIGNER, NOW);
        assertThat(after.patient()).isEqualTo(NONE);
        assertThat(after.practice()).isEqualTo(NONE);
        assertThat(after.sigIsTopaz()).isFalse();
        assertThat(after.stamp().secDateTEdit()).isEqualTo(NOW);
    }

    @Test
    void T4_the_practices_signature_can_be_cleared_alone_also_on_a_signed_plan() {
        TreatPlan after = TreatPlanEdit.builder().isSignedPractice(false).build()
                .applied(plan(Saved, signature("ink"), signature("practice")), NOBODY_ASKS, SIGNER, NOW);
        assertThat(after.patient()).isEqualTo(signature("ink"));
        assertThat(after.practice()).isEqualTo(NONE);
        assertThat(after.sigIsTopaz()).isTrue();
    }

    @Test
    void T4_false_on_a_plan_that_the_patient_has_not_signed_clears_nothing() {
        TreatPlan before = plan(Saved, NONE, signature("practice"));
        assertThat(TreatPlanEdit.builder().isSigned(false).build().applied(before, NOBODY_ASKS, SIGNER, NOW)).isSameAs(before);
    }

    @Test
    void T4_what_the_signature_covers_stays_while_it_is_there_and_the_rest_may_change() {
        TreatPlan signed = plan(Saved, signature("ink"), NONE);
        for (TreatPlanEdit.Builder covered : List.of(TreatPlanEdit.builder().note("forged"),
                TreatPlanEdit.builder().dateTP(Optional.of(DAY)), TreatPlanEdit.builder().dateTP(Optional.empty()),
                TreatPlanEdit.builder().heading("fine").note("forged"))) {
            Refusal refusal = refused(covered, signed);
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TREAT_PLAN_SIGNED);
            assertThat(refusal.sentence()).isEqualTo("TreatPlan 963 is signed by the patient, and its Note and DateTP are what"
                    + " was signed. They can change once isSigned is \"false\".");
        }
        TreatPlan after = TreatPlanEdit.builder().heading("fine").responsParty(1).type(TreatPlan.Type.Insurance)
                .signatureText("Ada").isSignedPractice(true).build().applied(signed, NOBODY_ASKS, SIGNER, NOW);
        assertThat(after.heading()).isEqualTo("fine");
        assertThat(after.patient().value()).isEqualTo("ink");
    }

    @Test
    void T4_only_a_Saved_plan_can_be_signed_or_have_a_day() {
        for (TreatPlan.Status status : new TreatPlan.Status[] {Active, Inactive}) {
            TreatPlan plan = plan(status, NONE, NONE);
            for (TreatPlanEdit.Builder edit : List.of(TreatPlanEdit.builder().isSigned(true),
                    TreatPlanEdit.builder().isSignedPractice(true), TreatPlanEdit.builder().dateTP(Optional.of(DAY)))) {
                Refusal refusal = refused(edit, plan);
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TREAT_PLAN_NOT_SAVED);
                assertThat(refusal.sentence()).startsWith("TreatPlan 963 is " + status + ". Only a Saved treatment plan can ");
            }
            assertThat(TreatPlanEdit.builder().heading("fine").note("fine").dateTP(plan.dateTP()).isSigned(false).build()
                    .applied(plan, NOBODY_ASKS, SIGNER, NOW).note()).isEqualTo("fine");
        }
    }

    @Test
    void T5_a_plan_can_go_whatever_its_status_until_the_patient_has_signed() {
        plan(Active, NONE, NONE).requireDeletable();
        plan(Saved, NONE, signature("practice")).requireDeletable();
        Refusal refusal = catchThrowableOfType(Refusal.class, plan(Saved, signature("ink"), NONE)::requireDeletable);
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TREAT_PLAN_SIGNED);
        assertThat(refusal.sentence()).isEqualTo("TreatPlan 963 is signed by the patient. Only an unsigned treatment plan can"
                + " be deleted.");
    }

    @Test
    void U7_all_faults_are_in_one_sentence() {
        Refusal refusal = catchThrowableOfType(Refusal.class, TreatPlanEdit.builder().heading("x".repeat(256))
                .note("x".repeat(65_536)).responsParty(-1).signatureText("\0").signaturePracticeText("x".repeat(256))::build);
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FIELD_INVALID);
        assertThat(refusal.sentence()).isEqualTo("Heading must be at most 255 characters long, not 256."
                + " Note must be at most 65535 characters long, not 65536."
                + " ResponsParty must be 0 or the number of a record."
                + " SignatureText must not contain the character U+0000."
                + " SignaturePracticeText must be at most 255 characters long, not 256.");
        TreatPlanEdit.builder().heading("x".repeat(255)).note("x".repeat(65_535)).build();
    }

    private static Refusal refused(TreatPlanEdit.Builder edit, TreatPlan plan) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> edit.build().applied(plan, () -> ROWS, SIGNER, NOW));
        assertThat(refusal).as("the refusal").isNotNull();
        return refusal;
    }
}
