package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import proctp.application.ApiKey;
import proctp.application.ApiKeyNum;
import proctp.application.Change;
import proctp.application.PracticeNum;
import proctp.application.sample.SampleOffice;
import proctp.domain.DefCat;
import proctp.domain.NewDefinition;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;

/** Practices come, are renamed and go. */
public abstract class PracticesContract extends OfficeContract {

    private static final PracticeNum NOWHERE = new PracticeNum(77);

    private Everything theirs;
    private Map<String, Long> theirCounts;
    private List<Change> theirChanges;

    @BeforeEach
    void remember() {
        office.treatPlans().save(OTHER_CALLER, Drafts.full(), Optional.empty());
        theirs = everything(OTHER_CALLER);
        theirCounts = office.practices().count(SampleOffice.OTHER_PRACTICE);
        theirChanges = Feed.all(office.changes(), OTHER_CALLER);
        assertThat(theirChanges).isNotEmpty();
    }

    @Test
    void they_are_listed_by_number_with_what_they_are_called() {
        PracticeNum third = office.practices().add("Zoë 🦷");
        assertThat(office.practices().list().entrySet()).containsExactly(
                Map.entry(SampleOffice.PRACTICE, contents().get(0).name()),
                Map.entry(SampleOffice.OTHER_PRACTICE, contents().get(1).name()), Map.entry(third, "Zoë 🦷"));
    }

    @Test
    void a_new_one_has_nothing_and_can_take_everything() {
        PracticeNum third = office.practices().add("Third");
        assertThat(third).isEqualTo(new PracticeNum(3));
        assertUnchanged(callerOf(third), Everything.NOTHING);
        assertThat(office.practices().count(third)).containsEntry("practice", 1L).containsEntry("treatplan", 0L);
        TreatPlan saved = office.treatPlans().save(callerOf(third), Drafts.full(), Optional.empty()).value();
        assertThat(saved.num()).isEqualTo(planNum(1));
        assertThat(office.apiKeys().add(third, num -> key(third, num))).get().extracting(ApiKey::num).isEqualTo(new ApiKeyNum(1));
    }

    @Test
    void of_many_at_the_same_time_each_gets_a_number_of_its_own() throws InterruptedException {
        List<Future<PracticeNum>> adding = IntStream.range(0, 6)
                .mapToObj(i -> clients.start(() -> office.practices().add("No. " + i))).toList();
        for (Future<PracticeNum> one : adding) {
            Clients.answer(one);
        }
        assertThat(office.practices().list().keySet()).containsExactlyElementsOf(
                IntStream.rangeClosed(1, 8).mapToObj(PracticeNum::new).toList());
    }

    @Test
    void one_is_renamed_and_keeps_what_it_has() {
        Everything ours = everything(CALLER);
        assertThat(office.practices().rename(SampleOffice.PRACTICE, "Elm Street")).as("whether there was such a practice").isTrue();
        assertThat(office.practices().list()).containsEntry(SampleOffice.PRACTICE, "Elm Street")
                .containsEntry(SampleOffice.OTHER_PRACTICE, contents().get(1).name());
        assertUnchanged(CALLER, ours);
        assertThat(office.practices().rename(NOWHERE, "Elm Street")).as("whether there was such a practice").isFalse();
        assertThat(office.practices().list()).hasSize(2);
    }

    @Test
    void of_one_that_was_erased_nothing_is_left_and_the_others_stay() {
        office.treatPlans().save(CALLER, Drafts.full(), Drafts.key("a key", "a"));
        office.definitions().add(CALLER, new NewDefinition(DefCat.DIAGNOSIS, "name", ""), Drafts.key("another key", "b"));
        signed(963);
        assertThat(office.practices().count(SampleOffice.PRACTICE)).containsEntry("practice", 1L)
                .allSatisfy((kind, count) -> assertThat(count).as(kind).isPositive());
        assertThat(office.changes().last(List.of(CALLER, OTHER_CALLER)))
                .containsOnlyKeys(SampleOffice.PRACTICE, SampleOffice.OTHER_PRACTICE);

        assertThat(office.practices().erase(SampleOffice.PRACTICE)).as("whether there was such a practice").isTrue();

        assertThat(office.practices().count(SampleOffice.PRACTICE).keySet()).isEqualTo(theirCounts.keySet());
        assertThat(office.practices().count(SampleOffice.PRACTICE).values()).containsOnly(0L);
        assertThat(office.practices().list()).containsOnlyKeys(SampleOffice.OTHER_PRACTICE);
        assertUnchanged(CALLER, Everything.NOTHING);
        assertThat(Feed.all(office.changes(), CALLER)).isEmpty();
        assertThat(office.changes().last(List.of(CALLER, OTHER_CALLER))).containsOnlyKeys(SampleOffice.OTHER_PRACTICE);
        assertThat(office.apiKeys().list()).isNotEmpty()
                .allSatisfy(key -> assertThat(key.practice()).isEqualTo(SampleOffice.OTHER_PRACTICE));
        assertTheOtherIsUntouched();
    }

    @Test
    void whoever_comes_after_the_erasing_finds_no_practice() {
        office.practices().erase(SampleOffice.PRACTICE);
        assertRefused(Refusal.Kind.KEY_INVALID, () -> office.treatPlans().save(CALLER, Drafts.full(), Drafts.key("a key", "a")));
        assertRefused(Refusal.Kind.KEY_INVALID, () -> office.treatPlans().save(CALLER, Drafts.full(), Optional.empty()));
        assertRefused(Refusal.Kind.PROC_TP_NOT_FOUND, () -> edited(976, members -> members.surf("B")));
        assertRefused(Refusal.Kind.TREAT_PLAN_NOT_FOUND, () -> signed(963));
        assertThat(office.apiKeys().add(SampleOffice.PRACTICE, num -> key(SampleOffice.PRACTICE, num))).isEmpty();
        assertThat(office.practices().count(SampleOffice.PRACTICE).values()).containsOnly(0L);
    }

    @Test
    void one_that_is_not_there_is_not_erased() {
        assertThat(office.practices().erase(NOWHERE)).as("whether there was such a practice").isFalse();
        assertThat(office.practices().count(NOWHERE).values()).containsOnly(0L);
        assertThat(office.practices().list()).hasSize(2);
        assertTheOtherIsUntouched();
    }

    @Test
    void the_erasing_waits_for_a_change_that_is_under_way() throws InterruptedException {
        Hold hold = new Hold();
        Future<?> editing = clients.start(() -> office.procTPs().edit(CALLER, rowNum(976), edit(members -> members.surf("B")),
                (plan, row) -> hold.here()));
        hold.awaitReached(editing);
        Future<Boolean> erasing = clients.start(() -> office.practices().erase(SampleOffice.PRACTICE));
        assertThat(Clients.waits(erasing)).as("whether the call waits for the one that is under way").isTrue();
        hold.release();
        Clients.answer(editing);
        assertThat(Clients.answer(erasing)).isTrue();
        assertThat(office.practices().count(SampleOffice.PRACTICE).values()).containsOnly(0L);
    }

    @Test
    void whoever_is_at_it_meanwhile_ends_before_or_is_refused_and_leaves_nothing_behind() throws InterruptedException {
        AtomicBoolean isErased = new AtomicBoolean();
        List<Future<?>> atIt = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            atIt.add(clients.start(untilRefused(isErased, () -> edited(976, members -> members.descript(String.valueOf(System.nanoTime()))))));
            atIt.add(clients.start(untilRefused(isErased, () -> office.treatPlans().save(CALLER, Drafts.full(), Optional.empty()))));
            atIt.add(clients.start(untilRefused(isErased, () -> office.definitions().add(CALLER,
                    new NewDefinition(DefCat.DIAGNOSIS, "name", ""), Optional.empty()))));
        }
        assertThat(Clients.waits(atIt.get(0))).as("whether the call waits for the one that is under way").isTrue();
        assertThat(office.practices().erase(SampleOffice.PRACTICE)).as("whether there was such a practice").isTrue();
        isErased.set(true);
        for (Future<?> one : atIt) {
            assertThat(Clients.answer(one)).isIn(Refusal.Kind.KEY_INVALID, Refusal.Kind.PROC_TP_NOT_FOUND);
        }
        assertThat(office.practices().count(SampleOffice.PRACTICE).values()).containsOnly(0L);
        assertTheOtherIsUntouched();
    }

    /** What somebody who goes on and on is refused with in the end: no call that begins after the erasing comes through. */
    private static Callable<Refusal.Kind> untilRefused(AtomicBoolean isErased, Callable<?> call) {
        return () -> {
            boolean beganBefore;
            do {
                beganBefore = !isErased.get();
                try {
                    call.call();
                } catch (Refusal refused) {
                    if (refused.kind() != Refusal.Kind.UNAVAILABLE) {
                        return refused.kind();
                    }
                    beganBefore = true;
                }
            } while (beganBefore);
            throw new AssertionError("not refused");
        };
    }

    private static ApiKey key(PracticeNum practice, ApiKeyNum num) {
        return new ApiKey(SECRET.digest("a pair", String.valueOf(practice.value())), practice, num, "Developer", "Key", Set.of(), true);
    }

    private void assertTheOtherIsUntouched() {
        assertUnchanged(OTHER_CALLER, theirs);
        assertThat(office.practices().count(SampleOffice.OTHER_PRACTICE)).isEqualTo(theirCounts);
        assertThat(Feed.all(office.changes(), OTHER_CALLER)).isEqualTo(theirChanges);
        assertThat(office.changes().last(List.of(OTHER_CALLER))).containsExactly(
                Map.entry(SampleOffice.OTHER_PRACTICE, theirChanges.get(theirChanges.size() - 1).num()));
    }
}
