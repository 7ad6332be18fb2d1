package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.ProcTPFilter;
import proctp.domain.DefNum;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlanNum;
import proctp.domain.TxPriority;

/** Reading one row, and rows of many plans. */
public abstract class ProcTPsFindContract extends OfficeContract {

    private static final Optional<Long> ANYBODY = Optional.empty();
    private static final Optional<Instant> EVER = Optional.empty();

    @Test
    void X1_a_row_is_found_by_its_number_with_its_priority_by_name() {
        assertThat(office.procTPs().find(CALLER, rowNum(976))).contains(row(963, 976));
        assertThat(office.procTPs().find(CALLER, rowNum(981))).contains(row(964, 981))
                .get().extracting(ProcTP::priority).isEqualTo(new TxPriority(new DefNum(1), "High"));
        for (long num : new long[] {5976, 7, 0, -1, Long.MAX_VALUE, Long.MIN_VALUE, 976 + (1L << 32)}) {
            assertThat(office.procTPs().find(CALLER, rowNum(num))).as("row %d", num).isEmpty();
        }
    }

    @Test
    void X3_rows_of_many_plans_come_by_plan_then_ItemOrder_then_number() {
        assertThat(list(filter(990, 963, 964))).isEqualTo(Stream.of(963, 964, 990).flatMap(num -> rows(num).stream()).toList());
    }

    @Test
    void X3_plans_that_are_not_there_or_have_no_rows_give_none() {
        assertThat(list(filter(7, 963, 0, -1, 972, 980, 5963, Long.MAX_VALUE))).isEqualTo(rows(963));
        assertThat(list(new ProcTPFilter(Optional.of(Set.of()), ANYBODY, EVER))).isEmpty();
    }

    @Test
    void X3_a_thousand_plans_are_read_together() {
        Set<TreatPlanNum> plans = LongStream.rangeClosed(1, 1_000).mapToObj(TreatPlanNum::new).collect(Collectors.toSet());
        assertThat(list(new ProcTPFilter(Optional.of(plans), ANYBODY, EVER))).isEqualTo(everything(CALLER).rows());
    }

    @Test
    void X2_rows_of_a_patient_come_by_plan_and_place() {
        assertThat(list(new ProcTPFilter(Optional.empty(), Optional.of(722L), EVER)))
                .isEqualTo(Stream.of(963, 964).flatMap(num -> rows(num).stream()).toList()).hasSize(6);
        for (long nobody : new long[] {8722, 0, -1, Long.MAX_VALUE}) {
            assertThat(list(new ProcTPFilter(Optional.empty(), Optional.of(nobody), EVER))).isEmpty();
        }
    }

    @Test
    void X4_rows_that_changed_after_a_time_and_not_at_it_come_by_that_time() {
        Instant start = Instant.parse("2026-11-23T10:15:30Z");
        edited(990, 2250);
        clock.advance(Duration.ofSeconds(1));
        edited(963, 977);
        edited(963, 976);
        clock.advance(Duration.ofSeconds(1));
        edited(1, 1);
        assertThat(changedAfter(start.minusSeconds(1))).extracting(row -> row.num().value()).containsExactly(2250L, 976L, 977L, 1L);
        assertThat(changedAfter(start)).extracting(row -> row.num().value()).containsExactly(976L, 977L, 1L);
        assertThat(changedAfter(start.plusNanos(999_999_999))).extracting(row -> row.num().value()).containsExactly(976L, 977L, 1L);
        assertThat(changedAfter(start.plusSeconds(2))).isEmpty();
    }

    @Test
    void X4_pages_of_rows_that_share_a_second_give_each_of_them_once() {
        rows(990).forEach(row -> edited(990, row.num().value()));
        ProcTPFilter changed = new ProcTPFilter(Optional.empty(), ANYBODY, Optional.of(Instant.parse("2026-11-23T10:15:29Z")));
        List<ProcTP> seen = new ArrayList<>();
        List<ProcTP> page;
        do {
            page = office.procTPs().list(CALLER, changed, new Page(7, seen.size()));
            seen.addAll(page);
        } while (page.size() == 7);
        assertThat(seen).hasSize(250).isEqualTo(list(changed));
        assertThat(seen).extracting(row -> row.num().value()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void X2_X3_X4_filters_go_together() {
        Optional<Instant> before = Optional.of(Instant.parse("2026-11-23T10:15:29Z"));
        edited(964, 982);
        edited(963, 976);
        Optional<Set<TreatPlanNum>> plans = Optional.of(Set.of(planNum(963), planNum(1)));
        assertThat(list(new ProcTPFilter(plans, Optional.of(722L), EVER))).isEqualTo(rows(963));
        assertThat(list(new ProcTPFilter(plans, Optional.of(722L), before))).isEqualTo(List.of(row(963, 976)));
        assertThat(list(new ProcTPFilter(Optional.empty(), Optional.of(722L), before)))
                .isEqualTo(List.of(row(963, 976), row(964, 982)));
        assertThat(list(new ProcTPFilter(plans, Optional.of(2040L), before))).isEmpty();
    }

    @Test
    void G6_a_page_begins_at_its_offset_and_ends_at_its_limit() {
        List<ProcTP> all = list(filter(963, 964, 990));
        assertThat(office.procTPs().list(CALLER, filter(963, 964, 990), new Page(5, 3))).isEqualTo(all.subList(3, 8));
        assertThat(office.procTPs().list(CALLER, filter(963, 964, 990), new Page(10, all.size() - 2))).hasSize(2);
        assertThat(office.procTPs().list(CALLER, filter(963), new Page(10, Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void X3_which_plans_exist_is_told_of_many_at_once() {
        assertThat(office.treatPlans().existing(CALLER, Set.of(planNum(963), planNum(980), planNum(5963), planNum(7), planNum(0))))
                .containsExactlyInAnyOrder(planNum(963), planNum(980));
        assertThat(office.treatPlans().existing(CALLER, Set.of())).isEmpty();
    }

    @Test
    void A9_every_filter_shows_the_callers_own_rows_only() {
        Caller other = OTHER_CALLER;
        assertThat(office.procTPs().list(other, filter(963, 990, 5963), ALL)).extracting(row -> row.num().value())
                .containsExactly(976L, 977L, 5976L, 5977L);
        assertThat(office.procTPs().list(other, new ProcTPFilter(Optional.empty(), Optional.of(722L), EVER), ALL)).isEmpty();
        assertThat(office.procTPs().list(other, new ProcTPFilter(Optional.empty(), ANYBODY, Optional.of(Instant.EPOCH)), ALL))
                .isNotEmpty().allMatch(row -> row.patNum() > 8_000);
        assertThat(office.procTPs().find(other, rowNum(981))).isEmpty();
        assertThat(office.procTPs().find(other, rowNum(976))).get().extracting(ProcTP::descript).isEqualTo("Bridge, three units");
    }

    private void edited(long plan, long num) {
        edited(num, members -> members.surf(row(plan, num).surf() + "x"));
    }

    private ProcTPFilter filter(long... plans) {
        return new ProcTPFilter(Optional.of(LongStream.of(plans).mapToObj(TreatPlanNum::new).collect(Collectors.toSet())),
                ANYBODY, EVER);
    }

    private List<ProcTP> changedAfter(Instant time) {
        return list(new ProcTPFilter(Optional.empty(), ANYBODY, Optional.of(time)));
    }

    private List<ProcTP> list(ProcTPFilter filter) {
        return office.procTPs().list(CALLER, filter, ALL);
    }
}
