package proctp.application.memory;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
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

/** The rows of one practice. */
final class InMemoryPractice {

    /** What a caller of an unknown practice sees. */
    static final InMemoryPractice EMPTY = new InMemoryPractice(
            new PracticeContents(new PracticeNum(0), "", List.of(), List.of(), List.of(), List.of()));

    private static final Comparator<ProcTP> PLAN_ORDER =
            Comparator.comparingInt(ProcTP::itemOrder).thenComparingLong(row -> row.num().value());

    final Map<DefNum, Definition> definitions = new ConcurrentHashMap<>();
    final Map<TreatPlanNum, Folder> folders = new ConcurrentHashMap<>();
    final Map<ProcTPNum, ProcTP> rows = new ConcurrentHashMap<>();

    InMemoryPractice(PracticeContents contents) {
        contents.definitions().forEach(definition -> add(definitions, definition.num(), definition));
        contents.treatPlans().forEach(plan -> add(folders, plan.num(), new Folder(plan)));
        contents.procTPs().forEach(row -> add(rows, row.num(), inItsPlan(row)));
    }

    private static <K, V> void add(Map<K, V> table, K num, V value) {
        if (table.putIfAbsent(num, value) != null) {
            throw new IllegalArgumentException(num + " is there twice");
        }
    }

    private ProcTP inItsPlan(ProcTP row) {
        if (!folders.containsKey(row.treatPlanNum())) {
            throw new IllegalArgumentException(row.num() + " is in a plan that is not there, " + row.treatPlanNum());
        }
        return row;
    }

    /** The rows of a plan, in its order. */
    List<ProcTP> rowsOf(TreatPlanNum plan) {
        return rows.values().stream()
                .filter(row -> row.treatPlanNum().equals(plan))
                .sorted(PLAN_ORDER)
                .map(this::named)
                .toList();
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

    /** A plan and its lock: held shared by whoever changes its rows, and alone by whoever signs it. */
    static final class Folder {

        final ReadWriteLock lock = new ReentrantReadWriteLock();
        volatile TreatPlan plan;

        Folder(TreatPlan plan) {
            this.plan = plan;
        }
    }
}
