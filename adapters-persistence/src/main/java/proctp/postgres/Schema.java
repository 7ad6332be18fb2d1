package proctp.postgres;

import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The tables of the office, and what they need of the server. */
final class Schema {

    private static final int OLDEST_SERVER = 15;
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private Schema() {
    }

    /**
     * Brings the tables up to date; any number of nodes may do so at once.
     *
     * <p>On connections of its own: a migration may take longer than a request may, and more of them than the pool has.
     *
     * @throws IllegalStateException when this database cannot hold an office
     */
    static void migrate(PostgresSettings settings) {
        FluentConfiguration migration = Flyway.configure()
                .loggers("slf4j")
                .jdbcProperties(Connections.PROPERTIES)
                .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
                .locations("classpath:db/migration")
                .validateMigrationNaming(true);
        requireSuitable(migration.getDataSource());
        try {
            migration.load().migrate();
        } catch (FlywayException failure) {
            throw new IllegalStateException(why(failure, settings.user()), failure);
        }
    }

    /** In words for whoever runs the service: the library's own fill a page. */
    private static String why(FlywayException failure, String user) {
        if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return "The database already holds tables that are not ProcTP's: give it an empty database of its own.";
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && INSUFFICIENT_PRIVILEGE.equals(refused.getSQLState())) {
                return "The role " + user + " may not make tables in the database: make it the database's owner, or"
                        + " grant create on schema public to it.";
            }
        }
        return "The tables of the database cannot be brought up to date: " + failure.getMessage().strip().replaceAll("\\s+", " ");
    }

    private static void requireSuitable(DataSource database) {
        try (Connection connection = database.getConnection();
             Statement statement = connection.createStatement();
             ResultSet answer = statement.executeQuery("select current_setting('server_version_num')::integer / 10000,"
                     + " current_setting('server_version'), current_setting('server_encoding')")) {
            answer.next();
            requireSuitable(answer.getInt(1), answer.getString(2), answer.getString(3));
        } catch (SQLException failure) {
            throw new IllegalStateException("The database cannot be reached: " + reason(failure), failure);
        }
    }

    /** What the driver says, and the name that nobody knows where it only says that it did not get through. */
    private static String reason(SQLException failure) {
        return failure.getCause() instanceof UnknownHostException unknown
                ? "there is no host " + unknown.getMessage() + "."
                : failure.getMessage();
    }

    static void requireSuitable(int majorVersion, String version, String encoding) {
        if (majorVersion < OLDEST_SERVER) {
            throw new IllegalStateException("PostgreSQL " + OLDEST_SERVER + " or newer is needed; the server is "
                    + version + ".");
        }
        if (!encoding.equals("UTF8")) {
            throw new IllegalStateException("The database must be encoded in UTF8, not in " + encoding
                    + ". Make a new one: create database proctp encoding 'UTF8' template template0;");
        }
    }
}
