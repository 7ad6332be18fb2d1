package proctp.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import proctp.application.KeySecret;
import proctp.postgres.PostgresOffice;

/**
 * The office for as long as one command takes, as the owner of its tables has it: on the database of one's own; on the embedded one that a ProcTP runs, beside that;
 * or on the embedded one that nobody runs, which is started and stopped again.
 */
final class OpenOffice implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 4;
    private static final Logger LOG = LoggerFactory.getLogger(OpenOffice.class);

    private final ReentrantLock closing = new ReentrantLock();
    private final Config config;
    private final PostgresOffice office;
    private final DatabaseStart embedded;

    private OpenOffice(Config config, Clock clock) {
        this.config = config;
        this.office = new PostgresOffice(clock.withZone(config.http().zone()));
        // without a directory of its own it is never started
        this.embedded = config.dataDirectory().map(DatabaseStart::new).orElse(null);
    }

    /**
     * Opens the office that is there.
     *
     * @throws StartException when there is none, or it cannot be opened
     */
    static OpenOffice on(Config config, Clock clock) {
        config.dataDirectory().filter(directory -> !new Cluster(directory).exists()).ifPresent(directory -> {
            throw new StartException(("There is no office in %s: set PROCTP_DATA_DIR to the directory of one, or start ProcTP, which"
                    + " makes one.").formatted(directory));
        });
        return orNew(config, clock);
    }

    /**
     * Opens the office, and makes an empty one where there is none.
     *
     * @throws StartException when it cannot be opened
     */
    static OpenOffice orNew(Config config, Clock clock) {
        OpenOffice open = new OpenOffice(config, clock);
        // before anything runs: Ctrl-C may come while the database still starts
        Runtime.getRuntime().addShutdownHook(new Thread(open::end, "stop"));
        try {
            open.open();
        } catch (RuntimeException hindered) {
            open.close();
            throw hindered;
        }
        return open;
    }

    private void open() {
        Config.Database database = config.database().orElseGet(() -> embedded(config.dataDirectory().orElseThrow()));
        int connections = Math.min(MOST_CONNECTIONS, config.databaseConnections());
        try {
            office.arriveAtConsole(database.settings(connections, MOST_CONNECTIONS)).ifPresent(why -> {
                throw new StartException("The database at %s cannot be reached: %s".formatted(database.address(), why));
            });
        } catch (IllegalStateException unsuitable) {
            throw new StartException(unsuitable.getMessage(), unsuitable);
        }
    }

    private Config.Database embedded(Path directory) {
        try {
            return embedded.start().address();
        } catch (DirectoryInUseException running) {
            return RunningDatabase.of(directory);
        }
    }

    /** What it is all for. */
    PostgresOffice office() {
        return office;
    }

    /**
     * What its keys are stored under: what is set, or else what the embedded database keeps, whoever runs that.
     *
     * @throws StartException when that cannot be read
     */
    KeySecret keySecret() {
        return new KeySecret(config.keySecret().orElseGet(() -> keptSecret(config.dataDirectory().orElseThrow())));
    }

    private static String keptSecret(Path directory) {
        try {
            return SecretFile.open(EmbeddedDatabase.keySecretFile(directory.toRealPath()), true).secret();
        } catch (IOException unreadable) {
            throw StartException.unusable(directory, unreadable);
        }
    }

    /** Stops what was started because the JVM ends. */
    private void end() {
        // never unlocked: the command fails now, and waits in close() for the end instead of telling a story about it
        closing.lock();
        try {
            closeParts();
        } catch (RuntimeException stuck) {
            LOG.error("A part did not stop as it should: {}", stuck.getMessage());
        }
    }

    /**
     * Closes the office, and stops the database if it was started for it. A second call does nothing.
     *
     * @throws StartException when the database does not stop
     */
    @Override
    public void close() {
        closing.lock();
        try {
            closeParts();
        } finally {
            closing.unlock();
        }
    }

    private void closeParts() {
        office.close();
        if (embedded != null) {
            embedded.close();
        }
    }
}
