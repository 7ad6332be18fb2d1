package proctp.bootstrap;

import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import proctp.postgres.PostgresOffice;

/**
 * An office that holds no practice, in a database of its own on a server that is there.
 *
 * @param server the server
 * @param name   of the database
 */
record EmptyOffice(EmbeddedDatabase server, String name) {

    /** Makes one of that name. */
    static EmptyOffice on(EmbeddedDatabase server, String name) throws SQLException {
        OfficeDirectory.execute(server, "create database " + name);
        return new EmptyOffice(server, name);
    }

    /** What tells a command to use it. */
    Map<String, String> environment() {
        return Settings.environment("DATABASE_URL", url(),
                "DATABASE_USER", server.user(), "DATABASE_PASSWORD", server.password(), "KEY_SECRET", "a secret of the tests",
                "TIME_ZONE", "America/Chicago");
    }

    String url() {
        return server.jdbcUrl().replaceFirst("/[^/]*$", "/" + name);
    }

    /** Asks it without the way over the command line. */
    <T> T ask(Function<PostgresOffice, T> question) {
        try (OpenOffice open = OpenOffice.on(Config.fromEnvironment(environment(), Settings.machine("Linux", "/home/dent")),
                Clock.systemUTC())) {
            return question.apply(open.office());
        }
    }
}
