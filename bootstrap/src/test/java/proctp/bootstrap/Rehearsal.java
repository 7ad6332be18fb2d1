package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import proctp.application.sample.SampleOffice;
import proctp.contract.ledger.Ledger;
import proctp.contract.ledger.Verdict;
import proctp.contract.wire.WireClient;

/** The packaged service on a PostgreSQL beside it, both of which may be broken while clients write. */
final class Rehearsal implements AutoCloseable {

    /** How many rows there are to write. */
    static final int ROWS = 30_000;

    private static final int POOL = 10;
    /** Enough to be sure that the writers are at it. */
    private static final int SOME = 200;
    private static final Duration PAUSE = Duration.ofMillis(15);
    private static final Duration LONGEST_RECOVERY = Duration.ofSeconds(15);
    /** A little more than the limit on a call to the database. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final BreakablePostgres postgres;
    private final int port = EmbeddedDatabase.freePort();
    private RunningJar service;

    /** What breaks something, or mends it. */
    @FunctionalInterface
    interface Deed {
        void done() throws Exception;
    }

    /** @param directory for the database, of its own */
    Rehearsal(Path directory) throws IOException {
        postgres = new BreakablePostgres(directory);
    }

    BreakablePostgres postgres() {
        return postgres;
    }

    RunningJar service() {
        return service;
    }

    /** Where the service is, whether it runs or not. */
    URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Starts the service, with fresh rows to write. */
    void begin() throws IOException, SQLException {
        startService();
        postgres.fill(ROWS);
    }

    /** Stops the service. */
    void end() throws IOException {
        postgres.cable().thaw();
        service.close();
    }

    /** Starts the service as it was. */
    void startService() throws IOException {
        startService("");
    }

    /** Starts the service, with something more in the URL of its database. */
    void startService(String parameters) throws IOException {
        Map<String, String> settings = new HashMap<>(postgres.settings());
        settings.merge("PROCTP_DATABASE_URL", parameters, String::concat);
        settings.putAll(Map.of("PROCTP_PORT", String.valueOf(port), "PROCTP_ADMIN_PORT", "0",
                "PROCTP_DATABASE_CONNECTIONS", String.valueOf(POOL)));
        service = RunningJar.up(settings);
    }

    /**
     * Breaks something while clients write, mends it, and looks at what is left: the service serves again soon, nobody
     * waited for ever, and no session holds on to anything.
     *
     * @return what became of the writes, to be judged
     */
    Verdict during(String situation, Deed breaking, Deed mending) throws Exception {
        Ledger ledger = new Ledger(postgres.rows());
        Duration recovery;
        List<Writers.Failure> failures;
        try (Writers writers = new Writers(base(), ledger, ROWS, PAUSE)) {
            writers.awaitAcknowledged(SOME);
            breaking.done();
            long broken = System.nanoTime();
            mending.done();
            awaitService();
            recovery = Duration.ofNanos(System.nanoTime() - broken);
            writers.awaitAcknowledged(SOME);
            failures = writers.failures();
        }
        postgres.awaitQuiet();
        Verdict verdict = ledger.judge(postgres.rows());
        Duration wait = failures.stream().map(Writers.Failure::took).max(Duration::compareTo).orElse(Duration.ZERO);
        System.out.printf("%s: %s, served again after %.1f s, longest wait %.1f s%n", situation, verdict,
                recovery.toMillis() / 1e3, wait.toMillis() / 1e3);
        assertThat(failures).as("writes that felt it").isNotEmpty();
        assertThat(wait).as("until a write was answered").isLessThan(LONGEST_WAIT);
        assertThat(recovery).as("until the service served again").isLessThan(LONGEST_RECOVERY);
        assertThat(postgres.sessions()).as("sessions of the service").isBetween(1L, (long) POOL);
        return verdict;
    }

    /** Comes back when a list is served. */
    void awaitService() {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (!isServed()) {
            assertThat(System.nanoTime() - end).as("waiting for a list").isNegative();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private boolean isServed() {
        try {
            return WireClient.of(base(), SampleOffice.CUSTOMER_KEY)
                    .get("/proctps?Limit=1&TreatPlanNum=" + BreakablePostgres.FIRST_PLAN).statusCode() == 200;
        } catch (UncheckedIOException nobodyThere) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
