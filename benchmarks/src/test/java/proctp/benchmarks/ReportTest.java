package proctp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A table says what the rounds have shown. */
class ReportTest {

    @Test
    void it_has_medians_and_the_ratios_of_what_stood_beside_each_other_in_a_round() {
        Map<Contender, List<Measured>> shown = new LinkedHashMap<>();
        shown.put(new Contender("service", 1, null), rounds(1_000, 500, 600));
        shown.put(new Contender("pgbench same", 0, null), rounds(2_000, 2_000, 1_000));
        shown.put(new Contender("pgbench plain", 0, null), rounds(2_000, 5_000, 6_000));
        assertThat(Report.of(Case.of("row@32"), shown).lines().map(line -> line.strip().replaceAll("  +", "|"))).containsExactly("",
                "row@32, 32 connections",
                "requests/s|lowest to highest|to same|to plain|p50 ms|p99 ms|service us|postgres us|load us",
                // 0.5, 0.25 and 0.6 of the same; 0.5, 0.1 and 0.1 of the plain
                "service|600|500 - 1,000|0.50|0.10|1.50|-|25|50|10",
                "pgbench same|2,000|1,000 - 2,000|1.00|0.40|1.50|-|25|50|10",
                "pgbench plain|5,000|2,000 - 6,000|2.50|1.00|1.50|-|25|50|10");
    }

    @Test
    void of_two_rounds_the_median_is_between_them() {
        assertThat(Report.median(4, 1)).isEqualTo(2.5);
        assertThat(Report.median(5, 1, 3)).isEqualTo(3);
    }

    /** Each took four seconds, of a CPU that is shared. */
    private static List<Measured> rounds(long... perSecond) {
        return Arrays.stream(perSecond)
                .mapToObj(rate -> new Measured(4 * rate, 4, 1.5, 0, 40.0 * rate, 100.0 * rate, 200.0 * rate)).toList();
    }
}
