package proctp.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import io.javalin.util.JavalinLogger;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import proctp.application.UseCases;

/** The API as a server: listens from {@link #start} to {@link #close}. */
public final class HttpServer implements AutoCloseable {

    /**
     * No encoded slashes or dot segments, which Javalin would let in; but empty segments, since clients put together a base
     * URL that ends in a slash and a path that begins with one.
     */
    private static final UriCompliance ADDRESSES =
            UriCompliance.DEFAULT.with("proctp", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT);

    /** Room for 1000 numbers of plans in Not-Found, as many in Link, and all else. */
    private static final int RESPONSE_HEADERS = 64 * 1024;

    /** How long requests in flight may go on when the server is told to stop. */
    private static final int STOP_MILLISECONDS = 10_000;

    /**
     * How long the server goes on as if nothing were when it is told to stop, but for saying goodbye in each answer: what
     * clients have sent by then is still on its way, in the network or in the system's queues.
     */
    static final Duration FAREWELL = Duration.ofSeconds(1);

    /**
     * The threads that serve requests. Virtual ones were measured beside them on JDK 25: a request that waits for a database takes a tenth
     * more work there, and one in a hundred several times as long.
     */
    static final int THREADS = 1_024;

    /** How many requests may wait at once, for a database say: half of the threads are left for what need not wait. */
    public static final int WAITING = THREADS / 2;

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final HttpSettings settings;
    private final Optional<ServerCertificate> certificate;
    private final Duration farewell;
    private final Followers followers;
    private final Javalin javalin;
    private Listener listener;

    private HttpServer(HttpSettings settings, UseCases useCases, MeterRegistry registry, Following following, Duration farewell,
                       Function<Companion.Asked, Companion> companions) {
        this.settings = settings;
        this.farewell = farewell;
        certificate = settings.listen().tls().map(ServerCertificate::new);
        followers = new Followers(useCases.changes(), following, settings.limits().held());
        Routes routes = new Routes(settings, useCases, followers);
        javalin = Javalin.create(config -> {
            quiet(config);
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.router.caseInsensitiveRoutes = true;
            config.router.treatMultipleSlashesAsSingleSlash = true;
            config.router.javaLangErrorHandler(Errors::fatal);
            config.jetty.threadPool = threads();
            config.jetty.modifyHttpConfiguration(this::configure);
            config.jetty.modifyServletContextHandler(servlets -> servlets.setErrorHandler(errors()));
            config.jetty.modifyServer(server -> edge(server, registry, companions));
            config.jetty.addConnector((server, http) -> {
                listener = new Listener(server, http, settings, certificate);
                return listener.connector();
            });
            routes.register(config.routes);
        });
    }

    /**
     * Starts to listen.
     *
     * @param registry where requests are counted
     * @throws IllegalArgumentException when the files for TLS do not hold what they should; it says which and why
     * @throws UncheckedIOException     when the address cannot be had, caused by what the system says
     */
    public static HttpServer start(HttpSettings settings, UseCases useCases, MeterRegistry registry) {
        return start(settings, useCases, registry, Following.USUAL, FAREWELL);
    }

    /**
     * As the first, but clients may follow the change feed in this way.
     *
     * @param farewell how long the server goes on when it is told to stop
     */
    static HttpServer start(HttpSettings settings, UseCases useCases, MeterRegistry registry, Following following, Duration farewell) {
        return start(new HttpServer(settings, useCases, registry, following, farewell, asked -> Companion.NONE));
    }

    /** As {@link Companion#serve}, which is the way to it, says. */
    static HttpServer start(HttpSettings settings, UseCases useCases, MeterRegistry registry,
                            Function<Companion.Asked, Companion> companions) {
        return start(new HttpServer(settings, useCases, registry, Following.USUAL, Duration.ZERO, companions));
    }

    private static HttpServer start(HttpServer server) {
        // it would log what is thrown here all the same
        JavalinLogger.enabled = false;
        try {
            server.javalin.start();
            return server;
        } catch (JavalinBindException taken) {
            throw new UncheckedIOException(reason(taken));
        } finally {
            JavalinLogger.enabled = true;
        }
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("http");
        return threads;
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Answers what has been sent by now, lets requests in flight finish, for a bounded time, and stops. */
    @Override
    public void close() {
        if (stopping.compareAndSet(false, true)) {
            followers.close();
            try {
                Thread.sleep(farewell.toMillis());
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
            listener.leave();
            stop();
        }
    }

    private void stop() {
        // it would log what is thrown here all the same
        JavalinLogger.enabled = false;
        try {
            javalin.stop();
        } catch (JavalinException stuck) {
            LOG.warn("Requests were still going on {} seconds after the stop began, and were given up",
                    STOP_MILLISECONDS / 1000);
        } finally {
            JavalinLogger.enabled = true;
        }
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    private void configure(HttpConfiguration http) {
        http.setRequestHeaderSize(settings.limits().headers());
        http.setMaxResponseHeaderSize(RESPONSE_HEADERS);
        // or a key in another case passes on a connection that has carried the right one
        http.setHeaderCacheCaseSensitive(true);
        http.setUriCompliance(ADDRESSES);
        // a line ends in both its characters: a proxy in front that takes one alone for text would see other headers
        http.setHttpCompliance(HttpCompliance.STRICT);
    }

    /** What happens to a request before there is a route: from the outside in, the last one inserted is outermost. */
    private void edge(Server server, MeterRegistry registry, Function<Companion.Asked, Companion> companions) {
        // when threads are few, it would give every connection a second of silence, in the midst of a body too
        server.removeBean(server.getBean(LowResourceMonitor.class));
        server.insertHandler(new EdgeHandler(settings, stopping::get, companions));
        server.insertHandler(new GracefulHandler());
        server.setErrorHandler(errors());
        server.setRequestLog(new RequestLog.Collection(RequestMetrics.of(server, followers, registry),
                new AccessLog(new ClientAddress(settings.throttle().trustedProxies()))));
        server.setStopTimeout(STOP_MILLISECONDS);
    }

    private UnroutedErrors errors() {
        return new UnroutedErrors(new Framing(settings.limits()));
    }

    static IOException reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof IOException said ? said : new BindException(root.toString());
    }
}
