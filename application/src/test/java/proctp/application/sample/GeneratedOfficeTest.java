package proctp.application.sample;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import proctp.application.SignedDigest;
import proctp.domain.DefNum;
import proctp.domain.Definition;
import proctp.domain.Money;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlan.Status;
import proctp.domain.TreatPlanNum;

/** A practice of 2,000 plans that a seed has made. */
class GeneratedOfficeTest {

    private static final int PLANS = 2_000;
    private static final GeneratedOffice OFFICE = new GeneratedOffice(42, PLANS, ZoneOffset.UTC);
    private static final List<TreatPlan> TREAT_PLANS = OFFICE.treatPlans().toList();
    private static final List<ProcTP> PROC_TPS = OFFICE.procTPs().toList();
    private static final Map<TreatPlanNum, List<ProcTP>> ROWS = PROC_TPS.stream().collect(groupingBy(ProcTP::treatPlanNum));

    @Test
    void the_same_seed_gives_the_same_office_and_another_another() {
        GeneratedOffice again = new GeneratedOffice(42, PLANS, ZoneOffset.UTC);
        assertThat(again.treatPlans().toList()).isEqualTo(TREAT_PLANS);
        assertThat(again.procTPs().toList()).isEqualTo(PROC_TPS);
        GeneratedOffice other = new GeneratedOffice(43, PLANS, ZoneOffset.UTC);
        assertThat(other.treatPlans().filter(plan -> TREAT_PLANS.get((int) plan.num().value() - 1).equals(plan))).hasSizeLessThan(5);
        assertThat(Set.copyOf(PROC_TPS)).doesNotContainAnyElementsOf(other.procTPs().limit(1_000).filter(row ->
                row.itemOrder() > 0).limit(20).toList());
    }

    /** Whoever measures with one wants to find it again on every Java and in every release. */
    @Test
    void what_a_seed_gives_stays_the_same_for_ever() {
        assertThat(TREAT_PLANS.toString().hashCode()).isEqualTo(686_044_523);
        assertThat(PROC_TPS.toString().hashCode()).isEqualTo(59_702_098);
    }

    @Test
    void a_fee_is_what_everybody_pays_together_and_nobody_pays_less_than_nothing() {
        assertThat(PROC_TPS).allSatisfy(row -> {
            ProcTP.Amounts amounts = row.amounts();
            long parts = amounts.priInsAmt().tenThousandths() + amounts.secInsAmt().tenThousandths()
                    + amounts.patAmt().tenThousandths() + amounts.discount().tenThousandths();
            assertThat(parts).isEqualTo(amounts.feeAmt().tenThousandths());
            assertThat(List.of(amounts.priInsAmt(), amounts.secInsAmt(), amounts.patAmt(), amounts.discount(), amounts.taxAmt()))
                    .allMatch(amount -> amount.tenThousandths() >= 0 && amount.tenThousandths() % 100 == 0);
            assertThat(amounts.feeAmt().tenThousandths()).isBetween(38_0000L, 2_400_0000L);
            assertThat(amounts.feeAllowed()).matches(allowed -> allowed.equals(Money.NOT_KNOWN)
                    || allowed.tenThousandths() >= amounts.priInsAmt().tenThousandths() + amounts.secInsAmt().tenThousandths());
        });
        assertThat(share(PROC_TPS, row -> row.amounts().priInsAmt().tenThousandths() > 0)).isBetween(0.4, 0.7);
        assertThat(share(PROC_TPS, row -> row.amounts().secInsAmt().tenThousandths() > 0)).isBetween(0.02, 0.12);
        assertThat(share(PROC_TPS, row -> row.amounts().taxAmt().tenThousandths() > 0)).isBetween(0.02, 0.1);
    }

    @Test
    void plans_are_of_every_kind_in_a_practices_proportions() {
        Map<Status, Long> kinds = TREAT_PLANS.stream().collect(groupingBy(TreatPlan::status, counting()));
        assertThat(kinds).isEqualTo(Map.of(Status.Saved, 1_920L, Status.Active, 40L, Status.Inactive, 40L));
        List<TreatPlan> saved = TREAT_PLANS.stream().filter(plan -> plan.status() == Status.Saved).toList();
        assertThat(share(saved, TreatPlan::isSigned)).isCloseTo(0.40, within(0.03));
        assertThat(share(saved, plan -> plan.isSigned() && plan.practice().isPresent())).isCloseTo(0.20, within(0.03));
        assertThat(share(saved, plan -> !plan.isSigned() && plan.practice().isPresent())).isCloseTo(0.05, within(0.02));
        assertThat(share(saved, plan -> plan.type() == TreatPlan.Type.Discount)).isCloseTo(0.08, within(0.03));
        assertThat(TREAT_PLANS).filteredOn(plan -> plan.status() != Status.Saved).allMatch(plan ->
                plan.dateTP().isEmpty() && !plan.isSigned() && !plan.practice().isPresent() && !ROWS.containsKey(plan.num()));
    }

    @Test
    void a_saved_plan_has_1_to_12_rows_in_order_and_6_and_a_half_on_average() {
        assertThat(ROWS).hasSize(1_920);
        assertThat(ROWS.values()).allSatisfy(rows -> {
            assertThat(rows).hasSizeBetween(1, 12);
            assertThat(rows).extracting(ProcTP::itemOrder).containsExactlyElementsOf(
                    Stream.iterate(0, order -> order + 1).limit(rows.size()).toList());
        });
        assertThat(ROWS.values().stream().map(List::size).collect(toSet())).hasSize(12);
        assertThat(PROC_TPS.size() / 1_920.0).isCloseTo(6.5, within(0.1));
    }

    @Test
    void a_patient_has_several_plans_and_one_active_one_at_most() {
        Map<Long, Long> plans = TREAT_PLANS.stream().collect(groupingBy(TreatPlan::patNum, counting()));
        assertThat((double) PLANS / plans.size()).isBetween(2.5, 3.5);
        assertThat(plans.values()).anyMatch(count -> count > 6);
        assertThat(TREAT_PLANS.stream().filter(plan -> plan.status() == Status.Active).map(TreatPlan::patNum)).doesNotHaveDuplicates();
        assertThat(PROC_TPS).allMatch(row -> row.patNum() == TREAT_PLANS.get((int) row.treatPlanNum().value() - 1).patNum());
    }

    @Test
    void a_signature_stands_for_what_the_plan_holds() {
        assertThat(TREAT_PLANS).allSatisfy(plan -> assertThat(plan.patient().digest()).isEqualTo(plan.isSigned()
                ? SignedDigest.of(plan, ROWS.getOrDefault(plan.num(), List.of())) : ""));
        assertThat(TREAT_PLANS).filteredOn(TreatPlan::isSigned).allMatch(plan ->
                plan.patient().text().endsWith(" Example") && plan.patient().signed().orElseThrow().equals(plan.stamp().secDateTEdit()));
    }

    @Test
    void numbers_are_unique_and_every_text_and_number_is_within_its_limits() {
        assertThat(TREAT_PLANS).extracting(plan -> plan.num().value()).containsExactlyElementsOf(
                Stream.iterate(1L, num -> num + 1).limit(PLANS).toList());
        assertThat(PROC_TPS).extracting(row -> row.num().value()).isSorted().doesNotHaveDuplicates().allMatch(num -> num > 0);
        // an edit to what a row has is refused if a client could not have written it
        assertThat(PROC_TPS).allSatisfy(row -> ProcTPEdit.builder().toothNumTP(row.toothNumTP()).surf(row.surf()).procCode(row.procCode())
                .descript(row.descript()).dx(row.dx()).prognosis(row.prognosis()).procAbbr(row.procAbbr()).build(any -> true));
        assertThat(TREAT_PLANS).allMatch(plan -> plan.heading().length() <= TreatPlan.LONGEST_TEXT);
        assertThat(OFFICE.definitions().map(Definition::num)).doesNotHaveDuplicates();
        assertThat(OFFICE.practice().lastTreatPlanNum()).isEqualTo(PLANS);
        assertThat(OFFICE.practice().lastProcTPNum()).isGreaterThanOrEqualTo(PROC_TPS.get(PROC_TPS.size() - 1).num().value());
        assertThat(OFFICE.definitions().map(definition -> definition.num().value())).last().isEqualTo(OFFICE.practice().lastDefNum());
        Map<DefNum, String> priorities = OFFICE.definitions().filter(Definition::isTxPriority)
                .collect(toMap(Definition::num, Definition::itemName));
        assertThat(PROC_TPS).allMatch(row -> row.priority().num().equals(DefNum.NONE)
                || row.priority().itemName().equals(priorities.get(row.priority().num())));
    }

    @Test
    void days_are_working_days_of_2019_to_2025_and_times_are_office_hours_wherever_the_office_is() {
        ZoneId chicago = ZoneId.of("America/Chicago");
        GeneratedOffice elsewhere = new GeneratedOffice(42, PLANS, chicago);
        assertThat(elsewhere.treatPlans()).allSatisfy(plan -> {
            LocalDate day = plan.stamp().secDateEntry().orElseThrow();
            assertThat(day.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(day.getYear()).isBetween(2019, 2025);
            assertThat(plan.dateTP().orElse(day)).isEqualTo(day);
            assertThat(plan.stamp().secDateTEdit().atZone(chicago).toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(17, 0));
        });
        Function<TreatPlan, LocalDate> entered = plan -> plan.stamp().secDateEntry().orElseThrow();
        assertThat(TREAT_PLANS.stream().map(entered)).isSorted();
        assertThat(entered.apply(TREAT_PLANS.get(PLANS - 1)).getYear()).isEqualTo(2025);
    }

    @Test
    void the_codes_are_none_of_the_licensed_ones() {
        assertThat(PROC_TPS).allMatch(row -> row.procCode().matches("S\\d{4}"));
    }

    @Test
    void an_office_may_be_of_any_size() {
        assertThat(new GeneratedOffice(1, 1, ZoneOffset.UTC).treatPlans()).singleElement().matches(plan -> plan.patNum() == 1);
        assertThat(new GeneratedOffice(1, 1_000_000_000L, ZoneOffset.UTC).procTPs().limit(1_000)).hasSize(1_000);
        assertThatThrownBy(() -> new GeneratedOffice(1, 0, ZoneOffset.UTC)).isInstanceOf(IllegalArgumentException.class);
    }

    private static <T> double share(Collection<T> all, Predicate<T> some) {
        return (double) all.stream().filter(some).count() / all.size();
    }
}
