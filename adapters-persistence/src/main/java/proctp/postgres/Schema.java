package proctp.postgres;

import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables of the office, and what they need of the server. */
final class Schema {

    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    private static final int OLDEST_SERVER = 15;
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private Schema() {
    }

    /**
     * Brings the tables up to date; any number of nodes may do so at once.
     *
     * <p>On connections of its own: a migration may take longer than a request may, and more of them than the pool has.
     *
     * @return whether the server confirms a change only once it is stored, as ProcTP's sessions are set now
     * @throws DatabaseAwayException when the database is not to be had just now
     * @throws IllegalStateException when this database cannot hold an office, and will not by itself
     */
    static boolean migrate(PostgresSettings settings) throws DatabaseAwayException {
        boolean durable = requireSuitable(settings);
        try {
            Flyway.configure()
                    .loggers("slf4j")
                    .jdbcProperties(Connections.forMigrating())
                    .dataSource(settings.jdbcUrl(), settings.user(), settings.password())
                    .locations("classpath:db/migration")
                    .validateMigrationNaming(true)
                    .load().migrate();
            return durable;
        } catch (FlywayException failure) {
            throw why(failure, settings.user());
        }
    }

    /** The version that the tables are at. */
    static String version(DSLContext sql) {
        return (String) sql.fetchValue(
                "select version from flyway_schema_history where success order by installed_rank desc limit 1");
    }

    /** In words for whoever runs the service: the library's own fill a page. */
    private static IllegalStateException why(FlywayException failure, String user) throws DatabaseAwayException {
        if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return new IllegalStateException(
                    "The database already holds tables that are not ProcTP's: give it an empty database of its own.", failure);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                throwIfItMayPass(refused);
                if (INSUFFICIENT_PRIVILEGE.equals(refused.getSQLState())) {
                    return new IllegalStateException("The role " + user + " may not make tables in the database: make it the"
                            + " database's owner, or grant create on schema public to it.", failure);
                }
            }
        }
        return new IllegalStateException("The tables of the database cannot be brought up to date: "
                + failure.getMessage().strip().replaceAll("\\s+", " "), failure);
    }

    private static boolean requireSuitable(PostgresSettings settings) throws DatabaseAwayException {
        Properties properties = new Properties();
        properties.putAll(Connections.forAsking());
        properties.put("user", settings.user());
        properties.put("password", settings.password());
        try (Connection connection = DriverManager.getConnection(settings.jdbcUrl(), properties);
             Statement statement = connection.createStatement();
             ResultSet answer = statement.executeQuery("select current_setting('server_version_num')::integer / 10000,"
                     + " current_setting('server_version'), current_setting('server_encoding'),"
                     + " current_setting('synchronous_commit') <> 'off'")) {
            answer.next();
            requireSuitable(answer.getInt(1), answer.getString(2), answer.getString(3));
            return isDurable(answer.getBoolean(4));
        } catch (SQLException failure) {
            throwIfItMayPass(failure);
            throw new IllegalStateException("The database cannot be reached: " + reason(failure), failure);
        }
    }

    private static boolean isDurable(boolean durable) {
        if (!durable) {
            LOG.warn("synchronous_commit is off for this database, role or URL, so that a crash could lose what was"
                    + " confirmed: ProcTP switches it on for itself, unless the URL has options of its own.");
        }
        return durable;
    }

    private static void throwIfItMayPass(SQLException failure) throws DatabaseAwayException {
        if (Hindrance.of(failure).isPresent()) {
            throw new DatabaseAwayException(reason(failure), failure);
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
