package proctp.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinLogger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import proctp.application.UseCases;

/** The API as a server: listens from {@link #start} to {@link #close}. */
public final class HttpServer implements AutoCloseable {

    /** The longest body that is read, in bytes: a ProcTP with every text at its limit and every character escaped fits. */
    static final int MAX_BODY = 256 * 1024;

    /** The longest request line and headers together, in bytes: a list of 1,000 plan numbers fits. */
    private static final int MAX_HEAD = 32 * 1024;

    /**
     * No encoded slashes or dot segments, which Javalin would let in; but empty segments, since clients put together a base
     * URL that ends in a slash and a path that begins with one.
     */
    private static final UriCompliance ADDRESSES =
            UriCompliance.DEFAULT.with("proctp", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT);

    /** How long requests in flight may go on when the server is told to stop. */
    private static final int STOP_MILLISECONDS = 10_000;

    /** The first Java release that has threads cheap enough to give one to every request. */
    private static final int VIRTUAL_THREADS = 21;

    private final Javalin javalin;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Starts to listen.
     *
     * @throws UncheckedIOException when the address cannot be had, caused by what the system says
     */
    public static HttpServer start(HttpSettings settings, UseCases useCases) {
        Routes routes = new Routes(settings, useCases);
        Javalin javalin = Javalin.create(config -> {
            quiet(config);
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.router.caseInsensitiveRoutes = true;
            config.router.treatMultipleSlashesAsSingleSlash = true;
            config.router.javaLangErrorHandler(Errors::fatal);
            config.concurrency.useVirtualThreads = Runtime.version().feature() >= VIRTUAL_THREADS;
            config.jetty.modifyHttpConfiguration(http -> {
                http.setRequestHeaderSize(MAX_HEAD);
                // or a key in another case passes on a connection that has carried the right one
                http.setHeaderCacheCaseSensitive(true);
                http.setUriCompliance(ADDRESSES);
            });
            config.jetty.modifyServletContextHandler(servlets -> servlets.setErrorHandler(new UnroutedErrors()));
            config.jetty.modifyServer(server -> edge(server, settings));
            routes.register(config.routes);
        });
        // it would log what is thrown here all the same
        JavalinLogger.enabled = false;
        try {
            return new HttpServer(javalin.start(settings.listen().host(), settings.listen().port()));
        } catch (JavalinBindException taken) {
            throw new UncheckedIOException(reason(taken));
        } finally {
            JavalinLogger.enabled = true;
        }
    }

    /** The port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Lets requests in flight finish, for a bounded time, and stops. */
    @Override
    public void close() {
        javalin.stop();
    }

    private static void quiet(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
    }

    /** What happens to a request before there is a route: from the outside in, the last one inserted is outermost. */
    private static void edge(Server server, HttpSettings settings) {
        server.insertHandler(new SizeLimitHandler(MAX_BODY, -1));
        server.insertHandler(new EdgeHandler(new CrossOrigin(settings.corsOrigins())));
        server.insertHandler(new GracefulHandler());
        server.setErrorHandler(new UnroutedErrors());
        server.setStopTimeout(STOP_MILLISECONDS);
    }

    private static IOException reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof IOException said ? said : new BindException(root.toString());
    }
}
