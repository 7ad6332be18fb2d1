package proctp.postgres;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** A real PostgreSQL for the tests: started when first asked for, gone with the JVM. */
enum ThrowAwayPostgres {
    /** The version that is bundled. */
    NEWEST(EmbeddedPostgres.builder()),
    /** The oldest version that is supported. */
    OLDEST(EmbeddedPostgres.builder().setPgBinaryResolver(new OldestPostgres()));

    private static final int TEST_POOL = 12;
    private static final int LONGEST_WAIT_SECONDS = 10;

    private final EmbeddedPostgres.Builder builder;
    private final AtomicInteger databases = new AtomicInteger();
    private EmbeddedPostgres server;
    private HikariDataSource shared;

    ThrowAwayPostgres(EmbeddedPostgres.Builder builder) {
        this.builder = builder;
    }

    private synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = builder.setServerConfig("max_connections", "100").start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return server;
    }

    /** A new database without a table. */
    PostgresSettings emptyDatabase() {
        String name = "office" + databases.incrementAndGet();
        execute(server().getPostgresDatabase(), "create database " + name);
        return new PostgresSettings(server().getJdbcUrl("postgres", name), "postgres", "", TEST_POOL, SampleOn.WAITING);
    }

    /** A new database with the tables of an office, all of them empty. */
    PostgresSettings migratedDatabase() {
        PostgresSettings settings = emptyDatabase();
        try {
            Schema.migrate(settings);
            return settings;
        } catch (DatabaseAwayException away) {
            throw new IllegalStateException(away);
        }
    }

    /** The office of this version that most tests share, emptied. */
    synchronized HikariDataSource emptiedOffice() {
        if (shared == null) {
            shared = pool(migratedDatabase());
        }
        empty(shared);
        return shared;
    }

    /** Empties an office, past the triggers that refuse it. */
    static void empty(DataSource database) {
        execute(database, "set session_replication_role = replica; truncate practice, change cascade; reset session_replication_role");
    }

    /** A pool as the service has it, on sessions whose time zone is neither the JVM's nor the office's. */
    static HikariDataSource pool(PostgresSettings settings) {
        HikariConfig pool = Connections.pool(settings, true);
        pool.setConnectionInitSql("set time zone 'Asia/Kathmandu'");
        return new HikariDataSource(pool);
    }

    /** Runs statements on a connection of the database. */
    static void execute(DataSource database, String sql) {
        try (var connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Comes back when a session of the database waits for a lock of another. */
    static void awaitWaiting(DataSource database) {
        long end = System.nanoTime() + SECONDS.toNanos(LONGEST_WAIT_SECONDS);
        while (!isAnyoneWaiting(database)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("nobody waits");
            }
            LockSupport.parkNanos(MILLISECONDS.toNanos(5));
        }
    }

    private static boolean isAnyoneWaiting(DataSource database) {
        try (var connection = database.getConnection();
             var waiting = connection.createStatement().executeQuery("select from pg_stat_activity"
                     + " where datname = current_database() and wait_event_type = 'Lock'")) {
            return waiting.next();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
