package proctp.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;

/**
 * Counts requests for the operator. Every label has few values, none of which a client can choose: never a practice, a key
 * or a record's number.
 */
final class RequestMetrics implements RequestLog {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** What an operator would want to promise: the share of requests that took no longer. */
    private static final Duration[] BOUNDS = IntStream.of(5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .mapToObj(Duration::ofMillis).toArray(Duration[]::new);

    private final MeterRegistry registry;

    private RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The counters of a server, which has its handlers already. */
    static RequestMetrics of(Server server, MeterRegistry registry) {
        Gauge.builder("http.server.connections", server, RequestMetrics::connections)
                .description("Connections of clients that are open").register(registry);
        Gauge.builder("http.server.requests.active", server.getDescendant(GracefulHandler.class),
                GracefulHandler::getCurrentRequestCount)
                .description("Requests that are being answered").register(registry);
        return new RequestMetrics(registry);
    }

    @Override
    public void log(Request request, Response response) {
        String route = Exchange.of(request).route();
        String method = String.valueOf(request.getMethod());
        Timer.builder("http.server.requests").description("Requests, and how long they took")
                .serviceLevelObjectives(BOUNDS)
                .tag("method", METHODS.contains(method) ? method : "other")
                .tag("route", route.isEmpty() ? "none" : route)
                .tag("status", String.valueOf(response.getStatus()))
                .register(registry)
                .record(AccessLog.nanoseconds(request), TimeUnit.NANOSECONDS);
        String errorCode = response.getHeaders().get(Errors.CODE_HEADER);
        if (errorCode != null) {
            registry.counter("proctp.refusals", "code", errorCode).increment();
        }
    }

    private static double connections(Server server) {
        return Arrays.stream(server.getConnectors()).mapToInt(connector -> connector.getConnectedEndPoints().size()).sum();
    }
}
