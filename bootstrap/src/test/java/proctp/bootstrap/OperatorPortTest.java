package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** The running service, as its operator sees it. */
class OperatorPortTest {

    private static final Pattern LABEL = Pattern.compile("[{,](\\w+)=\"([^\"]*)\"");
    private static final Set<String> LABELS_OF_REQUESTS = Set.of("method", "route", "status", "code", "le");
    private static final Set<String> LABELS_OF_MACHINERY = Set.of("pool", "area", "id", "action", "cause", "gc", "state");

    private static ServiceOnPostgres service;
    private static WireClient operator;

    @BeforeAll
    static void start() throws Exception {
        service = new ServiceOnPostgres();
        operator = WireClient.anonymous(URI.create("http://127.0.0.1:" + service.adminPort()));
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @Test
    void it_is_live_and_ready() {
        assertThat(operator.send("GET", "/live").body()).isEqualTo("{\"status\":\"live\"}");
        assertThat(operator.send("GET", "/ready").body()).isEqualTo("{\"status\":\"ready\"}");
    }

    @Test
    void it_tells_which_version_runs_on_which_tables_and_which_java() {
        assertThat(operator.send("GET", "/info").body()).matches("\\{\"version\":\"\\d[^\"$]*\",\"commit\":\"(unknown|[0-9a-f]{40})\","
                + "\"schemaVersion\":\"[0-9.]+\",\"java\":\"" + Pattern.quote(Runtime.version().toString()) + "\"}");
    }

    @Test
    void it_counts_requests_refusals_connections_and_the_JVM() throws Exception {
        call();
        assertThat(operator.send("GET", "/metrics").body()).contains("http_server_requests_seconds_bucket{", "proctp_refusals_total{",
                "http_server_connections", "http_server_requests_active", "hikaricp_connections_active", "jvm_memory_used_bytes",
                "jvm_gc_", "jvm_threads_live_threads", "process_cpu_usage", "process_uptime_seconds", "process_files_open_files");
    }

    @Test
    void no_label_has_a_practice_a_key_or_a_number_of_a_record() throws Exception {
        call();
        HttpResponse<String> metrics = operator.send("GET", "/metrics");
        assertThat(metrics.body().lines().filter(line -> !line.startsWith("#"))).allSatisfy(line ->
                assertThat(LABEL.matcher(line).results()).allSatisfy(label -> {
                    boolean isOurs = line.startsWith("http_") || line.startsWith("proctp_");
                    assertThat(isOurs ? LABELS_OF_REQUESTS : LABELS_OF_MACHINERY).as(line).contains(label.group(1));
                }));
        // the value at a line's end is any number
        assertThat(metrics.body().lines().map(line -> line.replaceFirst(" [^ ]*$", ""))).allSatisfy(line ->
                assertThat(line).doesNotContain("963", "1234", "Demo", "DEMO"));
    }

    private static void call() throws Exception {
        WireClient office = WireClient.of(service.fresh(), SampleOffice.CUSTOMER_KEY);
        office.get("/proctps?TreatPlanNum=963");
        office.get("/treatplans?PatNum=1234");
        office.put("/proctps/963", "{}");
        office.get("/nosuch/963");
        // a request is counted once its answer is out: these come on the same connection, after the ones to be counted
        office.get("/definitions");
    }
}
