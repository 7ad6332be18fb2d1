package proctp.http;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;
import proctp.domain.Refusal;

/** What an operator counts. */
class RequestMetricsTest {

    private static final Set<String> LABELS = Set.of("method", "route", "status", "code", "le");

    private final InMemoryServer server = new InMemoryServer();
    private final MeterRegistry registry = server.registry();
    private final WireClient office = SeenClient.of(server.fresh(), SampleOffice.CUSTOMER_KEY);
    private LogLines log;

    @BeforeEach
    void watch() {
        log = new LogLines("proctp.access");
    }

    @AfterEach
    void leave() {
        log.close();
    }

    @Test
    void requests_are_timed_by_method_route_and_status() throws InterruptedException {
        send("GET", "/api/v1/proctps?TreatPlanNum=963");
        send("GET", "/PROCTPS?TreatPlanNum=990");
        send("DELETE", "/proctps/293");
        assertThat(requests("GET", "/proctps", "200").count()).isEqualTo(2);
        assertThat(requests("DELETE", "/proctps/{ProcTPNum}", "200").count()).isEqualTo(1);
        assertThat(requests("GET", "/proctps", "200").takeSnapshot().histogramCounts()).hasSize(11);
    }

    @Test
    void refusals_are_counted_by_code() throws InterruptedException {
        send("GET", "/proctps");
        send("GET", "/proctps?TreatPlanNum=999998");
        send("GET", "/proctps?TreatPlanNum=999999");
        assertThat(registry.get("proctp.refusals").tag("code", "PARAMETER_REQUIRED").counter().count()).isEqualTo(1);
        assertThat(registry.get("proctp.refusals").tag("code", "TREAT_PLAN_NOT_FOUND").counter().count()).isEqualTo(2);
    }

    @Test
    void connections_and_requests_under_way_are_there_to_see() throws InterruptedException {
        send("GET", "/definitions");
        assertThat(registry.get("http.server.connections").gauge().value()).isPositive();
        assertThat(registry.get("http.server.requests.active").gauge().value()).isNotNaN();
    }

    @Test
    void no_label_has_a_practice_a_key_a_number_or_anything_that_a_client_can_choose() throws InterruptedException {
        send("GET", "/proctps?TreatPlanNum=963");
        send("GET", "/treatplans?PatNum=1234");
        send("PUT", "/proctps/293");
        send("GET", "/proctps/4711/nosuch");
        send("GET", "/nosuch");
        send("NOSUCH", "/proctps");
        send("OPTIONS", "/proctps/4711");
        SeenClient.of(server.fresh(), "NOSUCHCUSTOMERKY").get("/proctps");
        log.next();
        SeenClient.anonymous(server.fresh()).raw("GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        log.next();
        Set<String> routes = Stream.concat(Stream.of("none", "/treatplans", "/definitions"),
                Stream.of("/proctps", "/proctps/{ProcTPNum}")).collect(toSet());
        Set<String> codes = Stream.of(Refusal.Kind.values()).map(Enum::name).collect(toSet());
        Set<Tag> seen = registry.getMeters().stream().map(Meter::getId).flatMap(id -> id.getTags().stream()).collect(toSet());
        assertThat(seen).hasSizeGreaterThan(10).allSatisfy(tag -> {
            assertThat(LABELS).contains(tag.getKey());
            switch (tag.getKey()) {
                case "method" -> assertThat(tag.getValue()).isIn("GET", "PUT", "OPTIONS", "other");
                case "route" -> assertThat(routes).contains(tag.getValue());
                case "status" -> assertThat(tag.getValue()).isIn("200", "400", "401", "404");
                case "le" -> assertThat(tag.getValue()).matches("[0-9.]+");
                default -> assertThat(codes).contains(tag.getValue());
            }
        });
    }

    private void send(String method, String path) throws InterruptedException {
        office.send(method, path);
        log.next();
    }

    private Timer requests(String method, String route, String status) {
        return registry.get("http.server.requests").tag("method", method).tag("route", route).tag("status", status).timer();
    }
}
