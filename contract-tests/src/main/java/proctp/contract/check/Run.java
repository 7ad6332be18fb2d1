package proctp.contract.check;

import static java.util.stream.Collectors.toCollection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Checks the rules of the contract, one after the other. */
final class Run {

    /** Every check but for those that look at all answers. */
    private static final List<Check> CHECKS = Stream.of(Addresses.CHECKS, Bodies.CHECKS, Values.CHECKS, Lists.CHECKS, Updates.CHECKS,
            Races.CHECKS, IgnoredAndRefused.CHECKS, Deletions.CHECKS, TreatPlans.CHECKS, Definitions.CHECKS, Reads.CHECKS,
            ChangeFeed.CHECKS, Conditions.CHECKS).flatMap(List::stream).toList();

    /** The rules in the order of the contract: its sections, then the numbers in them. */
    private static final String SECTIONS = "ABSGUDTFX";

    private final Visit visit;
    private final Set<String> leftOut;
    private final boolean additions;
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

    /**
     * @param leftOut   rules that are not to be checked
     * @param additions whether what only this API promises is to be checked
     */
    Run(Visit visit, Set<String> leftOut, boolean additions) {
        this.visit = visit;
        this.leftOut = leftOut;
        this.additions = additions;
        rules().forEach(rule -> outcomes.put(rule, new Outcome(rule)));
    }

    /** The number of every rule, in their order. */
    static List<String> rules() {
        return new ArrayList<>(Stream.concat(CHECKS.stream(), EveryAnswer.CHECKS.stream()).map(Check::rule)
                .collect(toCollection(() -> new TreeSet<>((one, other) -> Integer.compare(place(one), place(other))))));
    }

    private static int place(String rule) {
        return SECTIONS.indexOf(rule.charAt(0)) * 100 + Integer.parseInt(rule.substring(1));
    }

    /** Checks all of them: what only reads, what changes something, and then what holds for every answer. */
    List<Outcome> outcomes() {
        CHECKS.stream().filter(Predicate.not(Check::writes)).forEach(this::check);
        CHECKS.stream().filter(Check::writes).forEach(this::check);
        EveryAnswer.CHECKS.forEach(this::check);
        return List.copyOf(outcomes.values());
    }

    private void check(Check check) {
        Outcome outcome = outcomes.get(check.rule());
        if (leftOut.contains(check.rule())) {
            outcome.leftOpen("left out");
        } else if (!additions && check.tag() == Tag.OURS) {
            outcome.leftOpen("an addition");
        } else if (check.writes() && !visit.subject().writes()) {
            outcome.leftOpen("needs --write");
        } else {
            long start = System.nanoTime();
            hold(check, outcome);
            outcome.took(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void hold(Check check, Outcome outcome) {
        try {
            visit.calls().forAddition(check.tag() == Tag.OURS);
            check.body().hold(visit);
            outcome.held();
        } catch (Unchecked open) {
            outcome.leftOpen(visit.subject().withoutKeys(open.getMessage()));
        } catch (Deviation deviation) {
            outcome.deviated(new Outcome.Finding(check.tag(), visit.subject().withoutKeys(deviation.getMessage())));
        } catch (RuntimeException bug) {
            // a server can answer what nobody thought of
            outcome.deviated(new Outcome.Finding(check.tag(), "not checked: this program failed on an answer (" + bug.getClass().getName() + ")"));
        }
    }
}
