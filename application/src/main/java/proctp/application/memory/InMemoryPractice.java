package proctp.application.memory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import proctp.application.Author;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.Practice;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.application.PracticeSource;
import proctp.domain.DefNum;
import proctp.domain.Definition;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;
import proctp.domain.TxPriority;

/** The rows of one practice. A row is there as long as its plan is, so that nobody ever sees a plan with some of them. */
final class InMemoryPractice {

    static final PracticeNum EMPTY_NUM = new PracticeNum(0);

    /** What a caller of an unknown practice sees; nothing can be made in it. */
    static final InMemoryPractice EMPTY = new InMemoryPractice(EMPTY_NUM);

    static final Comparator<ProcTP> PLAN_ORDER =
            Comparator.comparingInt(ProcTP::itemOrder).thenComparingLong(row -> row.num().value());

    final InMemoryPosts posts;
    final InMemoryHistory history = new InMemoryHistory();
    volatile Map<DefNum, Definition> definitions = new ConcurrentHashMap<>();
    private volatile Map<TreatPlanNum, InMemoryPlan> plans = new ConcurrentHashMap<>();
    private volatile Map<ProcTPNum, InMemoryPlan> planOfRow = new ConcurrentHashMap<>();

    /** A practice that has nothing. */
    InMemoryPractice(PracticeNum num) {
        posts = new InMemoryPosts(num);
    }

    InMemoryPractice(PracticeContents contents, Clock clock) {
        this(contents.practice());
        take(Caller.atConsole(contents.practice()).author(), clock, contents.source(), (plan, itsRows) -> plan);
    }

    /** As {@link proctp.application.port.Archive#fill}: nothing new is made meanwhile. */
    boolean fill(Author author, Clock clock, PracticeSource source) {
        synchronized (posts) {
            if (!definitions.isEmpty() || !plans.isEmpty()) {
                return false;
            }
            take(author, clock, source, InMemoryArchive::withDigest);
            return true;
        }
    }

    private void take(Author author, Clock clock, PracticeSource source,
                      BiFunction<TreatPlan, List<ProcTP>, TreatPlan> asSigned) {
        Map<DefNum, Definition> newDefinitions = new ConcurrentHashMap<>();
        Map<TreatPlanNum, TreatPlan> given = new HashMap<>();
        Map<TreatPlanNum, List<ProcTP>> rowsOf = new HashMap<>();
        source.definitions().forEachRemaining(definition -> add(newDefinitions, definition.num(), definition));
        source.treatPlans().forEachRemaining(plan -> add(given, plan.num(), plan));
        source.procTPs().forEachRemaining(row -> {
            if (!given.containsKey(row.treatPlanNum())) {
                throw new IllegalArgumentException(row.num() + " is in a plan that is not there, " + row.treatPlanNum());
            }
            rowsOf.computeIfAbsent(row.treatPlanNum(), plan -> new ArrayList<>()).add(row);
        });
        Map<TreatPlanNum, InMemoryPlan> newPlans = new ConcurrentHashMap<>();
        Map<ProcTPNum, InMemoryPlan> newPlanOfRow = new ConcurrentHashMap<>();
        given.forEach((num, plan) -> {
            List<ProcTP> its = rowsOf.getOrDefault(num, List.of()).stream().sorted(PLAN_ORDER).toList();
            InMemoryPlan folder = new InMemoryPlan(asSigned.apply(plan, its), its);
            its.forEach(row -> add(newPlanOfRow, row.num(), folder));
            newPlans.put(num, folder);
        });
        posts.goOnFrom(source.practice().with(new Practice("", last(newPlans, TreatPlanNum::value),
                last(newPlanOfRow, ProcTPNum::value), last(newDefinitions, DefNum::value))));
        definitions = newDefinitions;
        planOfRow = newPlanOfRow;
        synchronized (history) {
            newPlans.values().stream().sorted(Comparator.comparingLong(plan -> plan.num().value())).forEach(plan ->
                    noteNew(author, clock, plan.stored().orElseThrow(), plan.rows()));
            // a row is there as long as its plan is, so here all of them come at once
            plans = newPlans;
        }
    }

    /**
     * Puts in a plan and all of its rows at once. They are written down before, since then nothing can have become of them, and nobody
     * reads that until they are there.
     */
    void save(Author author, Clock clock, TreatPlan plan, Collection<ProcTP> rows) {
        synchronized (history) {
            noteNew(author, clock, plan, rows.stream());
            add(plan, rows);
        }
    }

    private void noteNew(Author author, Clock clock, TreatPlan plan, Stream<ProcTP> rows) {
        history.addPlan(author, clock, Optional.empty(), Optional.of(plan));
        rows.sorted(PLAN_ORDER).forEach(row -> history.add(author, clock, Optional.empty(), Optional.of(named(row))));
    }

    private static <K> long last(Map<K, ?> table, ToLongFunction<K> num) {
        return table.keySet().stream().mapToLong(num).max().orElse(0);
    }

    /** Has this done while nothing is made, and no plan nor any of its rows can change. */
    void whileNothingChanges(Runnable work) {
        synchronized (posts) {
            List<Lock> held = plans().<Lock>map(plan -> plan.lock.writeLock()).toList();
            held.forEach(Lock::lock);
            try {
                work.run();
            } finally {
                held.forEach(Lock::unlock);
            }
        }
    }

    /** Lets everything go, once whoever is at it has done: those who come later find nothing, and can make nothing. */
    void close() {
        whileNothingChanges(() -> {
            plans().forEach(plan -> plan.store(null));
            plans = new ConcurrentHashMap<>();
            planOfRow = new ConcurrentHashMap<>();
            definitions = new ConcurrentHashMap<>();
            posts.close();
        });
    }

    private static <K, V> void add(Map<K, V> table, K num, V value) {
        if (table.putIfAbsent(num, value) != null) {
            throw new IllegalArgumentException(num + " is there twice");
        }
    }

    private void add(TreatPlan plan, Collection<ProcTP> rows) {
        InMemoryPlan folder = new InMemoryPlan(plan, rows);
        rows.forEach(row -> add(planOfRow, row.num(), folder));
        add(plans, plan.num(), folder);
    }

    /** Takes out a plan and all of its rows at once. */
    void remove(TreatPlanNum num) {
        plans.remove(num).rowNums().forEach(planOfRow::remove);
    }

    /** Takes out a row that has gone from its plan. */
    void forget(ProcTPNum row) {
        Optional.ofNullable(planOfRow.remove(row)).ifPresent(plan -> plan.forget(row));
    }

    /** All plans. */
    Stream<InMemoryPlan> plans() {
        return plans.values().stream();
    }

    /** That plan. */
    Optional<InMemoryPlan> plan(TreatPlanNum num) {
        return Optional.ofNullable(plans.get(num));
    }

    /** The plan that this row belongs to. */
    Optional<InMemoryPlan> planOf(ProcTPNum row) {
        return Optional.ofNullable(planOfRow.get(row)).filter(plan -> plans.get(plan.num()) == plan);
    }

    /** The rows of all plans. */
    Stream<ProcTP> rows() {
        return plans().flatMap(InMemoryPlan::rows).map(this::named);
    }

    /** The rows of a plan, in its order. */
    List<ProcTP> rowsOf(TreatPlanNum num) {
        return plan(num).stream().flatMap(InMemoryPlan::rows).map(this::named).sorted(PLAN_ORDER).toList();
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
}
