package proctp.application.memory;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.ProcTPFilter;
import proctp.application.port.ProcTPGuard;
import proctp.application.port.ProcTPs;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;

/** Rows in memory. */
final class InMemoryProcTPs implements ProcTPs {

    private static final Comparator<ProcTP> BY_PLAN =
            Comparator.<ProcTP>comparingLong(row -> row.treatPlanNum().value()).thenComparing(InMemoryPractice.PLAN_ORDER);
    private static final Comparator<ProcTP> BY_CHANGE =
            Comparator.<ProcTP, Instant>comparing(row -> row.stamp().secDateTEdit()).thenComparingLong(row -> row.num().value());

    private final Function<Caller, InMemoryPractice> practices;
    private final Clock clock;

    InMemoryProcTPs(Function<Caller, InMemoryPractice> practices, Clock clock) {
        this.practices = practices;
        this.clock = clock;
    }

    @Override
    public List<ProcTP> list(Caller caller, TreatPlanNum plan, Page page) {
        return InMemoryPractice.page(practices.apply(caller).rowsOf(plan).stream(), page);
    }

    @Override
    public List<ProcTP> list(Caller caller, ProcTPFilter filter, Page page) {
        InMemoryPractice practice = practices.apply(caller);
        Stream<ProcTP> found = practice.rows()
                .filter(row -> filter.plans().map(wanted -> wanted.contains(row.treatPlanNum())).orElse(true))
                .filter(row -> filter.patNum().map(wanted -> wanted == row.patNum()).orElse(true))
                .filter(row -> filter.changedAfter().map(row.stamp().secDateTEdit()::isAfter).orElse(true))
                .sorted(filter.changedAfter().isPresent() ? BY_CHANGE : BY_PLAN);
        return InMemoryPractice.page(found, page);
    }

    @Override
    public Optional<ProcTP> find(Caller caller, ProcTPNum num) {
        InMemoryPractice practice = practices.apply(caller);
        return practice.planOf(num).flatMap(plan -> plan.row(num)).flatMap(InMemoryPlan.Row::stored).map(practice::named);
    }

    @Override
    public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, ProcTPGuard guard) {
        InMemoryPractice practice = practices.apply(caller);
        return practice.named(change(caller, practice, num, guard, row -> row.edited(edit, now())));
    }

    @Override
    public void delete(Caller caller, ProcTPNum num, ProcTPGuard guard) {
        InMemoryPractice practice = practices.apply(caller);
        change(caller, practice, num, guard, row -> null);
        practice.forget(num);
    }

    /** To be asked for where the row is held, so that of two edits the later one has the later time. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** What the row is after the change; null when the change has removed it. */
    private ProcTP change(Caller caller, InMemoryPractice practice, ProcTPNum num, ProcTPGuard guard,
                          UnaryOperator<ProcTP> change) {
        InMemoryPlan plan = practice.planOf(num).orElseThrow(Refusal::procTPNotFound);
        InMemoryPlan.Row row = plan.row(num).orElseThrow(Refusal::procTPNotFound);
        Lock unsigned = plan.lock.readLock();
        unsigned.lock();
        try {
            row.stored().orElseThrow(Refusal::procTPNotFound);
            guard.check(plan.plan(Refusal::procTPNotFound), () -> practice.named(row.locked()));
            ProcTP before = row.locked();
            ProcTP after = change.apply(before);
            practice.commit(caller.author(), clock, row, before, Optional.ofNullable(after));
            return after;
        } finally {
            row.unlock();
            unsigned.unlock();
        }
    }
}
