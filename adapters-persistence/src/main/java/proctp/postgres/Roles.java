package proctp.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import proctp.postgres.PostgresSettings.Login;

/**
 * The two roles of an office: the owner of its tables, and the one that serves, which should own nothing, so that it can do no more
 * than it was given and the policies between the practices hold for it.
 */
final class Roles {

    private static final Logger LOG = LoggerFactory.getLogger(Roles.class);

    private Roles() {
    }

    /**
     * Sees to it that the role that serves can, on tables that are up to date, and warns of what it could do beyond that.
     *
     * @return whether the server confirms a change only once it is stored, as that role's sessions are set now
     * @throws DatabaseAwayException when the database is not to be had just now
     * @throws IllegalStateException when that role cannot serve, and will not by itself
     */
    static boolean readyToServe(PostgresSettings settings) throws DatabaseAwayException {
        grant(settings);
        Login service = settings.service();
        return Visit.as(service, settings, statement -> {
            List<String> missing = Grants.missing(statement, service.user());
            if (!missing.isEmpty()) {
                throw new IllegalStateException(("The role %s may not do all that serving needs: start once with the role that owns the"
                        + " tables given as well, or run as that role: %s;").formatted(service.user(), String.join("; ", missing)));
            }
            warnOfPower(statement, service);
            return isDurable(statement);
        });
    }

    /** As {@link #readyToServe}, for the role that owns the tables. */
    static boolean readyAtConsole(PostgresSettings settings) throws DatabaseAwayException {
        grant(settings);
        return Visit.as(settings.console(), settings, statement -> {
            if (!is(statement, "pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('practice')")) {
                throw new IllegalStateException(("The role %s does not own the tables of the database, so it cannot work on whole"
                        + " practices: come as the role that does.").formatted(settings.console().user()));
            }
            return isDurable(statement);
        });
    }

    private static void grant(PostgresSettings settings) throws DatabaseAwayException {
        String service = settings.service().user();
        if (settings.owner().filter(owner -> !owner.user().equals(service)).isPresent()) {
            Visit.as(settings.console(), settings, statement -> {
                if (!is(statement, "exists (select from pg_roles where rolname = " + statement.enquoteLiteral(service) + ")")) {
                    throw new IllegalStateException("There is no role %s to serve as: make it by: create role %s login password '...';"
                            .formatted(service, statement.enquoteIdentifier(service, false)));
                }
                Grants.complete(statement, service);
                return null;
            });
        }
    }

    private static void warnOfPower(Statement statement, Login service) throws SQLException {
        if (is(statement, "rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
            LOG.warn("The role {} is a superuser or bypasses row level security, so the database's own line between the practices does"
                    + " not hold for it: only that of the statements does. Serve as a role that is neither and owns nothing.",
                    service.user());
        } else if (is(statement, "pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('practice')")) {
            LOG.warn("The role {} serves and owns the tables, too: the database's own line between the practices holds for it, but it"
                    + " could lift that. Serve as a role that owns nothing.", service.user());
        }
    }

    private static boolean isDurable(Statement statement) throws SQLException {
        boolean durable = is(statement, "current_setting('synchronous_commit') <> 'off'");
        if (!durable) {
            LOG.warn("synchronous_commit is off for this database, role or URL, so that a crash could lose what was"
                    + " confirmed: ProcTP switches it on for itself, unless the URL has options of its own.");
        }
        return durable;
    }

    private static boolean is(Statement statement, String condition) throws SQLException {
        try (ResultSet answer = statement.executeQuery("select " + condition)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
