package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import proctp.application.ApiKeyNum;
import proctp.application.Caller;
import proctp.application.KeySecret;
import proctp.application.Permission;
import proctp.application.PracticeContents;
import proctp.application.port.ProcTPGuard;
import proctp.application.sample.SampleOffice;
import proctp.domain.ProcTPEdit;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** The sample office on PostgreSQL, and its words for the tests of this module. */
final class SampleOn {

    static final KeySecret SECRET = new KeySecret("a secret of the tests of this module");

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:15:30.987654321Z"), ZoneOffset.UTC);

    static final Caller CALLER = new Caller(SampleOffice.PRACTICE, new ApiKeyNum(1), "Demo Developer", "Demo key",
            EnumSet.allOf(Permission.class));

    static final List<PracticeContents> PRACTICES = SampleOffice.practices(SECRET, ZoneId.of("America/Chicago"));

    /** How many calls may wait: more than tests make at once. */
    static final int WAITING = 128;

    private SampleOn() {
    }

    /** An office that holds the sample, on the database that tests share. */
    static PostgresOffice shared(ThrowAwayPostgres version) {
        HikariDataSource pool = version.emptiedOffice();
        return filled(on(pool), version);
    }

    /** An office that has arrived at its database, to serve requests. */
    static PostgresOffice opened(PostgresSettings settings) {
        PostgresOffice office = new PostgresOffice(CLOCK);
        assertThat(office.arrive(settings, new SimpleMeterRegistry())).isEmpty();
        return office;
    }

    /** An office that has arrived there, to be worked on at the console. */
    static PostgresOffice console(PostgresSettings settings) {
        PostgresOffice office = new PostgresOffice(CLOCK);
        assertThat(office.arriveAtConsole(settings)).isEmpty();
        return office;
    }

    /** An office that is open on a pool. */
    static PostgresOffice on(HikariDataSource pool) {
        return on(pool, pool, CLOCK);
    }

    /** An office whose statements take another way into the pool, where somebody may listen. */
    static PostgresOffice on(HikariDataSource pool, DataSource door, Clock clock) {
        return new PostgresOffice(queue(pool, door), clock);
    }

    /** The way to the tables through a pool. */
    static Database database(HikariDataSource pool) {
        return database(pool, pool);
    }

    static Database database(HikariDataSource pool, DataSource door) {
        return new Database(queue(pool, door));
    }

    /** A queue that lets calls into a pool by that door. */
    static ConnectionQueue queue(HikariDataSource pool, DataSource door) {
        return queue(pool, door, WAITING);
    }

    /** Such a queue in which so many calls may wait. */
    static ConnectionQueue queue(HikariDataSource pool, DataSource door, int waiting) {
        ConnectionQueue queue = new ConnectionQueue();
        queue.open(pool, door, waiting);
        return queue;
    }

    /** The office, after its owner has put the sample into it. */
    static PostgresOffice filled(PostgresOffice office, PostgresSettings settings) {
        try (PostgresOffice console = on(new HikariDataSource(Connections.console(settings, true)))) {
            assertThat(console.fillIfEmpty(PRACTICES)).isTrue();
        }
        return office;
    }

    /** The same, of the office that tests share. */
    static PostgresOffice filled(PostgresOffice office, ThrowAwayPostgres version) {
        assertThat(on(version.console()).fillIfEmpty(PRACTICES)).isTrue();
        return office;
    }

    static ProcTPEdit descript(String descript) {
        return ProcTPEdit.builder().descript(descript).build(any -> true);
    }

    static final ProcTPGuard RULE = (plan, row) -> plan.requireEditable();

    static TreatPlan signed(PostgresOffice office, long num) {
        return office.treatPlans().revise(CALLER, new TreatPlanNum(num), (plan, rows, now) -> {
            rows.get();
            return plan.signedBy(signature(), now);
        });
    }

    static TreatPlan.Signature signature() {
        return new TreatPlan.Signature("pen strokes", Optional.of(Instant.parse("2026-11-23T10:15:30Z")), "Ada Example");
    }
}
