package proctp.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<Labels, Timer> timers = new ConcurrentHashMap<>();

    /** What requests are told apart by. */
    private record Labels(String method, String route, int status) {
    }

    private RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The counters of a server, which has its handlers already. */
    static RequestMetrics of(Server server, Followers followers, MeterRegistry registry) {
        Gauge.builder("proctp.followers", followers, Followers::count)
                .description("Clients that follow the change feed").register(registry);
        Gauge.builder("http.server.connections", server, RequestMetrics::connections)
                .description("Connections of clients that are open").register(registry);
        Gauge.builder("http.server.requests.active", server.getDescendant(GracefulHandler.class),
                GracefulHandler::getCurrentRequestCount)
                .description("Requests that are being answered").register(registry);
        return new RequestMetrics(registry);
    }

    @Override
    public void log(Request request, Response response) {
        // how long a client listened is nothing that anybody waited for
        if (Exchange.of(request).stream().isEmpty()) {
            time(request, response);
        }
        String errorCode = response.getHeaders().get(Errors.CODE_HEADER);
        if (errorCode != null) {
            registry.counter("proctp.refusals", "code", errorCode).increment();
        }
    }

    private void time(Request request, Response response) {
        String route = Exchange.of(request).route();
        String method = String.valueOf(request.getMethod());
        timers.computeIfAbsent(new Labels(METHODS.contains(method) ? method : "other", route.isEmpty() ? "none" : route,
                response.getStatus()), this::timer).record(AccessLog.nanoseconds(request), TimeUnit.NANOSECONDS);
    }

    private Timer timer(Labels labels) {
        return Timer.builder("http.server.requests").description("Requests, and how long they took")
                .serviceLevelObjectives(BOUNDS)
                .tag("method", labels.method())
                .tag("route", labels.route())
                .tag("status", String.valueOf(labels.status()))
                .register(registry);
    }

    private static double connections(Server server) {
        return Arrays.stream(server.getConnectors()).mapToInt(connector -> connector.getConnectedEndPoints().size()).sum();
    }
}
