package proctp.application.memory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import proctp.application.Page;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
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
    static final InMemoryPractice EMPTY = new InMemoryPractice(
            new PracticeContents(EMPTY_NUM, "", List.of(), List.of(), List.of(), List.of()));

    static final Comparator<ProcTP> PLAN_ORDER =
            Comparator.comparingInt(ProcTP::itemOrder).thenComparingLong(row -> row.num().value());

    final Map<DefNum, Definition> definitions = new ConcurrentHashMap<>();
    final InMemoryPosts posts;
    private final Map<TreatPlanNum, InMemoryPlan> plans = new ConcurrentHashMap<>();
    private final Map<ProcTPNum, InMemoryPlan> planOfRow = new ConcurrentHashMap<>();

    InMemoryPractice(PracticeContents contents) {
        contents.definitions().forEach(definition -> add(definitions, definition.num(), definition));
        contents.treatPlans().forEach(plan -> add(plan, contents.procTPs().stream()
                .filter(row -> row.treatPlanNum().equals(plan.num())).toList()));
        contents.procTPs().stream().filter(row -> !plans.containsKey(row.treatPlanNum())).findFirst().ifPresent(row -> {
            throw new IllegalArgumentException(row.num() + " is in a plan that is not there, " + row.treatPlanNum());
        });
        posts = new InMemoryPosts(contents);
    }

    private static <K, V> void add(Map<K, V> table, K num, V value) {
        if (table.putIfAbsent(num, value) != null) {
            throw new IllegalArgumentException(num + " is there twice");
        }
    }

    /** Puts in a plan and all of its rows at once. */
    void add(TreatPlan plan, Collection<ProcTP> rows) {
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
