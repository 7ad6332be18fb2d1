package proctp.application.memory;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import proctp.application.Author;
import proctp.application.Change;
import proctp.application.Change.Versions;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlan;

/** What has happened to one practice. Whoever changes something writes it down in the same commit. */
final class InMemoryHistory {

    private final InMemoryCommits commits;
    private final List<Change> changes = new ArrayList<>();
    private long last;

    InMemoryHistory(InMemoryCommits commits) {
        this.commits = commits;
    }

    /** A row was made, changed or removed; nothing is written when it is what it was. To be called from within a commit. */
    void add(Author author, Clock clock, Optional<ProcTP> before, Optional<ProcTP> after) {
        if (!before.equals(after)) {
            changes.add(Change.ofProcTP(++last, now(clock), author, new Versions<>(before, after)));
        }
    }

    /**
     * A plan was made, changed, signed, cleared or removed; nothing is written when it is what it was. To be called from within a
     * commit.
     */
    void addPlan(Author author, Clock clock, Optional<TreatPlan> before, Optional<TreatPlan> after) {
        if (!before.equals(after)) {
            changes.add(Change.ofTreatPlan(++last, now(clock), author, new Versions<>(before, after)));
        }
    }

    /** All that was known, and the number of the last change. */
    void goOnFrom(List<Change> known, long lastNum) {
        changes.addAll(known);
        last = lastNum;
    }

    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** All that is known, by number. */
    Stream<Change> all() {
        return commits.see(() -> List.copyOf(changes)).stream();
    }

    /** The number of the last change; 0 when there was none. */
    long last() {
        return commits.see(() -> last);
    }

    /** Forgets what happened before that time, and tells how much that was. */
    long forget(Instant before) {
        return commits.make(() -> {
            int known = changes.size();
            changes.removeIf(change -> change.moment().isBefore(before) && change.num() < last);
            return (long) (known - changes.size());
        });
    }
}
