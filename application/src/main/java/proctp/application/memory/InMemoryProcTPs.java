package proctp.application.memory;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.port.PlanGuard;
import proctp.application.port.ProcTPs;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;

/** Rows in memory. */
final class InMemoryProcTPs implements ProcTPs {

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
    public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, PlanGuard guard) {
        InMemoryPractice practice = practices.apply(caller);
        return change(practice, num, guard, row -> row.edited(edit, now()))
                .map(practice::named)
                .orElseThrow(Refusal::procTPNotFound);
    }

    @Override
    public void delete(Caller caller, ProcTPNum num, PlanGuard guard) {
        change(practices.apply(caller), num, guard, row -> null);
    }

    /** To be asked for where the row is held, so that of two edits the later one has the later time. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Optional<ProcTP> change(InMemoryPractice practice, ProcTPNum num, PlanGuard guard,
                                           UnaryOperator<ProcTP> change) {
        InMemoryPractice.Folder folder = Optional.ofNullable(practice.rows.get(num))
                .map(row -> practice.folders.get(row.treatPlanNum()))
                .orElseThrow(Refusal::procTPNotFound);
        Lock unsigned = folder.lock.readLock();
        unsigned.lock();
        try {
            guard.check(folder.plan);
            return Optional.ofNullable(practice.rows.compute(num, (key, row) -> {
                if (row == null) {
                    throw Refusal.procTPNotFound();
                }
                return change.apply(row);
            }));
        } finally {
            unsigned.unlock();
        }
    }
}
