package proctp.bootstrap;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import proctp.application.KeySecret;
import proctp.application.UseCases;
import proctp.application.port.Office;
import proctp.application.sample.SampleOffice;
import proctp.domain.Refusal;
import proctp.http.AdminServer;
import proctp.http.HttpServer;
import proctp.postgres.PostgresOffice;
import proctp.postgres.PostgresSettings;

/** The running service: every part of it is made here, and stopped here in the reverse order. */
final class App implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(App.class);

    private final Parts parts = new Parts();
    private final Config config;
    private volatile boolean sampleWasLeftOut;
    private DatabaseArrival arrival;
    private UseCases useCases;
    private AdminServer admin;
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
        // before anything runs: Ctrl-C may come while the database still starts
        Runtime.getRuntime().addShutdownHook(new Thread(app::end, "stop"));
        try {
            app.start(clock);
        } catch (RuntimeException hindered) {
            // what fails because the parts below it were stopped is no fault of its own
            boolean stopped = app.parts.isClosing();
            app.close();
            throw stopped ? StartException.stopped() : hindered;
        }
        return app;
    }

    /** Stops all of it because the JVM ends. */
    private void end() {
        // what was closed before has failed, and the exit code says so
        boolean endsAsWanted = !parts.isClosing();
        close();
        if (endsAsWanted) {
            // told to stop, it has, also while it starts: the JVM by itself would end with 128 and the signal's number
            Runtime.getRuntime().halt(0);
        }
    }

    private void start(Clock clock) {
        Parts last = parts.opened(new Parts());
        // takes its time, and so do the libraries, which are loaded meanwhile
        Optional<CompletableFuture<EmbeddedDatabase>> start = config.dataDirectory().map(this::startDatabase);
        Meters meters = last.opened(new Meters());
        PostgresOffice office = new PostgresOffice(clock.withZone(config.http().zone()));
        // the first to be there and the last to go: it tells how the others are
        admin = last.opened(OperatorPort.open(config.admin(), meters, office));
        Optional<EmbeddedDatabase> embedded = start.map(App::started);
        Config.Database database = embedded.map(EmbeddedDatabase::address).or(config::database).orElseThrow();
        KeySecret secret = new KeySecret(config.keySecret().or(() -> embedded.map(EmbeddedDatabase::keySecret)).orElseThrow());
        boolean wantsSample = config.sample().orElse(embedded.isPresent());
        parts.opened(office);
        PostgresSettings settings = database.settings(config.databaseConnections(), HttpServer.WAITING);
        PostgresSettings alone = database.settings(1, 1);
        arrival = parts.opened(new DatabaseArrival(database.address(), () -> office.arrive(settings, meters.registry()).or(() ->
                wantsSample ? fill(alone, clock, secret) : Optional.empty()), LOG::warn));
        arrival.begin();
        useCases = UseCases.on(office, secret, () -> LocalDate.now(clock.withZone(config.http().zone())));
        server = parts.opened(listen(meters));
        // closed first, so that nobody sends more while the others are closed
        parts.opened(admin::stopping);
    }

    private CompletableFuture<EmbeddedDatabase> startDatabase(Path directory) {
        System.out.println("Starting the embedded database in " + directory + " ...");
        return parts.opened(new DatabaseStart(directory)).startMeanwhile();
    }

    private static EmbeddedDatabase started(CompletableFuture<EmbeddedDatabase> start) {
        try {
            return start.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StartException hindered ? hindered : failed;
        }
    }

    /**
     * Puts the sample into an office that is empty, at the console, where the service itself never is; gives the reason when that
     * cannot be done just now.
     */
    private Optional<String> fill(PostgresSettings settings, Clock clock, KeySecret secret) {
        try (PostgresOffice console = new PostgresOffice(clock.withZone(config.http().zone()))) {
            if (!PostgresOffice.isEmpty(settings)) {
                sampleWasLeftOut = true;
                return Optional.empty();
            }
            return console.arriveAtConsole(settings).or(() -> fill(console, secret));
        } catch (Refusal lostAgain) {
            return Optional.of(lostAgain.sentence());
        }
    }

    private Optional<String> fill(Office office, KeySecret secret) {
        sampleWasLeftOut = !office.fillIfEmpty(SampleOffice.practices(secret, config.http().zone()));
        return Optional.empty();
    }

    private HttpServer listen(Meters meters) {
        try {
            return HttpServer.start(config.http(), useCases, meters.registry());
        } catch (UncheckedIOException refused) {
            throw RefusedAddress.of(config.http().listen(), refused.getCause());
        } catch (IllegalArgumentException unsuitable) {
            throw new StartException(unsuitable.getMessage(), unsuitable);
        }
    }

    /** What it is set to. */
    Config config() {
        return config;
    }

    /** The port that it listens on. */
    int port() {
        return server.port();
    }

    /** The port that the operator asks on. */
    int adminPort() {
        return admin.port();
    }

    /** What a client can ask of it, without the way over HTTP. */
    UseCases useCases() {
        return useCases;
    }

    /** Whether its database has come, at one time or another. */
    boolean hasItsDatabase() {
        return arrival.hasCome();
    }

    /** Whether the sample office was wanted but the database held a practice before. */
    boolean sampleWasLeftOut() {
        return sampleWasLeftOut;
    }

    /** Lets requests in flight finish and stops every part, even of one that is starting. A second call only waits. */
    @Override
    public void close() {
        parts.close();
    }
}
