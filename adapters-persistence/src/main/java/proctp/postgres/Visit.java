package proctp.postgres;

import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import proctp.postgres.PostgresSettings.Login;

/** A look at the database before the office opens there, on a connection of its own. */
final class Visit {

    private Visit() {
    }

    /** What to do there. */
    @FunctionalInterface
    interface Errand<T> {
        T run(Statement statement) throws SQLException;
    }

    /**
     * Does something as a role, in one transaction.
     *
     * @throws DatabaseAwayException when the database is not to be had just now
     * @throws IllegalStateException when it does not let that role in, or fails otherwise
     */
    static <T> T as(Login login, PostgresSettings settings, Errand<T> errand) throws DatabaseAwayException {
        try (Connection connection = Connections.one(settings.jdbcUrl(), login); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            T result = errand.run(statement);
            connection.commit();
            return result;
        } catch (SQLException failure) {
            throwIfItMayPass(failure);
            throw new IllegalStateException("The database cannot be reached: " + reason(failure), failure);
        }
    }

    /** Passes on what may be over in a moment. */
    static void throwIfItMayPass(SQLException failure) throws DatabaseAwayException {
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
}
