package proctp.postgres;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import proctp.domain.Refusal;

/**
 * Where calls wait for a connection: each for as long as the pool lets it, and no more at once than the service
 * can spare, so that a slow database does not use up the threads of one that has other things to answer. Closed until there
 * is a pool.
 */
final class ConnectionQueue implements ConnectionProvider {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionQueue.class);
    /** A server that stays read-only must not cost a new connection for each change that is tried. */
    private static final long RENEWED_AT_MOST_EVERY = TimeUnit.SECONDS.toNanos(5);

    private final AtomicLong renewed = new AtomicLong(System.nanoTime() - RENEWED_AT_MOST_EVERY);
    private volatile int longest;
    private volatile HikariDataSource pool;
    private volatile DataSource door;
    private boolean closed;

    /**
     * Lets calls into a pool, which is closed with the queue.
     *
     * @param door    the pool, or another way into it, where somebody listens
     * @param longest how many calls may wait; one more is refused at once
     */
    synchronized void open(HikariDataSource pool, DataSource door, int longest) {
        if (closed) {
            pool.close();
            return;
        }
        this.longest = longest;
        this.pool = pool;
        this.door = door;
    }

    /** Whether calls are let in. */
    boolean isOpen() {
        return door != null;
    }

    /**
     * A connection, to be given back by {@link #release}.
     *
     * @throws Refusal {@code UNAVAILABLE} when there is none in time
     */
    @Override
    public Connection acquire() {
        DataSource entrance = door;
        if (entrance == null) {
            throw new Refusal(Refusal.Kind.UNAVAILABLE,
                    "The database is not there just now, so nothing was done. Try again in a few seconds.");
        }
        if (waiting() >= longest) {
            throw Hindrance.BUSY.refusal();
        }
        try {
            return entrance.getConnection();
        } catch (SQLException failure) {
            LOG.warn("No connection to the database: {}", failure.toString());
            throw why(failure).refusal();
        }
    }

    /** Whatever hinders from connecting may pass, even a wrong password: somebody is just changing it. */
    private static Hindrance why(SQLException failure) {
        if (failure instanceof SQLTransientConnectionException && failure.getCause() == null) {
            return Hindrance.BUSY;
        }
        return Hindrance.of(failure).orElse(Hindrance.UNREACHABLE);
    }

    /** Gives a connection back. What was done with it is done, so this never fails. */
    @Override
    public void release(Connection connection) {
        try {
            connection.close();
        } catch (SQLException failure) {
            LOG.warn("A connection could not be given back: {}", failure.toString());
        }
    }

    /**
     * Has every connection replaced once it is free: after a loss the others are most likely lost, too, and after a
     * fail-over they lead to the wrong server.
     */
    void renew() {
        long now = System.nanoTime();
        long before = renewed.get();
        if (now - before >= RENEWED_AT_MOST_EVERY && renewed.compareAndSet(before, now)) {
            beyond().ifPresent(HikariPoolMXBean::softEvictConnections);
        }
    }

    /** For the operator: how much of the pool is in use. */
    String load() {
        return beyond().map(bean -> "%d of %d connections are in use and %d calls wait for one".formatted(
                bean.getActiveConnections(), bean.getTotalConnections(), bean.getThreadsAwaitingConnection()))
                .orElse("there is no connection yet");
    }

    private int waiting() {
        return beyond().map(HikariPoolMXBean::getThreadsAwaitingConnection).orElse(0);
    }

    private Optional<HikariPoolMXBean> beyond() {
        return Optional.ofNullable(pool).map(HikariDataSource::getHikariPoolMXBean);
    }

    /** Closes the pool, also one that is still to come. */
    synchronized void close() {
        closed = true;
        door = null;
        if (pool != null) {
            pool.close();
        }
    }
}
