package proctp.bootstrap;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import proctp.application.KeySecret;
import proctp.application.UseCases;
import proctp.application.port.Office;
import proctp.application.sample.SampleOffice;
import proctp.http.HttpServer;
import proctp.postgres.PostgresOffice;
import proctp.postgres.PostgresSettings;

/** The running service: every part of it is made here, and stopped here in the reverse order. */
final class App implements AutoCloseable {

    /** More connections than this make PostgreSQL slower, not faster, on the machines that an office has. */
    private static final int POOL_SIZE = 10;

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Config config;
    private UseCases useCases;
    private HttpServer server;

    private App(Config config) {
        this.config = config;
    }

    /**
     * Starts all of it, and sees to it that the end of the JVM stops all of it.
     *
     * @throws StartException when a part cannot start; what has started is stopped again
     */
    static App start(Config config, Clock clock) {
        App app = new App(config);
        try {
            app.start(clock);
        } catch (RuntimeException hindered) {
            app.close();
            throw hindered;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(app::close, "stop"));
        return app;
    }

    private void start(Clock clock) {
        Config.Database database = config.database().orElse(null);
        KeySecret secret;
        boolean wantsSample = config.sample().orElse(database == null);
        if (database == null) {
            System.out.println("Starting the embedded database in " + config.dataDirectory().orElseThrow() + " ...");
            EmbeddedDatabase embedded = opened(EmbeddedDatabase.start(config.dataDirectory().orElseThrow()));
            database = new Config.Database(embedded.jdbcUrl(), embedded.user(), embedded.password());
            secret = new KeySecret(config.keySecret().orElseGet(embedded::keySecret));
        } else {
            secret = new KeySecret(config.keySecret().orElseThrow());
        }
        Office office = opened(open(database, clock));
        if (wantsSample) {
            office.fillIfEmpty(SampleOffice.practices(secret, config.timeZone()));
        }
        useCases = UseCases.on(office, secret);
        server = opened(listen());
    }

    private static PostgresOffice open(Config.Database database, Clock clock) {
        try {
            return PostgresOffice.open(
                    new PostgresSettings(database.jdbcUrl(), database.user(), database.password(), POOL_SIZE), clock);
        } catch (IllegalStateException unsuitable) {
            throw new StartException(unsuitable.getMessage(), unsuitable);
        }
    }

    private HttpServer listen() {
        try {
            return HttpServer.start(new HttpServer.Settings(config.host(), config.port(), config.timeZone(),
                    config.pageDefault(), config.pageMax(), Set.copyOf(config.corsOrigins())), useCases);
        } catch (UncheckedIOException taken) {
            throw new StartException(taken.getCause().getMessage() + ". Set " + Setting.PORT.variable()
                    + " to another port, or to 0 for a free one.", taken);
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        running.push(part);
        return part;
    }

    /** What it is set to. */
    Config config() {
        return config;
    }

    /** The port that it listens on. */
    int port() {
        return server.port();
    }

    /** What a client can ask of it, without the way over HTTP. */
    UseCases useCases() {
        return useCases;
    }

    /** Lets requests in flight finish and stops every part. A second call does nothing. */
    @Override
    public synchronized void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception stuck) {
                System.err.println(stuck.getMessage());
            }
        }
    }
}
