package proctp.postgres;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import proctp.postgres.PostgresSettings.Login;

/**
 * A real PostgreSQL for the tests: started when first asked for, gone with the JVM. Offices on it have an owner, who is no superuser,
 * and are served by a role that owns nothing; tests look at their tables from behind, as a superuser.
 */
enum ThrowAwayPostgres {
    /** The version that is bundled. */
    NEWEST(EmbeddedPostgres.builder()),
    /** The oldest version that is supported. */
    OLDEST(EmbeddedPostgres.builder().setPgBinaryResolver(new OldestPostgres()));

    static final Login SUPERUSER = new Login("postgres", "");
    static final Login OWNER = new Login("office_owner", "");
    static final Login SERVICE = new Login("office_service", "");

    /** Nobody has to wait for a connection before the database is asked: the kit has up to 16 clients at once, and a reader. */
    private static final int TEST_POOL = 20;
    private static final int LONGEST_WAIT_SECONDS = 10;

    private final EmbeddedPostgres.Builder builder;
    private final AtomicInteger databases = new AtomicInteger();
    private EmbeddedPostgres server;
    private HikariDataSource shared;
    private HikariDataSource sharedConsole;

    ThrowAwayPostgres(EmbeddedPostgres.Builder builder) {
        this.builder = builder;
    }

    private synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = builder.setServerConfig("max_connections", "150").start();
                execute(url("postgres"), "create role %s login; create role %s login".formatted(OWNER.user(), SERVICE.user()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return server;
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    /** A new database without a table, for an office. */
    PostgresSettings emptyDatabase() {
        String name = "office" + databases.incrementAndGet();
        server();
        execute(url("postgres"), "create database " + name + " owner " + OWNER.user());
        return new PostgresSettings(url(name), SERVICE, Optional.of(OWNER), TEST_POOL, SampleOn.WAITING);
    }

    /** A new database that is no office, for tests of connections, which come as the superuser. */
    PostgresSettings anyDatabase() {
        return as(SUPERUSER, emptyDatabase());
    }

    /** The same place, for one role that has to do all. */
    static PostgresSettings as(Login login, PostgresSettings settings) {
        return new PostgresSettings(settings.jdbcUrl(), login, Optional.empty(), settings.poolSize(), settings.waiting());
    }

    /** A new database with the tables of an office, all of them empty. */
    PostgresSettings migratedDatabase() {
        PostgresSettings settings = emptyDatabase();
        try {
            Schema.migrate(settings);
            Roles.readyToServe(settings);
            return settings;
        } catch (DatabaseAwayException away) {
            throw new IllegalStateException(away);
        }
    }

    /** The office of this version that most tests share, emptied; as the role that serves sees it. */
    synchronized HikariDataSource emptiedOffice() {
        if (shared == null) {
            PostgresSettings settings = migratedDatabase();
            shared = pool(settings);
            sharedConsole = new HikariDataSource(Connections.console(settings, true));
        }
        empty(shared);
        return shared;
    }

    /** The shared office as its owner sees it, who sits at the console. */
    synchronized HikariDataSource console() {
        return sharedConsole;
    }

    /** Empties an office, past the triggers that refuse it. */
    static void empty(HikariDataSource database) {
        execute(database, "set session_replication_role = replica; truncate practice, change cascade");
    }

    /** A pool as the service has it, on sessions whose time zone is neither the JVM's nor the office's. */
    static HikariDataSource pool(PostgresSettings settings) {
        HikariConfig pool = Connections.pool(settings, true);
        pool.setConnectionInitSql("set time zone 'Asia/Kathmandu'");
        return new HikariDataSource(pool);
    }

    /** A connection to the pool's database from behind: as the superuser. */
    static Connection behind(HikariDataSource pool) throws SQLException {
        return Connections.one(pool.getJdbcUrl(), SUPERUSER);
    }

    /** Runs statements on the pool's database, from behind. */
    static void execute(HikariDataSource pool, String sql) {
        execute(pool.getJdbcUrl(), sql);
    }

    /** Runs statements on a database, from behind. */
    static void execute(String jdbcUrl, String sql) {
        try (Connection connection = Connections.one(jdbcUrl, SUPERUSER); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    /** Comes back when a session of the database waits for a lock of another. */
    static void awaitWaiting(HikariDataSource database) {
        long end = System.nanoTime() + SECONDS.toNanos(LONGEST_WAIT_SECONDS);
        while (!isAnyoneWaiting(database)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("nobody waits");
            }
            LockSupport.parkNanos(MILLISECONDS.toNanos(5));
        }
    }

    private static boolean isAnyoneWaiting(HikariDataSource database) {
        try (var connection = behind(database);
             var waiting = connection.createStatement().executeQuery("select from pg_stat_activity"
                     + " where datname = current_database() and wait_event_type = 'Lock'")) {
            return waiting.next();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
