package proctp.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import proctp.application.port.Probe;
import proctp.domain.Refusal;

/**
 * Tells the operator, and the programs that watch for one, how the service is: {@code /live}, {@code /ready},
 * {@code /metrics} and {@code /info}. A port of its own with threads of its own, so that it answers when clients' requests
 * pile up, and without keys: it holds nothing of a practice.
 */
public final class AdminServer implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int IDLE_MILLISECONDS = 10_000;

    /** Nobody who asks for a page of this port sends a body, or much else, or takes long over it. */
    private static final HttpSettings.Limits LIMITS = new HttpSettings.Limits(
            0, 8 * 1024, 8 * 1024, 1, 64, Duration.ofSeconds(2), Duration.ofSeconds(10), 0);

    /** What Prometheus asks for when it asks for text. */
    private static final String METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final Server server = new Server(new QueuedThreadPool(THREADS, 2));
    private final Readiness readiness;
    private final Supplier<String> metrics;
    private final Supplier<Map<String, String>> info;
    private final ServerConnector connector;

    private AdminServer(Map<String, Probe> parts, Supplier<String> metrics, Supplier<Map<String, String>> info) {
        this.readiness = new Readiness(parts);
        this.metrics = metrics;
        this.info = info;
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LIMITS.headers());
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setIdleTimeout(IDLE_MILLISECONDS);
        connector.addBean(new SlowClients(connector, LIMITS));
        server.addBean(new NetworkConnectionLimit(LIMITS.connections(), connector));
        server.addConnector(connector);
        server.setErrorHandler(new UnroutedErrors(new Framing(LIMITS)));
        server.setHandler(new Pages());
    }

    /**
     * Starts to listen.
     *
     * @param host    the address to listen on
     * @param port    the port; 0 takes a free one
     * @param parts   what has to work for the service to be ready, by name
     * @param metrics all counters, in the text format of Prometheus
     * @param info    what runs, as names and values
     * @throws UncheckedIOException when the address cannot be had, caused by what the system says
     */
    public static AdminServer start(String host, int port, Map<String, Probe> parts, Supplier<String> metrics,
                                    Supplier<Map<String, String>> info) {
        AdminServer admin = new AdminServer(parts, metrics, info);
        admin.connector.setHost(host);
        admin.connector.setPort(port);
        try {
            admin.server.start();
            return admin;
        } catch (IOException refused) {
            admin.close();
            throw new UncheckedIOException(HttpServer.reason(refused));
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** From now on the service is not ready, whatever its parts say: nobody should send requests to it any more. */
    public void stopping() {
        readiness.stopping();
    }

    /** Stops at once. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception stuck) {
            throw new IllegalStateException(stuck);
        } finally {
            readiness.close();
        }
    }

    /** The four pages. */
    private final class Pages extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            EdgeHandler.prepare(request, response);
            String path = Request.getPathInContext(request);
            if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
                EdgeHandler.refuse(request, response, callback,
                        new Refusal(Refusal.Kind.METHOD_INVALID, "Only GET and HEAD are answered here."));
                return true;
            }
            switch (path) {
                case "/live" -> json(response, callback, 200, "live", Map.of());
                case "/ready" -> ready(response, callback);
                case "/metrics" -> write(response, callback, 200, METRICS, metrics.get().getBytes(UTF_8));
                case "/info" -> write(response, callback, 200, Answers.JSON, Json.bytes(json -> {
                    json.startObject();
                    info.get().forEach(json::text);
                    json.endObject();
                }));
                default -> EdgeHandler.refuse(request, response, callback, new Refusal(Refusal.Kind.RESOURCE_INVALID,
                        "There is nothing here but /live, /ready, /metrics and /info."));
            }
            return true;
        }

        private void ready(Response response, Callback callback) {
            readiness.trouble().thenAcceptAsync(trouble -> {
                boolean isReady = trouble.isEmpty();
                json(response, callback, isReady ? 200 : 503, isReady ? "ready" : "not ready", trouble);
            }, server.getThreadPool()).exceptionally(bug -> {
                callback.failed(bug);
                return null;
            });
        }
    }

    private static void json(Response response, Callback callback, int status, String word, Map<String, String> trouble) {
        write(response, callback, status, Answers.JSON, Json.bytes(json -> {
            json.startObject();
            json.text("status", word);
            if (!trouble.isEmpty()) {
                json.name("parts");
                json.startObject();
                trouble.forEach(json::text);
                json.endObject();
            }
            json.endObject();
        }));
    }

    private static void write(Response response, Callback callback, int status, String type, byte[] body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
