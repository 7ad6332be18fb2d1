package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.Change.Versions;
import proctp.application.ChangeFilter;
import proctp.application.port.Changes;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlan;

/** A change feed as a program follows it: what it has seen so far, and what it makes of that. */
final class Feed {

    private final List<Change> seen = new ArrayList<>();
    private final Changes changes;
    private final Caller caller;

    /** A program that has seen nothing yet. */
    Feed(Changes changes, Caller caller) {
        this.changes = changes;
        this.caller = caller;
    }

    /** All that there is. */
    static List<Change> all(Changes changes, Caller caller) {
        Feed feed = new Feed(changes, caller);
        while (feed.goOn(500)) {
            assertThat(feed.seen).as("the feed comes to an end").hasSizeLessThan(1_000_000);
        }
        return feed.seen;
    }

    /** Reads on behind the last that was seen, at most so many; whether there were any. */
    boolean goOn(int limit) {
        long last = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).num();
        return seen.addAll(changes.list(caller, ChangeFilter.ALL.after(last), limit));
    }

    List<Change> seen() {
        return seen;
    }

    /** The practice as the changes have made it; each must go on from where the one before it has left its row or plan. */
    static Replayed replayed(List<Change> changes) {
        Map<Long, TreatPlan> plans = new TreeMap<>();
        Map<Long, ProcTP> rows = new TreeMap<>();
        for (Change change : changes) {
            apply(change, change.treatPlan(), change.treatPlanNum().value(), plans);
            change.procTPNum().ifPresent(num -> {
                assertThat(plans).as("the plan of change %d", change.num()).containsKey(change.treatPlanNum().value());
                apply(change, change.procTP(), num.value(), rows);
            });
        }
        return new Replayed(List.copyOf(plans.values()), List.copyOf(rows.values()));
    }

    private static <T> void apply(Change change, Versions<T> versions, long num, Map<Long, T> there) {
        if (versions.equals(Versions.none())) {
            return;
        }
        assertThat(versions.before()).as("before change %d of %d", change.num(), num).isEqualTo(Optional.ofNullable(there.get(num)));
        versions.after().ifPresentOrElse(after -> there.put(num, after), () -> there.remove(num));
    }

    /** What a program that has followed a practice's feed takes it to have. */
    record Replayed(List<TreatPlan> plans, List<ProcTP> rows) {

        /** The practice as it is, in the same order. */
        static Replayed of(OfficeContract.Everything everything) {
            return new Replayed(
                    everything.plans().stream().sorted(Comparator.comparingLong(plan -> plan.num().value())).toList(),
                    everything.rows().stream().sorted(Comparator.comparingLong(row -> row.num().value())).toList());
        }
    }
}
