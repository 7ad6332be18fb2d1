package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import proctp.application.ApiKeyNum;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.ChangeFilter;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** Reading what was written down, and forgetting it. */
public abstract class ChangesListContract extends OfficeContract {

    private static final Caller OF_ANOTHER_KEY = new Caller(
            CALLER.practice(), new ApiKeyNum(2), "Other", "Other key", CALLER.permissions());
    private static final PracticeNum THREE = new PracticeNum(3);

    @Test
    void X5_what_an_office_is_filled_with_is_new_each_plan_with_its_rows_behind_it() {
        Instant moment = clock.instant().minusNanos(321);
        for (Caller caller : List.of(CALLER, OTHER_CALLER)) {
            assertThat(all(caller)).isEqualTo(ofFilling(caller, Caller.atConsole(caller.practice()), moment)).hasSizeGreaterThan(5);
        }
    }

    @Test
    void X5_every_value_of_a_practice_that_is_put_in_comes_back_from_its_feed() {
        Caller third = callerOf(THREE).in("a request");
        PracticeContents hostile = HostilePractice.of(THREE, 20261124, 120);
        office.archive().fill(third, hostile.source());
        assertThat(all(third)).isEqualTo(ofFilling(third, third, clock.instant().minusNanos(321))).hasSizeGreaterThan(300);
    }

    private List<Change> ofFilling(Caller caller, Caller author, Instant moment) {
        List<Change> expected = new ArrayList<>();
        for (TreatPlan plan : plans(caller)) {
            expected.add(Change.ofTreatPlan(expected.size() + 1, moment, author.author(), Change.Versions.created(plan)));
            for (ProcTP row : office.procTPs().list(caller, plan.num(), ALL)) {
                expected.add(Change.ofProcTP(expected.size() + 1, moment, author.author(), Change.Versions.created(row)));
            }
        }
        return expected;
    }

    @Test
    void X5_each_practice_counts_its_own_changes_from_one_and_leaves_none_out() {
        change();
        office.procTPs().delete(OTHER_CALLER, rowNum(976), RULE);
        change();
        for (Caller caller : List.of(CALLER, OTHER_CALLER)) {
            List<Change> all = all(caller);
            assertThat(all).extracting(Change::num).isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
        }
    }

    @Test
    void X5_only_what_passes_every_filter_is_listed() {
        change();
        clock.advance(Duration.ofHours(1));
        Instant later = clock.instant().minusNanos(321);
        change();
        long last = all(CALLER).size();
        assertListed(ChangeFilter.ALL.after(last - 3), change -> change.num() > last - 3);
        assertListed(filter(963L, null, null, null), change -> change.treatPlanNum().value() == 963);
        assertListed(filter(null, 722L, null, null), change -> change.patNum() == 722);
        assertListed(filter(null, null, later, null), change -> !change.moment().isBefore(later));
        assertListed(filter(null, null, null, 2L), change -> change.author().key().value() == 2);
        assertListed(filter(null, null, null, 0L), change -> change.author().keyName().equals("console"));
        assertListed(filter(963L, 722L, later, 2L).after(last - 2), change -> change.num() > last - 2
                && change.treatPlanNum().value() == 963 && change.author().key().value() == 2);
    }

    @Test
    void X5_what_nothing_passes_is_an_empty_list() {
        for (ChangeFilter none : List.of(ChangeFilter.ALL.after(all(CALLER).size()), ChangeFilter.ALL.after(Long.MAX_VALUE),
                filter(7L, null, null, null), filter(null, 7L, null, null), filter(null, null, clock.instant(), null),
                filter(null, null, null, 7L), filter(963L, 731L, null, null))) {
            assertThat(office.changes().list(CALLER, none, 10)).isEmpty();
        }
    }

    @Test
    void X5_as_many_are_listed_as_are_wanted_the_first_ones_first() {
        List<Change> all = all(CALLER);
        assertThat(office.changes().list(CALLER, ChangeFilter.ALL, 1)).isEqualTo(all.subList(0, 1));
        assertThat(office.changes().list(CALLER, ChangeFilter.ALL.after(3), 4)).isEqualTo(all.subList(3, 7));
        assertThat(office.changes().list(CALLER, ChangeFilter.ALL, all.size() + 1)).isEqualTo(all);
    }

    @Test
    void A9_nobody_sees_another_practices_changes_nor_how_many_there_are() {
        List<Change> theirs = all(OTHER_CALLER);
        change();
        assertThat(all(OTHER_CALLER)).isEqualTo(theirs);
        assertThat(all(CALLER)).extracting(Change::patNum).doesNotContain(8722L, 8800L);
        assertThat(theirs).extracting(Change::patNum).doesNotContain(722L, 731L);
        assertThat(office.changes().list(OTHER_CALLER, filter(null, 722L, null, null), 10)).isEmpty();
        assertThat(office.changes().list(callerOf(THREE), ChangeFilter.ALL, 10)).isEmpty();
    }

    @Test
    void X6_the_last_numbers_of_many_practices_are_known_at_once() {
        assertThat(office.changes().last(List.of(CALLER, OTHER_CALLER, OF_ANOTHER_KEY, callerOf(THREE))))
                .containsOnlyKeys(CALLER.practice(), OTHER_CALLER.practice())
                .containsEntry(CALLER.practice(), (long) all(CALLER).size())
                .containsEntry(OTHER_CALLER.practice(), (long) all(OTHER_CALLER).size());
        assertThat(office.changes().last(List.of())).isEmpty();
        change();
        assertThat(office.changes().last(List.of(CALLER))).containsEntry(CALLER.practice(), (long) all(CALLER).size());
    }

    @Test
    void X5_what_is_older_than_some_time_is_forgotten_and_the_numbers_go_on() {
        List<Change> theirs = all(OTHER_CALLER);
        int old = all(CALLER).size();
        clock.advance(Duration.ofHours(1));
        Instant then = clock.instant().minusNanos(321);
        change();
        List<Change> young = all(CALLER).subList(old, old + 3);
        assertThat(office.changes().forget(CALLER, then)).as("as many as were made before").isEqualTo(old);
        assertThat(all(CALLER)).isEqualTo(young).hasSize(3);
        assertThat(office.changes().forget(CALLER, then.plusNanos(1_000))).as("all but the newest").isEqualTo(2);
        assertThat(office.changes().forget(CALLER, then.plusSeconds(9))).isZero();
        assertThat(all(CALLER)).isEqualTo(young.subList(2, 3));
        assertThat(office.changes().last(List.of(CALLER))).containsEntry(CALLER.practice(), old + 3L);
        change();
        assertThat(all(CALLER)).extracting(Change::num).containsExactly(old + 3L, old + 4L, old + 5L, old + 6L);
        assertThat(all(OTHER_CALLER)).isEqualTo(theirs);
    }

    /** Three changes: two with one key, and one with another. */
    private void change() {
        String text = "at " + clock.instant() + all(CALLER).size();
        edited(976, members -> members.descript(text));
        edited(981, members -> members.descript(text));
        office.procTPs().edit(OF_ANOTHER_KEY, rowNum(976), edit(members -> members.dx(text)), RULE);
    }

    private List<Change> all(Caller caller) {
        return Feed.all(office.changes(), caller);
    }

    private void assertListed(ChangeFilter filter, Predicate<Change> passes) {
        assertThat(office.changes().list(CALLER, filter, 10_000))
                .isEqualTo(all(CALLER).stream().filter(passes).toList())
                .isNotEmpty().hasSizeLessThan(all(CALLER).size());
    }

    private static ChangeFilter filter(Long plan, Long patNum, Instant since, Long key) {
        return new ChangeFilter(0, Optional.ofNullable(plan).map(TreatPlanNum::new), Optional.ofNullable(patNum),
                Optional.ofNullable(since), Optional.ofNullable(key).map(ApiKeyNum::new));
    }
}
