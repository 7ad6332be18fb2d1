package proctp.postgres;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jooq.exception.DataAccessException;
import proctp.application.port.Probe;
import proctp.domain.Refusal;

/**
 * Asks the database through the pool, as a request does, whether it takes changes. A thread of its own does, since a request
 * may wait longer than a probe; whoever probes meanwhile waits for the same answer.
 */
final class DatabaseProbe implements Probe, AutoCloseable {

    private static final int PATIENCE_SECONDS = 2;

    private final Database database;
    private final ConnectionQueue connections;
    private final ExecutorService asker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "database probe");
        thread.setDaemon(true);
        return thread;
    });
    private Future<Optional<String>> question;

    DatabaseProbe(Database database, ConnectionQueue connections) {
        this.database = database;
        this.connections = connections;
    }

    @Override
    public Optional<String> trouble() {
        if (!connections.isOpen()) {
            return Optional.of("The database is not there yet, or no longer.");
        }
        try {
            return question().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            return Optional.of("The database has not answered within %d seconds: %s.".formatted(
                    PATIENCE_SECONDS, connections.load()));
        } catch (ExecutionException bug) {
            return Optional.of("The database cannot be asked: " + bug.getCause() + ".");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of("The database was not asked: the service is stopping.");
        }
    }

    private synchronized Future<Optional<String>> question() {
        if (question == null || question.isDone()) {
            question = asker.submit(this::ask);
        }
        return question;
    }

    private Optional<String> ask() {
        try {
            boolean readOnly = database.ask(sql -> sql.fetchValue("show transaction_read_only")).equals("on");
            if (readOnly) {
                connections.renew();
            }
            return readOnly ? Optional.of("The database is read-only.") : Optional.empty();
        } catch (Refusal hindered) {
            return Optional.of("The database cannot be asked: " + connections.load() + ".");
        } catch (DataAccessException failure) {
            return Optional.of("The database fails with SQLSTATE " + failure.sqlState() + ".");
        }
    }

    @Override
    public void close() {
        asker.shutdownNow();
    }
}
