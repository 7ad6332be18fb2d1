package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import proctp.application.Page;
import proctp.application.TreatPlanFilter;
import proctp.domain.TreatPlan;

/** Reading plans. */
public abstract class TreatPlansContract extends OfficeContract {

    private static final Optional<Long> ANY_PATIENT = Optional.empty();
    private static final Optional<TreatPlan.Status> ANY_STATUS = Optional.empty();
    private static final Optional<Instant> ANY_TIME = Optional.empty();

    @Test
    void T1_plans_come_by_number() {
        assertThat(plans(CALLER)).extracting(plan -> plan.num().value())
                .containsExactly(1L, 120L, 963L, 964L, 970L, 971L, 972L, 980L, 981L, 990L);
    }

    @Test
    void T1_a_patients_plans() {
        assertThat(found(Optional.of(722L), ANY_STATUS, ANY_TIME)).containsExactly(963L, 964L, 980L, 981L);
        assertThat(found(Optional.of(2040L), ANY_STATUS, ANY_TIME)).containsExactly(1L);
    }

    @Test
    void T1_a_number_that_no_patient_has_finds_nothing() {
        for (long num : new long[] {0, -1, 723, Long.MAX_VALUE, Long.MIN_VALUE, 722 + (1L << 32)}) {
            assertThat(found(Optional.of(num), ANY_STATUS, ANY_TIME)).as("patient %d", num).isEmpty();
        }
    }

    @Test
    void T1_plans_of_a_status() {
        assertThat(found(ANY_PATIENT, Optional.of(TreatPlan.Status.Active), ANY_TIME)).containsExactly(980L);
        assertThat(found(ANY_PATIENT, Optional.of(TreatPlan.Status.Inactive), ANY_TIME)).containsExactly(981L);
        assertThat(found(ANY_PATIENT, Optional.of(TreatPlan.Status.Saved), ANY_TIME))
                .containsExactly(1L, 120L, 963L, 964L, 970L, 971L, 972L, 990L);
    }

    @Test
    void T1_plans_that_changed_after_a_time_and_not_at_it() {
        Instant edited = plan(972).stamp().secDateTEdit();
        assertThat(changedAfter(edited)).containsExactly(980L, 981L, 990L);
        assertThat(changedAfter(edited.minusSeconds(1))).containsExactly(972L, 980L, 981L, 990L);
        assertThat(changedAfter(edited.minusMillis(1))).containsExactly(972L, 980L, 981L, 990L);
        assertThat(changedAfter(edited.plusMillis(1))).containsExactly(980L, 981L, 990L);
    }

    @Test
    void T1_times_far_away_find_all_or_nothing() {
        assertThat(changedAfter(Instant.parse("0001-01-01T00:00:00Z"))).hasSize(10);
        assertThat(changedAfter(Instant.parse("9999-12-31T23:59:59Z"))).isEmpty();
    }

    @Test
    void T1_a_plan_passes_every_filter_or_is_not_found() {
        Instant before = plan(963).stamp().secDateTEdit().minusSeconds(1);
        Optional<TreatPlan.Status> saved = Optional.of(TreatPlan.Status.Saved);
        assertThat(found(Optional.of(722L), saved, ANY_TIME)).containsExactly(963L, 964L);
        assertThat(found(Optional.of(722L), saved, Optional.of(before.plusSeconds(1)))).containsExactly(964L);
        assertThat(found(Optional.of(731L), Optional.of(TreatPlan.Status.Active), Optional.of(before))).isEmpty();
    }

    @Test
    void T1_a_plan_that_was_just_signed_has_changed() {
        Instant before = clock.instant().minusSeconds(60);
        assertThat(changedAfter(before)).isEmpty();
        signed(963);
        assertThat(changedAfter(before)).containsExactly(963L);
    }

    @Test
    void G6_plans_are_paged() {
        assertThat(page(new Page(2, 0))).containsExactly(1L, 120L);
        assertThat(page(new Page(3, 2))).containsExactly(963L, 964L, 970L);
        assertThat(page(new Page(100, 9))).containsExactly(990L);
        assertThat(page(new Page(100, 10))).isEmpty();
        assertThat(page(new Page(1, Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void T2_a_plan_is_read_as_it_was_filed() {
        assertThat(plans(CALLER)).containsExactlyInAnyOrderElementsOf(contents().get(0).treatPlans());
        assertThat(plans(OTHER_CALLER)).containsExactlyInAnyOrderElementsOf(contents().get(1).treatPlans());
    }

    @Test
    void G5_plans_of_every_status_exist() {
        for (long num : new long[] {963, 970, 972, 980, 981}) {
            assertThat(exists(CALLER, planNum(num))).as("plan %d", num).isTrue();
        }
    }

    @Test
    void G4_a_number_that_no_plan_has_does_not_exist() {
        for (long num : new long[] {7, 0, -1, 976, Long.MAX_VALUE, Long.MIN_VALUE, 963 + (1L << 32)}) {
            assertThat(exists(CALLER, planNum(num))).as("plan %d", num).isFalse();
        }
    }

    @Test
    void a_list_that_was_taken_does_not_follow_what_happens_later() {
        List<TreatPlan> taken = plans(CALLER);
        List<TreatPlan> copy = List.copyOf(taken);
        signed(963);
        assertThat(taken).isEqualTo(copy);
    }

    private List<Long> changedAfter(Instant time) {
        return found(ANY_PATIENT, ANY_STATUS, Optional.of(time));
    }

    private List<Long> found(Optional<Long> patNum, Optional<TreatPlan.Status> status, Optional<Instant> changedAfter) {
        return numbers(new TreatPlanFilter(patNum, status, changedAfter), ALL);
    }

    private List<Long> page(Page page) {
        return numbers(TreatPlanFilter.ALL, page);
    }

    private List<Long> numbers(TreatPlanFilter filter, Page page) {
        return office.treatPlans().list(CALLER, filter, page).stream().map(plan -> plan.num().value()).toList();
    }
}
