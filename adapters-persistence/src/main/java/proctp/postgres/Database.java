package proctp.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
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
import proctp.domain.Refusal;

/** The way to the tables: every statement of a port goes through one of its two methods. */
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
            .withBatchSize(1_000);

    private final DSLContext sql;

    Database(DataSource pool) {
        this.sql = DSL.using(pool, SQLDialect.POSTGRES, SETTINGS);
    }

    /** The text of a statement, for one that is sent too often to be put together each time. */
    static String text(Function<DSLContext, Query> statement) {
        return statement.apply(DSL.using(SQLDialect.POSTGRES, SETTINGS)).getSQL();
    }

    /**
     * Asks one question, without a transaction around it.
     *
     * @throws Refusal {@code UNAVAILABLE} when the database cannot be reached
     */
    <T> T ask(Function<DSLContext, T> question) {
        return reached(() -> question.apply(sql));
    }

    /**
     * Makes a change in one transaction, which is committed when the method returns. Whatever exception the change ends
     * with rolls it back and comes out as it is.
     *
     * @throws Refusal {@code UNAVAILABLE} when the database cannot be reached
     */
    <T> T change(Function<DSLContext, T> change) {
        return reached(() -> sql.transactionResult(transaction -> change.apply(transaction.dsl())));
    }

    private static <T> T reached(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException failure) {
            if (isUnavailable(failure)) {
                LOG.warn("The database cannot be reached: {}", failure.getCause().toString());
                throw new Refusal(Refusal.Kind.UNAVAILABLE,
                        "The database cannot be reached just now. Try again in a few seconds.");
            }
            throw failure;
        }
    }

    private static boolean isUnavailable(DataAccessException failure) {
        // by the state, never by the words, which come in the server's language
        return failure.getCause() instanceof SQLException cause
                && (cause instanceof SQLTransientConnectionException || isUnavailable(cause.getSQLState()));
    }

    private static boolean isUnavailable(String sqlState) {
        return sqlState != null && switch (sqlState) {
            // shut down by hand, shut down by a crash, still starting, no connection left
            case "57P01", "57P02", "57P03", "53300" -> true;
            default -> sqlState.startsWith("08");
        };
    }
}
