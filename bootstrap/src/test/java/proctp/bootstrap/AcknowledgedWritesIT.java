package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
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
import proctp.contract.ledger.Verdict;

/**
 * Something breaks while many clients write. Afterwards every write that was acknowledged is there, none that was refused
 * is, nobody holds on to a connection or a lock, and the service serves again by itself within seconds.
 */
@Tag("faults")
@Timeout(120)
class AcknowledgedWritesIT {

    private static final Duration LONGER_THAN_ANYBODY_MAY_WAIT = Duration.ofSeconds(22);
    private static final Duration LONGER_THAN_A_LOCK_IS_WAITED_FOR = Duration.ofSeconds(8);

    @TempDir
    static Path directory;

    private static Rehearsal rehearsal;
    private static BreakablePostgres postgres;

    private String situation;

    @BeforeAll
    static void startPostgres() throws IOException {
        rehearsal = new Rehearsal(directory);
        postgres = rehearsal.postgres();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        rehearsal.close();
    }

    @BeforeEach
    void startService(TestInfo test) throws IOException, SQLException {
        situation = test.getTestMethod().orElseThrow().getName();
        rehearsal.begin();
    }

    @AfterEach
    void stopService() throws IOException {
        rehearsal.end();
    }

    @Test
    void a_service_that_is_killed() throws Exception {
        during(() -> rehearsal.service().kill(), rehearsal::startService).assertTrue();
    }

    @Test
    void a_service_that_is_told_to_stop() throws Exception {
        during(() -> rehearsal.service().exitCodeWhenToldToStop(), rehearsal::startService).assertTrue();
    }

    @Test
    void a_database_that_crashes() throws Exception {
        during(postgres::crash, postgres::startAgain).assertTrue();
    }

    @Test
    void connections_that_are_cut() throws Exception {
        during(() -> repeatedly(postgres.cable()::cut), () -> { }).assertTrue();
    }

    @Test
    void connections_that_freeze() throws Exception {
        during(() -> {
            postgres.cable().freeze();
            LockSupport.parkNanos(LONGER_THAN_ANYBODY_MAY_WAIT.toNanos());
        }, postgres.cable()::thaw).assertTrue();
    }

    @Test
    void sessions_that_are_terminated() throws Exception {
        during(() -> repeatedly(postgres::terminateSessions), () -> { }).assertTrue();
    }

    @Test
    void plans_that_somebody_locks() throws Exception {
        during(() -> postgres.holdPlans(LONGER_THAN_A_LOCK_IS_WAITED_FOR), () -> { }).assertTrue();
    }

    /** The control: the database confirms what it has not stored, then crashes, and the ledger sees it. */
    @Test
    void a_database_that_forgets_is_found_out() throws Exception {
        postgres.becomeForgetful();
        rehearsal.end();
        rehearsal.startService("?options=-c%20synchronous_commit=off");

        assertThat(during(postgres::crash, postgres::startAgain).lost()).isNotEmpty();
    }

    private Verdict during(Rehearsal.Deed breaking, Rehearsal.Deed mending) throws Exception {
        return rehearsal.during(situation, breaking, mending);
    }

    private static void repeatedly(Rehearsal.Deed breaking) throws Exception {
        for (int i = 0; i < 20; i++) {
            breaking.done();
            LockSupport.parkNanos(Duration.ofMillis(150).toNanos());
        }
    }
}
