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

/** What has happened to one practice. Whoever changes something writes it down while nobody else can change that. */
final class InMemoryHistory {

    private final List<Change> changes = new ArrayList<>();
    private long last;

    /** A row was made, changed or removed; nothing is written when it is what it was. */
    synchronized void add(Author author, Clock clock, Optional<ProcTP> before, Optional<ProcTP> after) {
        if (!before.equals(after)) {
            changes.add(Change.ofProcTP(++last, now(clock), author, new Versions<>(before, after)));
        }
    }

    /** A plan was made, changed, signed, cleared or removed; nothing is written when it is what it was. */
    synchronized void addPlan(Author author, Clock clock, Optional<TreatPlan> before, Optional<TreatPlan> after) {
        if (!before.equals(after)) {
            changes.add(Change.ofTreatPlan(++last, now(clock), author, new Versions<>(before, after)));
        }
    }

    private static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** All that is known, by number. */
    synchronized Stream<Change> all() {
        return List.copyOf(changes).stream();
    }

    /** The number of the last change; 0 when there was none. */
    synchronized long last() {
        return last;
    }

    /** Forgets what happened before that time, and tells how much that was. */
    synchronized long forget(Instant before) {
        int known = changes.size();
        changes.removeIf(change -> change.moment().isBefore(before) && change.num() < last);
        return known - changes.size();
    }
}
