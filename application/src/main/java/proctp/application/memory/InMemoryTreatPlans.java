package proctp.application.memory;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.stream.Stream;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.TreatPlanFilter;
import proctp.application.port.Signing;
import proctp.application.port.TreatPlans;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** Plans in memory. */
final class InMemoryTreatPlans implements TreatPlans {

    private final Function<Caller, InMemoryPractice> practices;
    private final Clock clock;

    InMemoryTreatPlans(Function<Caller, InMemoryPractice> practices, Clock clock) {
        this.practices = practices;
        this.clock = clock;
    }

    @Override
    public List<TreatPlan> list(Caller caller, TreatPlanFilter filter, Page page) {
        Stream<TreatPlan> found = practices.apply(caller).folders.values().stream()
                .map(folder -> folder.plan)
                .filter(plan -> filter.patNum().map(wanted -> wanted == plan.patNum()).orElse(true))
                .filter(plan -> filter.status().map(wanted -> wanted == plan.status()).orElse(true))
                .filter(plan -> filter.changedAfter().map(plan.stamp().secDateTEdit()::isAfter).orElse(true))
                .sorted(Comparator.comparingLong(plan -> plan.num().value()));
        return InMemoryPractice.page(found, page);
    }

    @Override
    public boolean exists(Caller caller, TreatPlanNum num) {
        return practices.apply(caller).folders.containsKey(num);
    }

    @Override
    public TreatPlan sign(Caller caller, TreatPlanNum num, Signing signing) {
        InMemoryPractice practice = practices.apply(caller);
        InMemoryPractice.Folder folder =
                Optional.ofNullable(practice.folders.get(num)).orElseThrow(Refusal::treatPlanNotFound);
        Lock alone = folder.lock.writeLock();
        alone.lock();
        try {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            TreatPlan signed = folder.plan.signedBy(signing.sign(folder.plan, practice.rowsOf(num)), now);
            folder.plan = signed;
            return signed;
        } finally {
            alone.unlock();
        }
    }
}
