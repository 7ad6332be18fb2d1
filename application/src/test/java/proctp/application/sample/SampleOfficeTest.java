package proctp.application.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.KeySecret;
import proctp.application.PracticeContents;
import proctp.domain.Definition;
import proctp.domain.EditStamp;
import proctp.domain.Money;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlan;

/** What the sample office holds, which the vendor's examples and many tests count on. */
class SampleOfficeTest {

    private static final KeySecret SECRET = new KeySecret("a secret for tests");

    private final List<PracticeContents> practices = SampleOffice.practices(SECRET, ZoneOffset.UTC);
    private final PracticeContents practice = practices.get(0);
    private final PracticeContents other = practices.get(1);

    @Test
    void the_vendors_list_example_is_plan_963() {
        assertThat(rowNums(963)).containsExactly(976L, 977L);
        ProcTP row = row(976);
        assertThat(row.patNum()).isEqualTo(722);
        assertThat(row.procNumOrig()).isEqualTo(1154);
        assertThat(List.of(row.toothNumTP(), row.surf(), row.procCode(), row.descript(), row.procAbbr())).containsExactly(
                "13", "MOD", "D2393", "resin-based composite - three surfaces, posterior", "C3 (P)");
        assertThat(row.amounts()).isEqualTo(new ProcTP.Amounts(money("204"), money("80"), money("0"), money("70"),
                money("54"), money("0"), money("0"), money("204")));
        assertThat(row.stamp().secUserNumEntry()).isEqualTo(12);
        assertThat(row.stamp().secDateTEdit()).isEqualTo("2023-01-24T09:33:46Z");
        assertThat(plan(963).isSigned()).isFalse();
    }

    @Test
    void the_vendors_update_example_is_row_1_of_plan_1() {
        assertThat(rowNums(1)).containsExactly(1L);
        assertThat(row(1).patNum()).isEqualTo(2040);
        assertThat(row(1).procNumOrig()).isEqualTo(10052);
        assertThat(row(1).dateTP()).isEmpty();
    }

    @Test
    void the_vendors_delete_example_is_on_an_unsigned_plan() {
        TreatPlan plan = plan(row(293).treatPlanNum().value());
        assertThat(plan.status()).isEqualTo(TreatPlan.Status.Saved);
        assertThat(plan.isSigned()).isFalse();
    }

    @Test
    void plan_970_is_signed_by_the_patient_and_971_by_the_practice_only() {
        assertThat(plan(970).patient().isPresent()).isTrue();
        assertThat(plan(970).practice().isPresent()).isFalse();
        assertThat(plan(971).patient().isPresent()).isFalse();
        assertThat(plan(971).practice().isPresent()).isTrue();
        assertThat(rowNums(970)).hasSize(3);
        assertThat(rowNums(971)).hasSize(3);
    }

    @Test
    void there_are_plans_of_every_kind_without_rows() {
        assertThat(plan(972).status()).isEqualTo(TreatPlan.Status.Saved);
        assertThat(plan(980).status()).isEqualTo(TreatPlan.Status.Active);
        assertThat(plan(981).status()).isEqualTo(TreatPlan.Status.Inactive);
        assertThat(Stream.of(972, 980, 981)).allSatisfy(num -> assertThat(rowNums(num)).isEmpty());
    }

    @Test
    void plan_990_is_longer_than_a_page() {
        List<ProcTP> rows = practice.procTPs().stream().filter(row -> row.treatPlanNum().value() == 990).toList();
        assertThat(rows).extracting(ProcTP::itemOrder).containsExactlyElementsOf(IntStream.range(0, 250).boxed().toList());
        assertThat(rows.get(0).num().value()).isGreaterThan(rows.get(249).num().value());
    }

    @Test
    void the_priorities_are_High_Medium_and_a_hidden_Low() {
        assertThat(practice.definitions()).filteredOn(Definition::isTxPriority)
                .extracting(priority -> priority.num().value(), Definition::itemName, Definition::isHidden)
                .containsExactly(tuple(1L, "High", false),
                        tuple(2L, "Medium", false),
                        tuple(3L, "Low", true));
        assertThat(practice.definitions()).extracting(Definition::category).contains(16, 20, 30);
    }

    @Test
    void practice_2_has_the_same_numbers_with_other_contents_and_some_of_its_own() {
        for (long num : new long[] {1, 293, 976, 977, 1001, 1011}) {
            assertThat(row(other, num).descript()).isNotEqualTo(row(num).descript());
        }
        assertThat(practice.treatPlans()).extracting(plan -> plan.num().value()).doesNotContain(5963L);
        assertThat(row(other, 5976).treatPlanNum().value()).isEqualTo(5963);
    }

    @Test
    void every_row_is_in_a_Saved_plan_of_its_patient_and_numbers_are_there_once() {
        for (PracticeContents contents : practices) {
            assertThat(contents.procTPs()).allSatisfy(row -> {
                TreatPlan plan = plan(contents, row.treatPlanNum().value());
                assertThat(plan.status()).isEqualTo(TreatPlan.Status.Saved);
                assertThat(plan.patNum()).isEqualTo(row.patNum());
            });
            assertThat(contents.procTPs()).extracting(ProcTP::num).doesNotHaveDuplicates();
            assertThat(contents.treatPlans()).extracting(TreatPlan::num).doesNotHaveDuplicates();
            assertThat(contents.definitions()).extracting(Definition::num).doesNotHaveDuplicates();
            assertThat(contents.apiKeys()).allSatisfy(key -> assertThat(key.practice()).isEqualTo(contents.practice()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Chicago", "Pacific/Auckland", "Asia/Kathmandu", "Pacific/Apia", "Europe/London"})
    void date_times_read_the_same_in_any_zone(String name) {
        ZoneId zone = ZoneId.of(name);
        List<PracticeContents> there = SampleOffice.practices(SECRET, zone);
        assertThat(readings(there, zone)).isEqualTo(readings(practices, ZoneOffset.UTC));
        assertThat(there.get(0).definitions()).isEqualTo(practice.definitions());
        assertThat(new HashSet<>(there.get(0).apiKeys())).isEqualTo(new HashSet<>(practice.apiKeys()));
    }

    private static List<LocalDateTime> readings(List<PracticeContents> practices, ZoneId zone) {
        return practices.stream().flatMap(contents -> Stream.of(
                        contents.procTPs().stream().map(ProcTP::stamp).map(EditStamp::secDateTEdit),
                        contents.treatPlans().stream().map(TreatPlan::stamp).map(EditStamp::secDateTEdit),
                        contents.treatPlans().stream().map(TreatPlan::patient).map(TreatPlan.Signature::signed)
                                .flatMap(Optional::stream))
                .flatMap(times -> times)).map(time -> LocalDateTime.ofInstant(time, zone)).toList();
    }

    private List<Long> rowNums(long plan) {
        return practice.procTPs().stream().filter(row -> row.treatPlanNum().value() == plan)
                .map(row -> row.num().value()).toList();
    }

    private ProcTP row(long num) {
        return row(practice, num);
    }

    private static ProcTP row(PracticeContents contents, long num) {
        return contents.procTPs().stream().filter(row -> row.num().value() == num).findFirst().orElseThrow();
    }

    private TreatPlan plan(long num) {
        return plan(practice, num);
    }

    private static TreatPlan plan(PracticeContents contents, long num) {
        return contents.treatPlans().stream().filter(plan -> plan.num().value() == num).findFirst().orElseThrow();
    }

    private static Money money(String amount) {
        return Money.parse(amount).orElseThrow();
    }
}
