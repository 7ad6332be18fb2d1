package proctp.application.memory;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import proctp.application.ApiKey;
import proctp.application.Author;
import proctp.application.Caller;
import proctp.application.Page;
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
    static final InMemoryPractice EMPTY = new InMemoryPractice(EMPTY_NUM, new InMemoryCommits());

    static final Comparator<ProcTP> PLAN_ORDER =
            Comparator.comparingInt(ProcTP::itemOrder).thenComparingLong(row -> row.num().value());

    final InMemoryPosts posts;
    final InMemoryHistory history;
    volatile Map<DefNum, Definition> definitions = new ConcurrentHashMap<>();
    private final PracticeNum num;
    private final InMemoryCommits commits;
    private volatile Map<TreatPlanNum, InMemoryPlan> plans = new ConcurrentHashMap<>();
    private volatile Map<ProcTPNum, InMemoryPlan> planOfRow = new ConcurrentHashMap<>();

    /** A practice that has nothing. */
    InMemoryPractice(PracticeNum num, InMemoryCommits commits) {
        this.num = num;
        this.commits = commits;
        this.posts = new InMemoryPosts(num, commits);
        this.history = new InMemoryHistory(commits);
    }

    InMemoryPractice(PracticeContents contents, InMemoryCommits commits, Clock clock) {
        this(contents.practice(), commits);
        take(Caller.atConsole(contents.practice()).author(), clock, InMemoryRecords.of(contents.source(), (plan, itsRows) -> plan));
    }

    /** A practice that goes on from where it was. */
    InMemoryPractice(PracticeSnapshot snapshot, InMemoryCommits commits) {
        this(snapshot.num(), commits);
        InMemoryRecords records = InMemoryRecords.of(snapshot.source(), (plan, itsRows) -> plan);
        put(records);
        plans = records.plans();
        posts.goOnFrom(snapshot.posts());
        history.goOnFrom(snapshot.changes(), snapshot.lastChangeNum());
    }

    /** All that it has, with these keys. To be called from within a commit. */
    PracticeSnapshot snapshot(long lastApiKeyNum, List<ApiKey> apiKeys) {
        return new PracticeSnapshot(num, posts.practice(), lastApiKeyNum, apiKeys,
                sorted(definitions.values().stream(), definition -> definition.num().value()),
                sorted(plans().flatMap(plan -> plan.stored().stream()), plan -> plan.num().value()),
                sorted(plans().flatMap(InMemoryPlan::rows), row -> row.num().value()),
                history.last(), history.all().toList(), posts.kept());
    }

    private static <T> List<T> sorted(Stream<T> all, ToLongFunction<T> num) {
        return all.sorted(Comparator.comparingLong(num)).toList();
    }

    /** As {@link proctp.application.port.Archive#fill}: nothing new is made meanwhile. */
    boolean fill(Author author, Clock clock, PracticeSource source) {
        synchronized (posts) {
            if (!definitions.isEmpty() || !plans.isEmpty()) {
                return false;
            }
            take(author, clock, InMemoryRecords.of(source, InMemoryArchive::withDigest));
            return true;
        }
    }

    private void take(Author author, Clock clock, InMemoryRecords records) {
        synchronized (posts) {
            commits.make(() -> {
                put(records);
                records.plans().values().stream().sorted(Comparator.comparingLong(plan -> plan.num().value())).forEach(plan ->
                        noteNew(author, clock, plan.stored().orElseThrow(), plan.rows()));
                // a row is there as long as its plan is, so here all of them come at once
                plans = records.plans();
            });
        }
    }

    /** Puts in all but the plans. */
    private void put(InMemoryRecords records) {
        posts.goOnFrom(records.practice());
        definitions = records.definitions();
        planOfRow = records.planOfRow();
    }

    /**
     * Puts in a plan and all of its rows at once. They are written down before, since then nothing can have become of them, and nobody
     * reads that until they are there.
     */
    void save(Author author, Clock clock, TreatPlan plan, Collection<ProcTP> rows) {
        commits.make(() -> {
            noteNew(author, clock, plan, rows.stream());
            add(plan, rows);
        });
    }

    /** A row has become another, or has gone. */
    void commit(Author author, Clock clock, InMemoryPlan.Row row, ProcTP before, Optional<ProcTP> after) {
        commits.make(() -> {
            row.store(after.orElse(null));
            history.add(author, clock, Optional.of(named(before)), after.map(this::named));
        });
    }

    /** A plan has become another, or has gone and takes its rows along. */
    void commit(Author author, Clock clock, InMemoryPlan folder, TreatPlan before, Optional<TreatPlan> after) {
        commits.make(() -> {
            if (after.isEmpty()) {
                rowsOf(folder.num()).forEach(row -> history.add(author, clock, Optional.of(row), Optional.empty()));
                remove(folder.num());
            }
            folder.store(after.orElse(null));
            history.addPlan(author, clock, Optional.of(before), after);
        });
    }

    private void noteNew(Author author, Clock clock, TreatPlan plan, Stream<ProcTP> rows) {
        history.addPlan(author, clock, Optional.empty(), Optional.of(plan));
        rows.sorted(PLAN_ORDER).forEach(row -> history.add(author, clock, Optional.empty(), Optional.of(named(row))));
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

    /**
     * Lets everything go, once whoever is at it has done: those who come later find nothing, and can make nothing.
     *
     * @param takenOut makes that nobody finds this practice any more
     */
    void close(Runnable takenOut) {
        whileNothingChanges(() -> {
            takenOut.run();
            plans().forEach(plan -> plan.store(null));
            plans = new ConcurrentHashMap<>();
            planOfRow = new ConcurrentHashMap<>();
            definitions = new ConcurrentHashMap<>();
            posts.close();
        });
    }

    private void add(TreatPlan plan, Collection<ProcTP> rows) {
        InMemoryPlan folder = new InMemoryPlan(plan, rows);
        rows.forEach(row -> InMemoryRecords.add(planOfRow, row.num(), folder));
        InMemoryRecords.add(plans, plan.num(), folder);
    }

    /** Takes out a plan and all of its rows at once. */
    private void remove(TreatPlanNum num) {
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
