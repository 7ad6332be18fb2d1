package proctp.application.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import proctp.application.Practice;
import proctp.application.PracticeSource;
import proctp.domain.DefNum;
import proctp.domain.Definition;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/**
 * The records that a whole practice brings along, looked through before any of them is kept.
 *
 * @param practice    the practice itself, whose last numbers are no smaller than those of its records
 * @param definitions its lists
 * @param plans       its plans, each with its rows
 * @param planOfRow   which of those a row is in
 */
record InMemoryRecords(Practice practice, Map<DefNum, Definition> definitions, Map<TreatPlanNum, InMemoryPlan> plans,
                       Map<ProcTPNum, InMemoryPlan> planOfRow) {

    /**
     * All that comes from there.
     *
     * @param asKept the plan as it is to be kept, of the plan that comes and its rows in order
     * @throws IllegalArgumentException when a number is there twice, or a row's plan is not there
     */
    static InMemoryRecords of(PracticeSource source, BiFunction<TreatPlan, List<ProcTP>, TreatPlan> asKept) {
        Map<DefNum, Definition> definitions = new ConcurrentHashMap<>();
        Map<TreatPlanNum, TreatPlan> given = new HashMap<>();
        Map<TreatPlanNum, List<ProcTP>> rowsOf = new HashMap<>();
        source.definitions().forEachRemaining(definition -> add(definitions, definition.num(), definition));
        source.treatPlans().forEachRemaining(plan -> add(given, plan.num(), plan));
        source.procTPs().forEachRemaining(row -> {
            if (!given.containsKey(row.treatPlanNum())) {
                throw new IllegalArgumentException(row.num() + " is in a plan that is not there, " + row.treatPlanNum());
            }
            rowsOf.computeIfAbsent(row.treatPlanNum(), plan -> new ArrayList<>()).add(row);
        });
        Map<TreatPlanNum, InMemoryPlan> plans = new ConcurrentHashMap<>();
        Map<ProcTPNum, InMemoryPlan> planOfRow = new ConcurrentHashMap<>();
        given.forEach((num, plan) -> {
            List<ProcTP> its = rowsOf.getOrDefault(num, List.of()).stream().sorted(InMemoryPractice.PLAN_ORDER).toList();
            InMemoryPlan folder = new InMemoryPlan(asKept.apply(plan, its), its);
            its.forEach(row -> add(planOfRow, row.num(), folder));
            plans.put(num, folder);
        });
        return new InMemoryRecords(source.practice().with(new Practice("", last(plans, TreatPlanNum::value),
                last(planOfRow, ProcTPNum::value), last(definitions, DefNum::value))), definitions, plans, planOfRow);
    }

    /** Puts in what must not be there yet. */
    static <K, V> void add(Map<K, V> table, K num, V value) {
        if (table.putIfAbsent(num, value) != null) {
            throw new IllegalArgumentException(num + " is there twice");
        }
    }

    private static <K> long last(Map<K, ?> table, ToLongFunction<K> num) {
        return table.keySet().stream().mapToLong(num).max().orElse(0);
    }
}
