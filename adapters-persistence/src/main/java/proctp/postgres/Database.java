package proctp.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Log;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.tools.JooqLogger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import proctp.application.PracticeNum;
import proctp.domain.Refusal;

/**
 * The way to the tables: every statement of a port goes through one of its methods.
 *
 * <p>What fails because others were in the way is tried again a few times, from its beginning.
 */
final class Database {

    static {
        // jOOQ greets, gives tips and logs values of statements below this; it has no setting for the first two
        JooqLogger.globalThreshold(Log.Level.WARN);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private static final Settings SETTINGS = new Settings()
            .withRenderCatalog(false)
            .withRenderSchema(false)
            .withExecuteLogging(false)
            .withRenderNamedParamPrefix(LastStatement.PREFIX)
            .withBatchSize(1_000);

    private static final int TRIES = 4;
    private static final int LONGEST_PAUSE_MILLIS = 50;
    /** Of a whole practice that is moved, for each step of it. */
    private static final int LONGEST_MOVE_MILLIS = 3_600_000;

    private final ConnectionQueue connections;
    private final Transactions transactions;

    Database(ConnectionQueue connections) {
        this.connections = connections;
        this.transactions = new Transactions(connections);
    }

    private static DSLContext using(Connection connection) {
        return DSL.using(connection, SQLDialect.POSTGRES, SETTINGS);
    }

    /** The text of a statement, for one that is sent too often to be put together each time. */
    static String text(Function<DSLContext, Query> statement) {
        return statement.apply(DSL.using(SQLDialect.POSTGRES, SETTINGS)).getSQL();
    }

    /** The same of one that ends a transaction: its parameters have names. */
    static LastStatement.Text lastText(Function<DSLContext, Query> statement) {
        return LastStatement.Text.of(statement.apply(DSL.using(SQLDialect.POSTGRES, SETTINGS)));
    }

    /**
     * Asks one question that is about no practice's rows, without a transaction around it.
     *
     * @param question may be asked more than once
     * @throws Refusal {@code UNAVAILABLE} when the database is {@linkplain Hindrance hindered}
     */
    <T> T ask(Function<DSLContext, T> question) {
        return untilDone(TRIES, () -> question.apply(DSL.using(connections, SQLDialect.POSTGRES, SETTINGS)));
    }

    /** Asks one question about rows of a practice; else as {@link #ask(Function)}. It asks by {@link Rows}. */
    <T> T ask(PracticeNum practice, Function<DSLContext, T> question) {
        return ask(sql -> question.apply(Policy.forEach(practice, sql)));
    }

    /** Asks one question that is put together already; else as {@link #ask(Function)}. It must name its practice. */
    <T> T askReady(Transactions.Work<T> question) {
        return untilDone(TRIES, () -> transactions.single(question));
    }

    /**
     * Makes a change in one transaction that is about all practices; else as {@link #change(PracticeNum, Function)}.
     */
    <T> T change(Function<DSLContext, T> change) {
        return untilDone(TRIES, () -> transactions.committed(connection -> change.apply(using(connection))));
    }

    /**
     * Makes a change of a practice's rows in one transaction, which is committed when the method returns. Whatever exception the change ends
     * with rolls it back and comes out as it is.
     *
     * @param change may be made more than once, each time on what the last try left: nothing. Its first statement is one of
     *               {@link Rows}
     * @throws Refusal {@code UNAVAILABLE} when the database is {@linkplain Hindrance hindered}: nothing was done then;
     *                 {@code OUTCOME_UNKNOWN} when it was lost while it committed: nobody knows then
     */
    <T> T change(PracticeNum practice, Function<DSLContext, T> change) {
        return change(sql -> change.apply(Policy.forTransaction(practice, sql)));
    }

    /**
     * Makes a change whose last statement goes to the server in one message with the commit; else as
     * {@link #change(PracticeNum, Function)}. That spares a round trip, in which the change would hold what others wait for.
     *
     * @param change names the practice and does what comes before the last statement, which it tells
     * @return what the reader of the last statement makes of its row, if it gives one
     */
    <T> Optional<T> changeAtLast(Transactions.Prelude<T> change) {
        return untilDone(TRIES, () -> transactions.committedAtLast(change));
    }

    /**
     * Does work in one transaction that may take its time, and so is spared the limits of requests; else as {@link #change}.
     *
     * @param work is done once at most, since what it moves can be gone through only once
     */
    <T> T move(Function<DSLContext, T> work) {
        return untilDone(1, () -> transactions.committed(connection -> {
            connection.setNetworkTimeout(Runnable::run, LONGEST_MOVE_MILLIS);
            DSLContext sql = using(connection);
            sql.execute("set local statement_timeout = " + LONGEST_MOVE_MILLIS);
            sql.execute("set local idle_in_transaction_session_timeout = " + LONGEST_MOVE_MILLIS);
            return work.apply(sql);
        }));
    }

    private <T> T untilDone(int tries, Work<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return work.done();
            } catch (DataAccessException | SQLException failure) {
                Hindrance hindrance = hindrance(failure);
                if (hindrance != Hindrance.COLLISION || tried == tries) {
                    throw refusal(hindrance, failure);
                }
            }
            pause(tried);
        }
    }

    private static Hindrance hindrance(Exception failure) {
        SQLException cause = failure instanceof DataAccessException wrapper
                ? wrapper.getCause(SQLException.class)
                : (SQLException) failure;
        if (cause != null) {
            return Hindrance.of(cause).orElseThrow(() -> bug(failure));
        }
        throw bug(failure);
    }

    private static DataAccessException bug(Exception failure) {
        return failure instanceof DataAccessException wrapped
                ? wrapped
                : new DataAccessException("The database has failed.", failure);
    }

    private Refusal refusal(Hindrance hindrance, Exception failure) {
        LOG.warn("The database is hindered, {}: {}", hindrance, failure.toString());
        if (hindrance == Hindrance.UNREACHABLE || hindrance == Hindrance.READ_ONLY) {
            connections.renew();
        }
        return hindrance.refusal();
    }

    /** Two that collided must not meet again at the same moment, so each waits for as long as chance has it. */
    private static void pause(int tried) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(tried * LONGEST_PAUSE_MILLIS / TRIES) + 1L);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw Hindrance.COLLISION.refusal();
        }
    }

    /** What is to be done. */
    @FunctionalInterface
    private interface Work<T> {
        T done() throws SQLException;
    }
}
