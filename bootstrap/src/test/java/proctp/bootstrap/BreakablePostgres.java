package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A PostgreSQL beside the service, which reaches it over a {@link Cable}; the test looks at it from behind. */
final class BreakablePostgres implements AutoCloseable {

    /** The plan of the first row; the others follow, in turn. */
    static final long FIRST_PLAN = 10_000;
    static final long FIRST_ROW = 100_000;

    private static final int PLANS = 50;
    /** Much shorter than the server's own patience with a session that does nothing in its transaction. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String SESSIONS = " from pg_stat_activity s where application_name = 'proctp'";

    private final EmbeddedDatabase database;
    private final Cable cable;
    private final PostgresCommand command;

    BreakablePostgres(Path directory) throws IOException {
        database = EmbeddedDatabase.start(OfficeDirectory.used(directory));
        cable = new Cable(database.port());
        Path home = database.home();
        command = new PostgresCommand(OfficeDirectory.programs(home), home.resolve("test-command.log"));
    }

    /** What a service needs to be told to use it, and to load the sample. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(OfficeDirectory.settings(database));
        settings.put("PROCTP_DATABASE_URL", database.jdbcUrl().replace(":" + database.port() + "/", ":" + cable.port() + "/"));
        settings.put("PROCTP_KEY_SECRET", "a secret of the tests");
        settings.put("PROCTP_SAMPLE", "true");
        return settings;
    }

    /** The way that the service takes to it. */
    Cable cable() {
        return cable;
    }

    /** Replaces the rows of earlier tests by new ones, on plans that nobody has signed. */
    void fill(int rows) throws SQLException {
        execute("delete from proctp where treatplannum >= " + FIRST_PLAN);
        execute("delete from treatplan where treatplannum >= " + FIRST_PLAN);
        execute(("insert into treatplan (practice_id, treatplannum, patnum, tpstatus, secdatetedit)"
                + " select 1, %d + n, 1, 'Saved', now() from generate_series(0, %d) n").formatted(FIRST_PLAN, PLANS - 1));
        execute(("insert into proctp (practice_id, proctpnum, treatplannum, patnum, itemorder, priority, descript, secdatetedit)"
                + " select 1, %d + n, %d + n %% %d, 1, n / %d, 0, 'as it was', now() from generate_series(0, %d) n")
                .formatted(FIRST_ROW, FIRST_PLAN, PLANS, PLANS, rows - 1));
        execute("vacuum analyze proctp, treatplan");
    }

    /** What every row says, by its number. */
    Map<Long, String> rows() throws SQLException {
        Map<Long, String> rows = new HashMap<>();
        try (Connection connection = connect(); Statement statement = connection.createStatement();
             ResultSet found = statement.executeQuery("select proctpnum, descript from proctp where practice_id = 1")) {
            while (found.next()) {
                rows.put(found.getLong(1), found.getString(2));
            }
        }
        return rows;
    }

    /** Stops it as a loss of power would, as far as processes go: nothing is written any more. */
    void crash() throws IOException {
        assertThat(command.run(database.home(), "pg_ctl", List.of("stop", "-s", "-w", "-D", "data", "-m", "immediate"))).isZero();
    }

    /** Starts it again, on its port. */
    void startAgain() {
        database.startAgain();
    }

    /** Ends every session of the service, from the server's side. */
    void terminateSessions() throws SQLException {
        execute("select pg_terminate_backend(pid)" + SESSIONS);
    }

    /** Keeps every plan locked for that long, as somebody would who signs and does not come to an end. */
    void holdPlans(Duration time) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select from treatplan for update");
            LockSupport.parkNanos(time.toNanos());
            connection.rollback();
        }
    }

    /** Lets it confirm to whoever wants that what it has not stored, and take its time to store it. */
    void becomeForgetful() throws SQLException {
        execute("alter system set wal_writer_delay = '10s'");
        execute("alter system set wal_writer_flush_after = '1GB'");
        execute("select pg_reload_conf()");
    }

    /** Comes back when no session of the service is in a transaction or holds a lock; fails when that does not happen. */
    void awaitQuiet() throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String busy = "select count(*)" + SESSIONS + " and (state <> 'idle'"
                + " or exists (select from pg_locks l where l.pid = s.pid))";
        while (number(busy) > 0) {
            assertThat(System.nanoTime() - end).as("a session of the service stays in a transaction").isNegative();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** How many sessions the service has. */
    long sessions() throws SQLException {
        return number("select count(*)" + SESSIONS);
    }

    @Override
    public void close() throws IOException {
        cable.close();
        database.close();
    }

    private long number(String query) throws SQLException {
        return Long.parseLong(OfficeDirectory.value(database, query));
    }

    private void execute(String sql) throws SQLException {
        OfficeDirectory.execute(database, sql);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
