package proctp.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * A way to the database on which commits take their time, as they do on a busy disk, and statements are perhaps not what was asked.
 *
 * @param rewritten gives what is asked in place of a statement
 * @param longestNanos of a commit
 */
record SlowCommits(UnaryOperator<String> rewritten, int longestNanos) {

    /** The pool, behind this. */
    DataSource before(HikariDataSource pool) {
        return RecordedStatements.proxy(DataSource.class, (proxy, method, arguments) -> {
            Object answer = RecordedStatements.invoke(pool, method, arguments);
            return answer instanceof Connection connection ? before(connection) : answer;
        });
    }

    private Connection before(Connection connection) {
        return RecordedStatements.proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("commit")) {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(longestNanos));
            } else if (method.getName().equals("prepareStatement")) {
                arguments[0] = slowed(rewritten.apply((String) arguments[0]));
            }
            return RecordedStatements.invoke(connection, method, arguments);
        });
    }

    /** A commit that comes in one message with the statement before it. */
    private String slowed(String sql) {
        return sql.replaceFirst("; commit$", "; select pg_sleep(random() * " + longestNanos / 1e9 + "); commit");
    }
}
