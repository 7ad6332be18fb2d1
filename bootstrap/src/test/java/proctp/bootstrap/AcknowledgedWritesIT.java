package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import proctp.application.sample.SampleOffice;
import proctp.contract.ledger.Ledger;
import proctp.contract.ledger.Verdict;
import proctp.contract.wire.WireClient;

/**
 * Something breaks while many clients write. Afterwards every write that was acknowledged is there, none that was refused
 * is, nobody holds on to a connection or a lock, and the service serves again by itself within seconds.
 */
@Tag("faults")
@Timeout(120)
class AcknowledgedWritesIT {

    private static final int ROWS = 30_000;
    private static final int POOL = 10;
    /** Enough to be sure that the writers are at it. */
    private static final int SOME = 200;
    private static final Duration RECOVERY = Duration.ofSeconds(15);
    /** Longer than any limit on a call to the database. */
    private static final Duration LONG = Duration.ofSeconds(18);

    @TempDir
    static Path directory;

    private static BreakablePostgres postgres;
    private static int port;

    private String situation;
    private RunningJar service;
    private List<Writers.Failure> failures;

    /** What breaks something, or mends it. */
    @FunctionalInterface
    private interface Deed {
        void done() throws Exception;
    }

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = new BreakablePostgres(directory);
        port = EmbeddedDatabase.freePort();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void startService(TestInfo test) throws Exception {
        situation = test.getTestMethod().orElseThrow().getName();
        start(Map.of());
        postgres.fill(ROWS);
    }

    @AfterEach
    void stopService() throws IOException {
        postgres.cable().thaw();
        service.close();
    }

    @Test
    void a_service_that_is_killed() throws Exception {
        verdict(() -> service.kill(), () -> start(Map.of())).assertTrue();
    }

    @Test
    void a_service_that_is_told_to_stop() throws Exception {
        verdict(() -> service.exitCodeWhenToldToStop(), () -> start(Map.of())).assertTrue();
    }

    @Test
    void a_database_that_crashes() throws Exception {
        verdict(() -> postgres.crash(), () -> postgres.startAgain()).assertTrue();
    }

    @Test
    void connections_that_are_cut() throws Exception {
        verdict(() -> repeatedly(() -> postgres.cable().cut()), () -> { }).assertTrue();
    }

    @Test
    void connections_that_freeze() throws Exception {
        verdict(() -> {
            postgres.cable().freeze();
            LockSupport.parkNanos(LONG.toNanos());
        }, () -> postgres.cable().thaw()).assertTrue();
    }

    @Test
    void sessions_that_are_terminated() throws Exception {
        verdict(() -> repeatedly(() -> postgres.terminateSessions()), () -> { }).assertTrue();
    }

    @Test
    void plans_that_somebody_locks() throws Exception {
        verdict(() -> postgres.holdPlans(Duration.ofSeconds(8)), () -> { }).assertTrue();
    }

    /** The control: a database that confirms what it has not stored, and the ledger sees it. */
    @Test
    void a_database_that_forgets_is_found_out() throws Exception {
        postgres.becomeForgetful();
        service.close();
        start(Map.of("PROCTP_DATABASE_URL",
                postgres.settings().get("PROCTP_DATABASE_URL") + "?options=-c%20synchronous_commit=off"));

        assertThat(verdict(() -> postgres.crash(), () -> postgres.startAgain()).lost()).isNotEmpty();
    }

    private void start(Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(postgres.settings());
        settings.putAll(Map.of("PROCTP_PORT", String.valueOf(port), "PROCTP_ADMIN_PORT", "0",
                "PROCTP_DATABASE_CONNECTIONS", String.valueOf(POOL)));
        settings.putAll(more);
        service = RunningJar.up(settings);
    }

    /** Breaks something while clients write, mends it, and looks at what is left. */
    private Verdict verdict(Deed breaking, Deed mending) throws Exception {
        Ledger ledger = new Ledger(postgres.rows());
        Duration recovery;
        try (Writers writers = new Writers(base(), ledger, ROWS)) {
            writers.awaitAcknowledged(SOME);
            breaking.done();
            long broken = System.nanoTime();
            mending.done();
            awaitList();
            recovery = Duration.ofNanos(System.nanoTime() - broken);
            writers.awaitAcknowledged(SOME);
            failures = writers.failures();
        }
        postgres.awaitQuiet();
        Verdict verdict = ledger.judge(postgres.rows());
        System.out.printf("%s: %s, served again after %.1f s, the longest wait was %.1f s, sessions %d%n", situation, verdict,
                seconds(recovery), seconds(longestWait()), postgres.sessions());
        assertThat(failures).as("writes that felt it").isNotEmpty();
        assertThat(recovery).isLessThan(RECOVERY);
        assertThat(postgres.sessions()).isBetween(1L, (long) POOL);
        return verdict;
    }

    private void repeatedly(Deed breaking) throws Exception {
        for (int i = 0; i < 20; i++) {
            breaking.done();
            LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
        }
    }

    private Duration longestWait() {
        return failures.stream().map(Writers.Failure::took).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private static void awaitList() {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!isServed()) {
            assertThat(System.nanoTime() - end).as("waiting for a list").isNegative();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static boolean isServed() {
        try {
            return WireClient.of(base(), SampleOffice.CUSTOMER_KEY)
                    .get("/proctps?Limit=1&TreatPlanNum=" + BreakablePostgres.FIRST_PLAN).statusCode() == 200;
        } catch (UncheckedIOException nobodyThere) {
            return false;
        }
    }

    private static URI base() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }
}
