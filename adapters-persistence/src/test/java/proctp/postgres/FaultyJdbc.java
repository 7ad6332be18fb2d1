package proctp.postgres;

import static proctp.postgres.RecordedStatements.invoke;
import static proctp.postgres.RecordedStatements.proxy;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** A way into the pool on which one JDBC call fails, the n-th since that was asked for. For one thread. */
final class FaultyJdbc {

    private static final List<Class<?>> WATCHED =
            List.of(Connection.class, PreparedStatement.class, Statement.class, ResultSet.class);

    private final DataSource pool;
    private Moment moment;
    private String sqlState;
    private int callsToGo;

    /** Whether the call that fails was done. */
    enum Moment {
        /** It fails before the driver hears of it. */
        BEFORE,
        /** It fails although the driver has done it. */
        AFTER
    }

    FaultyJdbc(DataSource pool) {
        this.pool = pool;
    }

    /**
     * Lets one call fail.
     *
     * @param call     which, from 1
     * @param sqlState what it fails with
     */
    void failOn(int call, Moment when, String sqlState) {
        this.callsToGo = call;
        this.moment = when;
        this.sqlState = sqlState;
    }

    /** Whether the call has failed that was to; if not, all calls passed untouched. */
    boolean hasFailed() {
        return callsToGo <= 0;
    }

    /** The pool, with every call to it and to what comes out of it being counted. */
    DataSource wayIn() {
        return watched(DataSource.class, pool);
    }

    private <T> T watched(Class<T> type, Object target) {
        return proxy(type, (proxy, method, arguments) -> {
            boolean fails = --callsToGo == 0;
            if (fails && momentOf(method) == Moment.BEFORE) {
                throw failure();
            }
            Object answer = invoke(target, method, arguments);
            if (fails) {
                throw failure();
            }
            return WATCHED.stream().filter(one -> one.isInstance(answer)).findFirst()
                    .<Object>map(one -> watched(one, answer)).orElse(answer);
        });
    }

    /** A connection that is lent but never arrives, or is given back but never gets there, would be this class's leak. */
    private Moment momentOf(Method method) {
        return switch (method.getName()) {
            case "getConnection" -> Moment.BEFORE;
            case "close" -> Moment.AFTER;
            default -> moment;
        };
    }

    private SQLException failure() {
        return new SQLException("planted", sqlState);
    }
}
