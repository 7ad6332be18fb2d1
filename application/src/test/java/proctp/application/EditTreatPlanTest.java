package proctp.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static proctp.application.Offices.ALL;
import static proctp.application.Offices.CALLER;
import static proctp.application.Offices.assertRefused;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import proctp.application.port.Office;
import proctp.application.port.PlanGuard;
import proctp.application.port.TreatPlans;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanEdit;
import proctp.domain.TreatPlanNum;

/** Changing, signing, clearing and deleting a plan on behalf of a caller. */
class EditTreatPlanTest {

    private static final PlanGuard STALE = plan -> {
        throw new Refusal(Refusal.Kind.PRECONDITION_FAILED, "stale");
    };

    private final Office office = Offices.sample();
    private final EditTreatPlan useCase = new EditTreatPlan(office.treatPlans());

    @Test
    void T4_the_signature_names_who_signed_and_holds_the_digest_of_plan_and_rows() {
        TreatPlan signed = edit(963, TreatPlanEdit.builder().isSigned(true));
        assertThat(signed.patient().value()).isEqualTo("Digitally signed by Demo Developer (Demo key)");
        assertThat(signed.patient().digest()).hasSize(64)
                .isEqualTo(SignedDigest.of(signed, office.procTPs().list(CALLER, new TreatPlanNum(963), ALL)));
    }

    @Test
    void the_digest_stays_what_it_is_today_or_every_signature_would_look_forged() {
        assertThat(edit(963, TreatPlanEdit.builder().isSigned(true)).patient().digest())
                .isEqualTo("673e85c101629c12433f145c9c5fe8372878df2a317350238074af44464aace2");
    }

    @Test
    void X7_the_condition_is_judged_on_the_plan_as_it_was_once_the_edit_could_be_made() {
        List<TreatPlan> seen = new ArrayList<>();
        TreatPlan before = office.treatPlans().find(CALLER, new TreatPlanNum(963)).orElseThrow();
        useCase.edit(CALLER, new TreatPlanNum(963), TreatPlanEdit.builder().heading("new"), seen::add);
        assertThat(seen).containsExactly(before);
        assertRefused(Refusal.Kind.TREAT_PLAN_SIGNED, () -> useCase.edit(CALLER, new TreatPlanNum(970),
                TreatPlanEdit.builder().note("forged"), STALE));
        assertRefused(Refusal.Kind.PRECONDITION_FAILED, () -> useCase.edit(CALLER, new TreatPlanNum(963),
                TreatPlanEdit.builder().note("stale"), STALE));
        assertThat(office.treatPlans().find(CALLER, new TreatPlanNum(963))).get().extracting(TreatPlan::note).isEqualTo("");
    }

    @Test
    void U7_a_bad_field_is_refused_before_the_plan_is_looked_for() {
        TreatPlans untouched = mock(TreatPlans.class);
        assertRefused(Refusal.Kind.FIELD_INVALID, () -> new EditTreatPlan(untouched).edit(CALLER, new TreatPlanNum(7),
                TreatPlanEdit.builder().heading("\0"), PlanGuard.NONE));
        verifyNoInteractions(untouched);
        assertRefused(Refusal.Kind.TREAT_PLAN_NOT_FOUND, () -> edit(7, TreatPlanEdit.builder()));
        assertRefused(Refusal.Kind.TREAT_PLAN_NOT_FOUND, () -> edit(5963, TreatPlanEdit.builder()));
    }

    @Test
    void T5_a_signed_plan_stays_and_an_unsigned_one_goes_unless_the_condition_is_stale() {
        DeleteTreatPlan delete = new DeleteTreatPlan(office.treatPlans());
        assertRefused(Refusal.Kind.TREAT_PLAN_SIGNED, () -> delete.delete(CALLER, new TreatPlanNum(970), STALE));
        assertRefused(Refusal.Kind.PRECONDITION_FAILED, () -> delete.delete(CALLER, new TreatPlanNum(963), STALE));
        assertThat(office.procTPs().list(CALLER, new TreatPlanNum(963), ALL)).hasSize(2);
        delete.delete(CALLER, new TreatPlanNum(963), PlanGuard.NONE);
        assertThat(office.procTPs().list(CALLER, new TreatPlanNum(963), ALL)).isEmpty();
        delete.delete(CALLER, new TreatPlanNum(980), PlanGuard.NONE);
    }

    private TreatPlan edit(long num, TreatPlanEdit.Builder wanted) {
        return useCase.edit(CALLER, new TreatPlanNum(num), wanted, PlanGuard.NONE);
    }
}
