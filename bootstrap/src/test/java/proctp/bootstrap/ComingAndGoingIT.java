package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import proctp.application.sample.SampleOffice;
import proctp.contract.ledger.Ledger;
import proctp.contract.wire.WireClient;

/** The service comes before its database is there, and goes while its clients are at work. */
@Tag("faults")
@Timeout(120)
class ComingAndGoingIT {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    @TempDir
    private Path directory;
    private Rehearsal rehearsal;

    @BeforeEach
    void start() throws IOException, SQLException {
        rehearsal = new Rehearsal(directory);
        rehearsal.begin();
    }

    @AfterEach
    void stop() throws IOException {
        rehearsal.end();
        rehearsal.close();
    }

    @RepeatedTest(3)
    void told_to_stop_it_answers_all_that_was_sent_before_and_ends_with_0() throws Exception {
        Ledger ledger = new Ledger(rehearsal.postgres().rows());
        Writers writers = new Writers(rehearsal.base(), ledger, Rehearsal.ROWS, Duration.ZERO);
        Visitors visitors = new Visitors(rehearsal.base());
        long signal;
        try (writers; visitors) {
            writers.awaitAcknowledged(1_000);
            signal = System.nanoTime();
            int exitCode = rehearsal.service().exitCodeWhenToldToStop();
            Duration took = Duration.ofNanos(System.nanoTime() - signal);
            System.out.printf("told to stop: ended with %d after %.1f s%n", exitCode, took.toMillis() / 1e3);
            assertThat(exitCode).isZero();
            assertThat(took).isLessThan(LONGEST_STOP);
        }
        assertThat(writers.failures()).filteredOn(failure -> failure.began() < signal).isEmpty();
        assertThat(visitors.failures()).isNotEmpty().allMatch(began -> began > signal);
        rehearsal.postgres().awaitQuiet();
        ledger.judge(rehearsal.postgres().rows()).assertTrue();
    }

    @Test
    void started_before_its_database_it_says_so_and_serves_when_that_comes() throws Exception {
        rehearsal.end();
        rehearsal.postgres().crash();
        rehearsal.startService();

        HttpResponse<String> answer = WireClient.of(rehearsal.base(), SampleOffice.CUSTOMER_KEY).get("/treatplans");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Error-Code")).contains("UNAVAILABLE");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();

        rehearsal.postgres().startAgain();
        long there = System.nanoTime();
        rehearsal.awaitService();
        Duration took = Duration.ofNanos(System.nanoTime() - there);

        System.out.printf("started before its database: served %.1f s after that came%n", took.toMillis() / 1e3);
        assertThat(took).isLessThan(Duration.ofSeconds(10));
    }
}
