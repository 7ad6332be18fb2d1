package proctp.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import proctp.postgres.PostgresSettings.Login;

/** The tables of the office, and what they need of the server. */
final class Schema {

    private static final int OLDEST_SERVER = 15;
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private Schema() {
    }

    /**
     * Brings the tables up to date; any number of nodes may do so at once. When they are, a role that owns nothing is enough.
     *
     * <p>On connections of its own: a migration may take longer than a request may, and more of them than the pool has.
     *
     * @throws DatabaseAwayException when the database is not to be had just now
     * @throws IllegalStateException when this database cannot hold an office, and will not by itself
     */
    static void migrate(PostgresSettings settings) throws DatabaseAwayException {
        Login login = settings.console();
        Look look = Visit.as(login, settings, Schema::look);
        Optional<String> foreignOwner = look.foreignOwner();
        if (foreignOwner.isPresent() && settings.owner().isPresent()) {
            throw new IllegalStateException(("The tables of the database belong to the role %1$s, not to the role %2$s that shall change"
                    + " them: connect as %1$s for that, or run as a superuser: reassign owned by %1$s to %2$s.")
                    .formatted(foreignOwner.get(), login.user()));
        }
        if (look.isUpToDate()) {
            return;
        }
        try {
            Flyway.configure()
                    .loggers("slf4j")
                    .jdbcProperties(Connections.forMigrating())
                    .dataSource(settings.jdbcUrl(), login.user(), login.password())
                    .locations("classpath:db/migration")
                    .validateMigrationNaming(true)
                    .load().migrate();
        } catch (FlywayException failure) {
            throw why(failure, login.user(), foreignOwner);
        }
    }

    /** The version that the tables are at. */
    static String version(DSLContext sql) {
        return (String) sql.fetchValue(
                "select version from flyway_schema_history where success order by installed_rank desc limit 1");
    }

    /** In words for whoever runs the service: the library's own fill a page. */
    private static IllegalStateException why(FlywayException failure, String user, Optional<String> foreignOwner)
            throws DatabaseAwayException {
        if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return new IllegalStateException(
                    "The database already holds tables that are not ProcTP's: give it an empty database of its own.", failure);
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused) {
                Visit.throwIfItMayPass(refused);
                if (INSUFFICIENT_PRIVILEGE.equals(refused.getSQLState())) {
                    return new IllegalStateException(lacking(user, foreignOwner), failure);
                }
            }
        }
        return new IllegalStateException("The tables of the database cannot be brought up to date: "
                + failure.getMessage().strip().replaceAll("\\s+", " "), failure);
    }

    private static String lacking(String user, Optional<String> foreignOwner) {
        return foreignOwner.map(owner -> ("The tables of the database are not up to date, and the role %s may not change them: they"
                        + " belong to the role %s, which must do that.").formatted(user, owner))
                .orElse("The role " + user + " may not make tables in the database: make it the"
                        + " database's owner, or grant create on schema public to it.");
    }

    /**
     * What is there.
     *
     * @param foreignOwner the role that has the tables, when that is not the one who looks
     * @param isUpToDate   whether the tables are as they should be
     */
    private record Look(Optional<String> foreignOwner, boolean isUpToDate) {
    }

    /** Looks whether an office can be here. */
    private static Look look(Statement statement) throws SQLException {
        try (ResultSet answer = statement.executeQuery("select current_setting('server_version_num')::integer / 10000,"
                + " current_setting('server_version'), current_setting('server_encoding'),"
                + " (select pg_get_userbyid(relowner) from pg_class"
                + " where oid = to_regclass('practice') and not pg_has_role(relowner, 'usage'))")) {
            answer.next();
            requireSuitable(answer.getInt(1), answer.getString(2), answer.getString(3));
            Optional<String> foreignOwner = Optional.ofNullable(answer.getString(4));
            return new Look(foreignOwner, SchemaHistory.isOurs(statement));
        }
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
