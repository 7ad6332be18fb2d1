package proctp.junit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import proctp.postgres.PostgresOffice;
import proctp.postgres.PostgresSettings;
import proctp.postgres.PostgresSettings.Login;

/**
 * A real PostgreSQL, started when it is first asked for and gone with the JVM. Offices on it have an owner, who is no superuser, and
 * are served by a role that owns nothing, as in production.
 */
final class EmbeddedPostgreSQL {

    private static final Login OWNER = new Login("proctp_owner", "");
    private static final Login SERVICE = new Login("proctp_service", "");
    private static final int POOL = 10;
    private static final int WAITING = 128;
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static EmbeddedPostgres server;

    private EmbeddedPostgreSQL() {
    }

    /** An office on a database of its own, which holds nothing yet. */
    static Kept office(Clock clock) {
        String url = newDatabase();
        PostgresOffice serving = new PostgresOffice(clock);
        PostgresOffice console = new PostgresOffice(clock);
        require(serving.arrive(settings(url, POOL), new SimpleMeterRegistry()));
        require(console.arriveAtConsole(settings(url, 1)));
        return new Kept(serving, console, () -> {
            serving.close();
            console.close();
        });
    }

    private static PostgresSettings settings(String url, int pool) {
        return new PostgresSettings(url, SERVICE, Optional.of(OWNER), pool, WAITING);
    }

    private static void require(Optional<String> hindrance) {
        hindrance.ifPresent(why -> {
            throw new IllegalStateException(why);
        });
    }

    private static synchronized String newDatabase() {
        if (server == null) {
            server = start();
            execute("create role %s login; create role %s login".formatted(OWNER.user(), SERVICE.user()));
        }
        String name = "office" + DATABASES.incrementAndGet();
        execute("create database %s owner %s".formatted(name, OWNER.user()));
        return "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), name);
    }

    private static EmbeddedPostgres start() {
        try {
            // a change is confirmed as it is in production, and nothing of it has to outlive the tests
            return EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "on").setServerConfig("fsync", "off").start();
        } catch (IOException failure) {
            throw new UncheckedIOException("PostgreSQL did not start", failure);
        }
    }

    private static void execute(String sql) {
        try (Connection superuser = server.getPostgresDatabase().getConnection(); Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
