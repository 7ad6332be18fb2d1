package proctp.application.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import proctp.application.Page;
import proctp.application.Practice;
import proctp.application.PracticeContents;
import proctp.application.PracticeSource;
import proctp.domain.DefNum;
import proctp.domain.Definition;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;
import proctp.domain.TxPriority;

/** The rows of one practice. */
final class InMemoryPractice {

    /** What a caller of an unknown practice sees. */
    static final InMemoryPractice EMPTY = new InMemoryPractice();

    static final Comparator<ProcTP> PLAN_ORDER =
            Comparator.comparingInt(ProcTP::itemOrder).thenComparingLong(row -> row.num().value());

    final InMemoryPosts posts = new InMemoryPosts();
    volatile Map<DefNum, Definition> definitions = new ConcurrentHashMap<>();
    volatile Map<ProcTPNum, Row> rows = new ConcurrentHashMap<>();
    private volatile Map<TreatPlanNum, Folder> folders = new ConcurrentHashMap<>();

    /** A practice that has nothing. */
    InMemoryPractice() {
    }

    InMemoryPractice(PracticeContents contents) {
        take(contents.source(), (plan, itsRows) -> plan);
    }

    /** As {@link proctp.application.port.Archive#fill}: nothing new is made meanwhile. */
    boolean fill(PracticeSource source) {
        synchronized (posts) {
            if (!definitions.isEmpty() || !folders.isEmpty() || !rows.isEmpty()) {
                return false;
            }
            take(source, InMemoryArchive::withDigest);
            return true;
        }
    }

    private void take(PracticeSource source, BiFunction<TreatPlan, List<ProcTP>, TreatPlan> asSigned) {
        Map<DefNum, Definition> itsDefinitions = new ConcurrentHashMap<>();
        Map<TreatPlanNum, Folder> itsFolders = new ConcurrentHashMap<>();
        Map<ProcTPNum, Row> itsRows = new ConcurrentHashMap<>();
        Map<TreatPlanNum, List<ProcTP>> byPlan = new HashMap<>();
        source.definitions().forEachRemaining(definition -> add(itsDefinitions, definition.num(), definition));
        source.treatPlans().forEachRemaining(plan -> add(itsFolders, plan.num(), new Folder(plan)));
        source.procTPs().forEachRemaining(row -> {
            if (!itsFolders.containsKey(row.treatPlanNum())) {
                throw new IllegalArgumentException(row.num() + " is in a plan that is not there, " + row.treatPlanNum());
            }
            add(itsRows, row.num(), new Row(row));
            byPlan.computeIfAbsent(row.treatPlanNum(), plan -> new ArrayList<>()).add(row);
        });
        byPlan.values().forEach(list -> list.sort(PLAN_ORDER));
        itsFolders.forEach((num, folder) -> folder.store(
                asSigned.apply(folder.stored().orElseThrow(), byPlan.getOrDefault(num, List.of()))));
        posts.goOnFrom(source.practice().with(new Practice("",
                last(itsFolders, TreatPlanNum::value), last(itsRows, ProcTPNum::value), last(itsDefinitions, DefNum::value))));
        definitions = itsDefinitions;
        rows = itsRows;
        // rows show in a list only with their plans, so here all of them do at once
        folders = itsFolders;
    }

    private static <K, V> void add(Map<K, V> table, K num, V value) {
        if (table.putIfAbsent(num, value) != null) {
            throw new IllegalArgumentException(num + " is there twice");
        }
    }

    private static <K> long last(Map<K, ?> table, ToLongFunction<K> num) {
        return table.keySet().stream().mapToLong(num).max().orElse(0);
    }

    /** Has this done while nothing is made, and no plan nor any of its rows can change. */
    void whileNothingChanges(Runnable work) {
        synchronized (posts) {
            List<Lock> held = folders.values().stream().map(folder -> folder.lock.writeLock()).toList();
            held.forEach(Lock::lock);
            try {
                work.run();
            } finally {
                held.forEach(Lock::unlock);
            }
        }
    }

    /** Puts in a plan that was just saved. Its rows are there before it, so that nobody sees it without them. */
    void add(TreatPlan plan, List<ProcTP> itsRows) {
        itsRows.forEach(row -> add(rows, row.num(), new Row(row)));
        add(folders, plan.num(), new Folder(plan));
    }

    /** Takes a plan out, and its rows. */
    void remove(TreatPlanNum num) {
        folders.remove(num);
        rows.values().removeIf(row -> row.plan().equals(num));
    }

    /** All plans. */
    Stream<TreatPlan> plans() {
        return folders.values().stream().flatMap(folder -> folder.stored().stream());
    }

    Optional<Folder> folder(TreatPlanNum num) {
        return Optional.ofNullable(folders.get(num));
    }

    /** The rows of all plans. */
    Stream<ProcTP> rows() {
        return rows.values().stream()
                .filter(row -> folders.containsKey(row.plan()))
                .flatMap(row -> row.stored().stream())
                .map(this::named);
    }

    /** The rows of a plan, in its order. */
    List<ProcTP> rowsOf(TreatPlanNum plan) {
        return rows().filter(row -> row.treatPlanNum().equals(plan)).sorted(PLAN_ORDER).toList();
    }

    /** The row with its priority by the name that the definition has now. */
    ProcTP named(ProcTP row) {
        DefNum priority = row.priority().num();
        Definition definition = definitions.get(priority);
        return row.withPriority(new TxPriority(priority, definition == null ? "" : definition.itemName()));
    }

    /** One page of what a query found. */
    static <T> List<T> page(Stream<T> found, Page page) {
        return found.skip(page.offset()).limit(page.limit()).toList();
    }

    /** A plan and its lock: held shared by whoever changes its rows, and alone by whoever changes or signs it. */
    static final class Folder {

        final ReadWriteLock lock = new ReentrantReadWriteLock();
        private volatile TreatPlan plan;

        Folder(TreatPlan plan) {
            this.plan = plan;
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
    }

    /** A row and its lock: held by whoever looks at it in order to change it. */
    static final class Row {

        private final ReentrantLock lock = new ReentrantLock();
        private final TreatPlanNum plan;
        private volatile ProcTP procTP;

        Row(ProcTP procTP) {
            this.plan = procTP.treatPlanNum();
            this.procTP = procTP;
        }

        TreatPlanNum plan() {
            return plan;
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
