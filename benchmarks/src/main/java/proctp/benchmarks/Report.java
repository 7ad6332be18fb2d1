package proctp.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The table of a case: medians of its rounds, and ratios of what stood beside each other in a round. */
final class Report {

    private static final String HEAD = "%-24s %10s %18s %8s %9s %8s %8s %11s %12s %9s%n".formatted("", "requests/s", "lowest to highest",
            "to same", "to plain", "p50 ms", "p99 ms", "service us", "postgres us", "load us");

    private Report() {
    }

    /** Lines for people. The second and the third contender are those that the ratios are to. */
    static String of(Case each, Map<Contender, List<Measured>> shown) {
        List<List<Measured>> all = List.copyOf(shown.values());
        StringBuilder table = new StringBuilder("\n%s, %d connections%n".formatted(each.word(), each.connections()) + HEAD);
        shown.forEach((contender, rounds) -> table.append(line(contender.name(), rounds, all.get(1), all.get(2))));
        return table.toString();
    }

    private static String line(String name, List<Measured> rounds, List<Measured> same, List<Measured> plain) {
        double[] rates = rounds.stream().mapToDouble(Measured::perSecond).sorted().toArray();
        return String.format(Locale.ROOT, "%-24s %,10.0f %18s %8.2f %9.2f %8s %8s %11.0f %12.0f %9.0f%n", name,
                median(rounds, Measured::perSecond), String.format(Locale.ROOT, "%,.0f - %,.0f", rates[0], rates[rates.length - 1]),
                ratio(rounds, same), ratio(rounds, plain), known(median(rounds, Measured::p50)), known(median(rounds, Measured::p99)),
                perRequest(rounds, Measured::service), perRequest(rounds, Measured::postgres), perRequest(rounds, Measured::load));
    }

    private static String known(double millis) {
        return millis == 0 ? "-" : String.format(Locale.ROOT, "%.2f", millis);
    }

    /** The median of the microseconds on a CPU that a request takes. */
    static double perRequest(List<Measured> rounds, ToDoubleFunction<Measured> micros) {
        return median(rounds, round -> micros.applyAsDouble(round) / round.requests());
    }

    private static double ratio(List<Measured> rounds, List<Measured> to) {
        return median(IntStream.range(0, rounds.size()).mapToDouble(i -> rounds.get(i).perSecond() / to.get(i).perSecond()).toArray());
    }

    /** The median of a figure. */
    static double median(List<Measured> rounds, ToDoubleFunction<Measured> figure) {
        return median(rounds.stream().mapToDouble(figure).toArray());
    }

    static double median(double... figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
