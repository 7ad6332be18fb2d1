package proctp.bootstrap;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The wait for a database that is not there yet, so that it does not matter which of the two starts first. The service
 * runs meanwhile, without it.
 */
final class DatabaseArrival implements AutoCloseable {

    private static final int PAUSE_SECONDS = 1;

    private final String database;
    private final Supplier<Optional<String>> attempt;
    private final Consumer<String> out;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "database arrival");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean come;
    private String reason = "";

    /**
     * @param database which one, in words without a secret
     * @param attempt  opens the database, or gives the reason why that cannot be done just now; fails with an
     *                 IllegalStateException when somebody has to mend something first, which its message names
     * @param out      where whoever runs the service reads what it waits for
     */
    DatabaseArrival(String database, Supplier<Optional<String>> attempt, Consumer<String> out) {
        this.database = database;
        this.attempt = attempt;
        this.out = out;
    }

    /**
     * Tries once, and goes on trying behind the scenes when the database is not there.
     *
     * @throws StartException when the database is there but will not do
     */
    void begin() {
        try {
            attempt.get().ifPresentOrElse(this::keepTrying, () -> come = true);
        } catch (IllegalStateException unsuitable) {
            throw new StartException(unsuitable.getMessage(), unsuitable);
        }
    }

    private void keepTrying(String why) {
        complain(why);
        timer.scheduleWithFixedDelay(this::tryAgain, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    private void tryAgain() {
        try {
            attempt.get().ifPresentOrElse(this::complain, this::rejoice);
        } catch (RuntimeException unsuitable) {
            // at the start this would be the end; now the service runs, and whoever mends it need not start it again
            complain(String.valueOf(unsuitable.getMessage()));
        }
    }

    /** Says it once, however often it is the reason. */
    private void complain(String why) {
        // an attempt that is cut off by the end of the wait fails for that reason alone
        if (!why.equals(reason) && !timer.isShutdown()) {
            reason = why;
            out.accept("Waiting for the database at " + database + ", answering 503 until it can be used: " + why);
        }
    }

    private void rejoice() {
        come = true;
        out.accept("The database at " + database + " has come.");
        timer.shutdown();
    }

    /** Whether the wait is over. */
    boolean hasCome() {
        return come;
    }

    /** Gives up waiting; an attempt that is under way comes to its end. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
