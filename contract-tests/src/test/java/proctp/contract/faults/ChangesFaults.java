package proctp.contract.faults;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import proctp.application.Author;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.Change.Versions;
import proctp.application.ChangeFilter;
import proctp.application.PracticeNum;
import proctp.application.port.Changes;
import proctp.application.port.Office;

/** Faults that an adapter's feed could have. */
final class ChangesFaults {

    private ChangesFaults() {
    }

    /** A feed without a fault. */
    static class SoundChanges implements Changes {

        final Office sound;

        SoundChanges(Office sound) {
            this.sound = sound;
        }

        @Override
        public List<Change> list(Caller caller, ChangeFilter filter, int limit) {
            return sound.changes().list(caller, filter, limit);
        }

        @Override
        public Map<PracticeNum, Long> last(Collection<Caller> callers) {
            return sound.changes().last(callers);
        }

        @Override
        public long forget(Caller caller, Instant before) {
            return sound.changes().forget(caller, before);
        }
    }

    /** Gives numbers out in the order of the beginnings: what commits late turns up behind a reader that has gone past it. */
    static final class NumbersWhatHasNotBeenCommitted extends SoundChanges {
        private static final long A_SLOW_COMMIT = MILLISECONDS.toNanos(3);
        private final Map<Long, Long> begun = new ConcurrentHashMap<>();

        NumbersWhatHasNotBeenCommitted(Office sound) {
            super(sound);
        }

        @Override
        public List<Change> list(Caller caller, ChangeFilter filter, int limit) {
            long now = System.nanoTime();
            return super.list(caller, filter, Integer.MAX_VALUE).stream()
                    .filter(change -> change.num() % 5 > 0 || now - begun.computeIfAbsent(change.num(), num -> now) > A_SLOW_COMMIT)
                    .limit(limit).toList();
        }
    }

    /** Gives an entry again that a reader has seen. */
    static final class GivesTheLastOneAgain extends SoundChanges {
        GivesTheLastOneAgain(Office sound) {
            super(sound);
        }

        @Override
        public List<Change> list(Caller caller, ChangeFilter filter, int limit) {
            List<Change> more = super.list(caller, filter, limit);
            return more.isEmpty() ? more : super.list(caller, filter.after(Math.max(0, filter.after() - 1)), limit);
        }
    }

    /** Knows the key, and not which of its requests it was. */
    static final class ForgetsTheRequest extends SoundChanges {
        ForgetsTheRequest(Office sound) {
            super(sound);
        }

        @Override
        public List<Change> list(Caller caller, ChangeFilter filter, int limit) {
            return super.list(caller, filter, limit).stream().map(change -> new Change(change.num(), change.moment(),
                    new Author(change.author().key(), change.author().developerName(), change.author().keyName(), ""),
                    change.procTP(), change.treatPlan())).toList();
        }
    }

    /** Keeps the time as rows have it. */
    static final class KeepsWholeSeconds extends SoundChanges {
        KeepsWholeSeconds(Office sound) {
            super(sound);
        }

        @Override
        public List<Change> list(Caller caller, ChangeFilter filter, int limit) {
            return super.list(caller, filter, limit).stream().map(change -> new Change(change.num(),
                    change.moment().truncatedTo(ChronoUnit.SECONDS), change.author(), change.procTP(), change.treatPlan())).toList();
        }
    }

    /** Keeps what a row is after a change, and takes what it was from nowhere. */
    static final class ForgetsWhatWasBefore extends SoundChanges {
        ForgetsWhatWasBefore(Office sound) {
            super(sound);
        }

        @Override
        public List<Change> list(Caller caller, ChangeFilter filter, int limit) {
            return super.list(caller, filter, limit).stream().map(change -> new Change(change.num(), change.moment(), change.author(),
                    after(change.procTP()), after(change.treatPlan()))).toList();
        }

        private static <T> Versions<T> after(Versions<T> versions) {
            return versions.after().isPresent() ? new Versions<>(Optional.empty(), versions.after()) : versions;
        }
    }

    /** Counts what it still has, so that numbers start again when something was forgotten. */
    static final class CountsWhatIsLeft extends SoundChanges {
        CountsWhatIsLeft(Office sound) {
            super(sound);
        }

        @Override
        public List<Change> list(Caller caller, ChangeFilter filter, int limit) {
            List<Change> counted = new ArrayList<>();
            super.list(caller, filter.after(0), Integer.MAX_VALUE).forEach(change -> counted.add(new Change(counted.size() + 1,
                    change.moment(), change.author(), change.procTP(), change.treatPlan())));
            return counted.stream().filter(change -> change.num() > filter.after()).limit(limit).toList();
        }
    }

    /** Forgets what was made at that time, too. */
    static final class TakesBeforeForUntil extends SoundChanges {
        TakesBeforeForUntil(Office sound) {
            super(sound);
        }

        @Override
        public long forget(Caller caller, Instant before) {
            return super.forget(caller, before.plusNanos(1_000));
        }
    }

    /** Shows the other practice's changes where there are none of one's own. */
    static final class ForgetsThePractice extends SoundChanges {
        ForgetsThePractice(Office sound) {
            super(sound);
        }

        @Override
        public List<Change> list(Caller caller, ChangeFilter filter, int limit) {
            List<Change> own = super.list(caller, filter, limit);
            return own.isEmpty() ? super.list(Caller.atConsole(new PracticeNum(1)), filter, limit) : own;
        }
    }
}
