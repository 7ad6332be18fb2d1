package proctp.application.memory;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** A plan with its rows and its lock: held shared by whoever changes a row, and alone by whoever changes or signs the plan. */
final class InMemoryPlan {

    final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final TreatPlanNum num;
    private final Map<ProcTPNum, Row> rows = new ConcurrentHashMap<>();
    private volatile TreatPlan plan;

    InMemoryPlan(TreatPlan plan, Collection<ProcTP> rows) {
        this.num = plan.num();
        this.plan = plan;
        rows.forEach(row -> this.rows.put(row.num(), new Row(row)));
    }

    TreatPlanNum num() {
        return num;
    }

    /** The plan; empty when it has gone. */
    Optional<TreatPlan> stored() {
        return Optional.ofNullable(plan);
    }

    /** The plan, which is locked; refused in these words when it had gone before. */
    TreatPlan plan(Supplier<Refusal> otherwise) {
        return stored().orElseThrow(otherwise);
    }

    /** Keeps what the plan is now; null when it has gone. */
    void store(TreatPlan after) {
        plan = after;
    }

    /** Its rows, in no order, with their priorities' names unresolved. */
    Stream<ProcTP> rows() {
        return rows.values().stream().flatMap(row -> row.stored().stream());
    }

    Set<ProcTPNum> rowNums() {
        return rows.keySet();
    }

    void forget(ProcTPNum row) {
        rows.remove(row);
    }

    /** That row. */
    Optional<Row> row(ProcTPNum row) {
        return Optional.ofNullable(rows.get(row));
    }

    /** A row and its lock: held by whoever looks at it in order to change it. */
    static final class Row {

        private final ReentrantLock lock = new ReentrantLock();
        private volatile ProcTP procTP;

        private Row(ProcTP procTP) {
            this.procTP = procTP;
        }

        /** The row; empty when it has gone. */
        Optional<ProcTP> stored() {
            return Optional.ofNullable(procTP);
        }

        /** The row, for whoever holds it from now on. */
        ProcTP locked() {
            if (!lock.isHeldByCurrentThread()) {
                lock.lock();
            }
            return stored().orElseThrow(Refusal::procTPNotFound);
        }

        /** Keeps what the row is now; null when it has gone. */
        void store(ProcTP after) {
            procTP = after;
        }

        /** Lets others at it, if this thread holds it. */
        void unlock() {
            if (lock.isHeldByCurrentThread()) {
                lock.unlock();
            }
        }
    }
}
