package proctp.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static proctp.application.Offices.CALLER;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import proctp.application.VerifySignatures.Findings;
import proctp.application.memory.InMemoryOffice;
import proctp.application.port.Office;
import proctp.application.port.PlanGuard;
import proctp.application.port.ProcTPGuard;
import proctp.application.port.ProcTPs;
import proctp.application.port.TreatPlans;
import proctp.application.sample.SampleOffice;
import proctp.domain.Money;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** Plan 970 of the sample is signed, with rows 1001 to 1003; an office is filled here as it would be after a change by hand. */
class VerifySignaturesTest {

    private static final TreatPlanNum SIGNED = new TreatPlanNum(970);
    private static final PracticeContents SAMPLE = SampleOffice.practices(Offices.SECRET, ZoneOffset.UTC).get(0);
    private static final Findings RIGHT = new Findings(1, List.of(), List.of());
    private static final Findings CHANGED = new Findings(0, List.of(SIGNED), List.of());

    @Test
    void T4_a_plan_as_it_was_signed_matches_and_unsigned_ones_are_not_looked_at() {
        assertThat(verified(SAMPLE.treatPlans(), SAMPLE.procTPs())).isEqualTo(RIGHT);
    }

    @Test
    void T4_a_covered_member_that_is_not_as_it_was_signed_names_the_plan() {
        assertThat(verified(SAMPLE.treatPlans(), edited(1002, edit -> edit.descript("Core build-up, other")))).isEqualTo(CHANGED);
        assertThat(verified(SAMPLE.treatPlans(), edited(1003, edit -> edit.patAmt(new Money(4_100_001))))).isEqualTo(CHANGED);
    }

    @Test
    void T4_other_members_may_be_as_they_like() {
        assertThat(verified(SAMPLE.treatPlans(), edited(1002, edit -> edit.surf("MOD").feeAmt(Money.MAX).dx("D2")))).isEqualTo(RIGHT);
    }

    @Test
    void T4_a_row_that_has_gone_or_come_names_the_plan() {
        assertThat(verified(SAMPLE.treatPlans(), SAMPLE.procTPs().stream().filter(row -> row.num().value() != 1003).toList()))
                .isEqualTo(CHANGED);
        ProcTP last = SAMPLE.procTPs().stream().filter(row -> row.num().value() == 1003).findFirst().orElseThrow();
        assertThat(verified(SAMPLE.treatPlans(), Stream.concat(SAMPLE.procTPs().stream(), Stream.of(numbered(last, 9_000, 3))).toList()))
                .isEqualTo(CHANGED);
    }

    @Test
    void T4_two_rows_that_have_changed_places_name_the_plan() {
        assertThat(verified(SAMPLE.treatPlans(), SAMPLE.procTPs().stream().map(row -> switch ((int) row.num().value()) {
            case 1001 -> numbered(row, 1001, 1);
            case 1002 -> numbered(row, 1002, 0);
            default -> row;
        }).toList())).isEqualTo(CHANGED);
    }

    @Test
    void T4_a_plan_that_was_signed_elsewhere_is_told_from_both() {
        TreatPlan.Signature elsewhere = new TreatPlan.Signature("pen", Optional.empty(), "");
        List<TreatPlan> plans = SAMPLE.treatPlans().stream().map(plan -> plan.num().value() == 963
                ? plan.signedBy(elsewhere, plan.stamp().secDateTEdit()) : plan).toList();
        assertThat(verified(plans, SAMPLE.procTPs())).isEqualTo(new Findings(1, List.of(), List.of(new TreatPlanNum(963))));
    }

    @Test
    void T4_every_plan_of_many_is_looked_at_and_named_by_number() {
        TreatPlan signed = SAMPLE.treatPlans().stream().filter(plan -> plan.num().equals(SIGNED)).findFirst().orElseThrow();
        // none of them has a row, so none is what was signed
        List<TreatPlan> many = LongStream.rangeClosed(2_000, 3_200).mapToObj(num -> numbered(signed, num)).toList();
        assertThat(verified(many, List.of()).changed()).isEqualTo(many.stream().map(TreatPlan::num).toList());
    }

    @Test
    void T4_a_plan_that_was_cleared_and_changed_between_the_readings_or_has_gone_is_not_accused() {
        Office office = Offices.sample();
        List<TreatPlan> before = office.treatPlans().list(CALLER, TreatPlanFilter.ALL, Page.EVERYTHING);
        office.treatPlans().revise(CALLER, SIGNED, (plan, rows, now) -> plan.signedBy(TreatPlan.Signature.NONE, now));
        new EditProcTP(office.procTPs(), office.definitions()).edit(CALLER, new ProcTPNum(1001),
                ProcTPEdit.builder().descript("Crown, gold"), ProcTPGuard.NONE);
        assertThat(verified(late(office, before), office.procTPs())).as("cleared").isEqualTo(RIGHT);
        office.treatPlans().delete(CALLER, SIGNED, PlanGuard.NONE);
        assertThat(verified(late(office, before), office.procTPs())).as("gone").isEqualTo(RIGHT);
    }

    @Test
    void a_failure_of_the_second_look_comes_out_as_it_is() {
        TreatPlans failing = mock(TreatPlans.class);
        when(failing.signed(any(), any(), anyInt())).thenReturn(SAMPLE.treatPlans().stream().filter(TreatPlan::isSigned).toList());
        Refusal unavailable = new Refusal(Refusal.Kind.UNAVAILABLE, "away");
        when(failing.revise(any(), any(), any())).thenThrow(unavailable);
        assertThat(catchThrowableOfType(Refusal.class, () -> verified(failing, mock(ProcTPs.class)))).isSameAs(unavailable);
    }

    /** The plans for a reader whose list was made before. */
    private static TreatPlans late(Office office, List<TreatPlan> before) {
        TreatPlans late = mock(TreatPlans.class);
        when(late.signed(any(), any(), anyInt())).thenReturn(before.stream().filter(TreatPlan::isSigned).toList(), List.of());
        when(late.revise(any(), any(), any())).thenAnswer(call ->
                office.treatPlans().revise(call.getArgument(0), call.getArgument(1), call.getArgument(2)));
        return late;
    }

    private static Findings verified(List<TreatPlan> plans, List<ProcTP> rows) {
        Office office = new InMemoryOffice(Offices.CLOCK);
        office.fillIfEmpty(List.of(new PracticeContents(SAMPLE.practice(), SAMPLE.name(), List.of(), SAMPLE.definitions(), plans, rows)));
        return verified(office.treatPlans(), office.procTPs());
    }

    private static Findings verified(TreatPlans treatPlans, ProcTPs procTPs) {
        return new VerifySignatures(treatPlans, procTPs).verify(CALLER);
    }

    private static List<ProcTP> edited(long num, UnaryOperator<ProcTPEdit.Builder> edit) {
        return SAMPLE.procTPs().stream().map(row -> row.num().value() == num
                ? row.edited(edit.apply(ProcTPEdit.builder()).build(any -> true), row.stamp().secDateTEdit()) : row).toList();
    }

    private static ProcTP numbered(ProcTP row, long num, int itemOrder) {
        return new ProcTP(new ProcTPNum(num), row.treatPlanNum(), row.patNum(), row.procNumOrig(), itemOrder, row.priority(),
                row.toothNumTP(), row.surf(), row.procCode(), row.descript(), row.amounts(), row.prognosis(), row.dx(),
                row.procAbbr(), row.stamp(), row.provNum(), row.dateTP(), row.clinicNum());
    }

    private static TreatPlan numbered(TreatPlan plan, long num) {
        return new TreatPlan(new TreatPlanNum(num), plan.patNum(), plan.dateTP(), plan.heading(), plan.note(), plan.sigIsTopaz(),
                plan.responsParty(), plan.docNum(), plan.status(), plan.stamp(), plan.userNumPresenter(), plan.type(),
                plan.patient(), plan.practice());
    }
}
