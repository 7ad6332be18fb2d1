package proctp.bootstrap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded database from before its start on, so that it can be stopped at any moment: its server is nobody's child
 * and would outlive a service that is told to stop while pg_ctl still works. Once up, it is kept up.
 */
final class DatabaseStart implements AutoCloseable {
    /** pg_ctl gives a start one minute, and each of two ways to stop half of one. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Executor A_MOMENT_LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseStart.class);

    private final ReentrantLock starting = new ReentrantLock();
    private final Path directory;
    private volatile boolean closing;
    private EmbeddedDatabase database;

    /** Starts nothing yet. */
    DatabaseStart(Path directory) {
        this.directory = directory;
    }

    /**
     * Starts the database.
     *
     * @throws StartException when that is not possible, or no longer wanted
     */
    EmbeddedDatabase start() {
        starting.lock();
        try {
            requireWanted();
            database = EmbeddedDatabase.start(directory, this::freePort);
            keepRunning();
            return database;
        } finally {
            starting.unlock();
        }
    }

    /**
     * Starts the database while whoever calls does something else.
     *
     * @return completes when it is up, or exceptionally as {@link #start} fails
     */
    CompletableFuture<EmbeddedDatabase> startMeanwhile() {
        return CompletableFuture.supplyAsync(this::start, DatabaseStart::onItsOwn);
    }

    private static void onItsOwn(Runnable start) {
        Thread thread = new Thread(start, "database start");
        thread.setDaemon(true);
        thread.start();
    }

    /** A server that ends by itself, as when the system runs out of memory, is nobody's business but ours. */
    private void keepRunning() {
        database.ended().thenRunAsync(this::startAgain, A_MOMENT_LATER);
    }

    private void startAgain() {
        if (closing) {
            return;
        }
        try {
            LOG.error("PostgreSQL in {} has ended by itself. Starting it again.", directory);
            database.startAgain();
            LOG.warn("PostgreSQL in {} runs again.", directory);
            keepRunning();
        } catch (StartException hindered) {
            LOG.error("{} Trying again.", hindered.getMessage());
            A_MOMENT_LATER.execute(this::startAgain);
        }
    }

    /** Asked for just before each try to start the server: the last moment at which there is nothing to stop. */
    private int freePort() {
        requireWanted();
        return EmbeddedDatabase.freePort();
    }

    private void requireWanted() {
        if (closing) {
            throw StartException.stopped();
        }
    }

    /**
     * Stops the database, once a start that is under way has come to its end. A second call does nothing.
     *
     * @throws StartException when it does not stop, or its start does not end
     */
    @Override
    public void close() {
        closing = true;
        if (!startHasEnded()) {
            throw new StartException(("PostgreSQL in %s was still starting when ProcTP stopped: if it runs on, the next start"
                    + " stops it.").formatted(directory));
        }
        try {
            if (database != null) {
                database.close();
            }
        } finally {
            starting.unlock();
        }
    }

    private boolean startHasEnded() {
        try {
            return starting.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
