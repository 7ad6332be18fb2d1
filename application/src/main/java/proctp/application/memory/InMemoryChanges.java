package proctp.application.memory;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.ChangeFilter;
import proctp.application.PracticeNum;
import proctp.application.port.Changes;

/** What has happened, in memory. */
final class InMemoryChanges implements Changes {

    private final Function<Caller, InMemoryPractice> practices;

    InMemoryChanges(Function<Caller, InMemoryPractice> practices) {
        this.practices = practices;
    }

    @Override
    public List<Change> list(Caller caller, ChangeFilter filter, int limit) {
        return practices.apply(caller).history.all()
                .filter(change -> change.num() > filter.after())
                .filter(change -> filter.plan().map(change.treatPlanNum()::equals).orElse(true))
                .filter(change -> filter.patNum().map(wanted -> wanted == change.patNum()).orElse(true))
                .filter(change -> filter.since().map(time -> !change.moment().isBefore(time)).orElse(true))
                .filter(change -> filter.key().map(change.author().key()::equals).orElse(true))
                .limit(limit).toList();
    }

    @Override
    public Map<PracticeNum, Long> last(Collection<Caller> callers) {
        return callers.stream().filter(caller -> practices.apply(caller).history.last() > 0)
                .collect(toMap(Caller::practice, caller -> practices.apply(caller).history.last(), Math::max));
    }

    @Override
    public long forget(Caller caller, Instant before) {
        return practices.apply(caller).history.forget(before);
    }
}
