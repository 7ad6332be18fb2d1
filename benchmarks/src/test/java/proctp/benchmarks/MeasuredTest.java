package proctp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Figures are what the programs of others have counted. */
class MeasuredTest {

    private static final String OF_WRK = """
              8 threads and 8 connections
            Requests/sec:   9999.99
            measured requests=45000 micros=9000000 p50=1310 p99=14910 failed=%d cpu=990000
            """;

    private static final String OF_PGBENCH = """
            transaction type: multiple scripts
            number of transactions actually processed: 171930
            number of failed transactions: %d (0.000%%)
            latency average = 0.465 ms
            tps = 17193.000000 (without initial connection time)
            SQL script 1: a.sql
             - weight: 95 (targets 95.0%% of total)
             - 163000 transactions (95.0%% of total, tps = 16333.35)
            """;

    @Test
    void wrk_counts_requests_and_how_long_they_took() {
        Measured measured = Measured.ofWrk(OF_WRK.formatted(0));
        assertThat(measured).isEqualTo(new Measured(45_000, 9, 1.31, 14.91, 990_000, 0, 0));
        assertThat(measured.perSecond()).isEqualTo(5_000);
    }

    @Test
    void pgbench_counts_transactions_of_all_its_scripts() {
        Measured measured = Measured.ofPgbench(new Program(OF_PGBENCH.formatted(0), 3_000_000));
        assertThat(measured).isEqualTo(new Measured(171_930, 10, 0, 0, 3_000_000, 0, 0));
    }

    @Test
    void a_round_in_which_something_failed_has_no_figure() {
        assertThatThrownBy(() -> Measured.ofWrk(OF_WRK.formatted(3))).hasMessageContaining("failed=3");
        assertThatThrownBy(() -> Measured.ofPgbench(new Program(OF_PGBENCH.formatted(2), 0))).hasMessageContaining("transactions: 2");
    }
}
