package proctp.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import proctp.domain.Refusal;

/** How a transaction begins and ends, and what is known of its outcome when it does not end as it should. */
final class Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);

    private final ConnectionQueue connections;

    Transactions(ConnectionQueue connections) {
        this.connections = connections;
    }

    /** What is to be done in one. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** What is to be done in one that ends with a statement of its own. */
    @FunctionalInterface
    interface Prelude<T> {

        /** Does what comes before. */
        LastStatement<T> on(Connection connection) throws SQLException;
    }

    /** Does work of which each statement is a transaction by itself. */
    <T> T single(Work<T> work) throws SQLException {
        Connection connection = connections.acquire();
        try {
            return work.on(connection);
        } finally {
            connections.release(connection);
        }
    }

    /**
     * Does work in a transaction, then commits it. Whatever exception the work ends with rolls it back and comes out as it is.
     *
     * @throws Refusal {@code OUTCOME_UNKNOWN} when the database was lost while it committed
     */
    <T> T committed(Work<T> work) throws SQLException {
        return begun(connection -> {
            T result = work.on(connection);
            commit(connection);
            return result;
        });
    }

    /**
     * The same where the last statement and the commit are one message. The reader of that statement runs after the commit.
     *
     * @return what the reader of the last statement makes of its row, if it gives one
     */
    <T> Optional<T> committedAtLast(Prelude<T> work) throws SQLException {
        return begun(connection -> end(connection, work.on(connection)));
    }

    private <T> T begun(Work<T> work) throws SQLException {
        Connection connection = connections.acquire();
        try {
            connection.setAutoCommit(false);
            return work.on(connection);
        } catch (Throwable failure) {
            rollBack(connection);
            throw failure;
        } finally {
            // the pool puts it back into auto-commit
            connections.release(connection);
        }
    }

    private void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException failure) {
            if (Hindrance.leavesCommitOpen(failure)) {
                throw unknown(failure);
            }
            throw failure;
        }
    }

    /**
     * The server leaves out the commit when the statement before it in the message fails. So whatever the server says no to was not done,
     * and what it has answered is: nobody may be told otherwise because something went wrong with the answer.
     */
    private <T> Optional<T> end(Connection connection, LastStatement<T> last) throws SQLException {
        boolean answered = false;
        PreparedStatement prepared = last.prepared(connection);
        try (PreparedStatement statement = prepared) {
            statement.execute();
            answered = true;
            return last.read(statement);
        } catch (SQLException | RuntimeException | Error failure) {
            if (answered || failure instanceof SQLException lost && Hindrance.leavesCommitOpen(lost) && !saysNo(connection)) {
                throw unknown(failure);
            }
            throw failure;
        }
    }

    /** Whether the server itself has said that the transaction has failed: then it is not stored, whatever the reason. */
    private static boolean saysNo(Connection connection) {
        try {
            return connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED;
        } catch (SQLException lost) {
            return false;
        }
    }

    private Refusal unknown(Throwable failure) {
        LOG.warn("The outcome of a change is unknown: {}", failure.toString());
        connections.renew();
        return new Refusal(Refusal.Kind.OUTCOME_UNKNOWN, "The database was lost while it stored the change, which may have been"
                + " made or not. Wait a few seconds, then read what is there before sending it again.");
    }

    /** Never fails itself, since what went wrong before is what counts. */
    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException failure) {
            LOG.debug("A change ended with its connection.", failure);
            drop(connection);
        }
    }

    /** The server rolls back what loses its connection, and nobody may go on where this stopped. */
    private static void drop(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException failure) {
            LOG.debug("The connection was lost before.", failure);
        }
    }
}
