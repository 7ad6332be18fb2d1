package proctp.application.memory;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import proctp.application.Caller;
import proctp.application.IdempotencyKey;
import proctp.application.Page;
import proctp.application.Posted;
import proctp.application.TreatPlanFilter;
import proctp.application.port.PlanGuard;
import proctp.application.port.PlanRevision;
import proctp.application.port.TreatPlans;
import proctp.domain.EditStamp;
import proctp.domain.NewTreatPlan;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** Plans in memory. */
final class InMemoryTreatPlans implements TreatPlans {

    private static final Comparator<TreatPlan> BY_NUMBER = Comparator.comparingLong(plan -> plan.num().value());

    private final Function<Caller, InMemoryPractice> practices;
    private final Clock clock;

    InMemoryTreatPlans(Function<Caller, InMemoryPractice> practices, Clock clock) {
        this.practices = practices;
        this.clock = clock;
    }

    @Override
    public List<TreatPlan> list(Caller caller, TreatPlanFilter filter, Page page) {
        Stream<TreatPlan> found = practices.apply(caller).plans().flatMap(plan -> plan.stored().stream())
                .filter(plan -> filter.patNum().map(wanted -> wanted == plan.patNum()).orElse(true))
                .filter(plan -> filter.status().map(wanted -> wanted == plan.status()).orElse(true))
                .filter(plan -> filter.changedAfter().map(plan.stamp().secDateTEdit()::isAfter).orElse(true))
                .sorted(BY_NUMBER);
        return InMemoryPractice.page(found, page);
    }

    @Override
    public Optional<TreatPlan> find(Caller caller, TreatPlanNum num) {
        return practices.apply(caller).plan(num).flatMap(InMemoryPlan::stored);
    }

    @Override
    public Set<TreatPlanNum> existing(Caller caller, Set<TreatPlanNum> nums) {
        InMemoryPractice practice = practices.apply(caller);
        return Set.of(nums.stream().filter(num -> practice.plan(num).isPresent()).toArray(TreatPlanNum[]::new));
    }

    @Override
    public List<TreatPlan> signed(Caller caller, TreatPlanNum after, int limit) {
        return practices.apply(caller).plans().flatMap(plan -> plan.stored().stream())
                .filter(plan -> plan.isSigned() && plan.num().value() > after.value())
                .sorted(BY_NUMBER).limit(limit).toList();
    }

    @Override
    public Posted<TreatPlan> save(Caller caller, NewTreatPlan draft, Optional<IdempotencyKey> key) {
        InMemoryPractice practice = practices.apply(caller);
        return practice.posts.post(caller, key, clock, now -> {
            EditStamp stamp = new EditStamp(0, Optional.of(LocalDate.ofInstant(now, clock.getZone())),
                    now.truncatedTo(ChronoUnit.SECONDS));
            TreatPlan plan = draft.treatPlan(new TreatPlanNum(practice.posts.nextTreatPlanNum()), stamp);
            practice.save(caller.author(), clock, plan,
                    draft.procTPs(plan, new ProcTPNum(practice.posts.nextProcTPNums(draft.procTPs().size()))));
            return plan;
        });
    }

    @Override
    public TreatPlan revise(Caller caller, TreatPlanNum num, PlanRevision revision) {
        InMemoryPractice practice = practices.apply(caller);
        return change(caller, practice, num, plan -> revision.revise(plan, () -> practice.rowsOf(num),
                clock.instant().truncatedTo(ChronoUnit.SECONDS)));
    }

    @Override
    public void delete(Caller caller, TreatPlanNum num, PlanGuard guard) {
        InMemoryPractice practice = practices.apply(caller);
        change(caller, practice, num, plan -> {
            guard.check(plan);
            return null;
        });
    }

    /** What the plan is after the change; null when the change has removed it. */
    private TreatPlan change(Caller caller, InMemoryPractice practice, TreatPlanNum num, UnaryOperator<TreatPlan> change) {
        InMemoryPlan found = practice.plan(num).orElseThrow(Refusal::treatPlanNotFound);
        Lock alone = found.lock.writeLock();
        alone.lock();
        try {
            TreatPlan before = found.plan(Refusal::treatPlanNotFound);
            TreatPlan after = change.apply(before);
            practice.commit(caller.author(), clock, found, before, Optional.ofNullable(after));
            return after;
        } finally {
            alone.unlock();
        }
    }
}
