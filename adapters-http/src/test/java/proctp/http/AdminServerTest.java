package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.port.Probe;
import proctp.contract.wire.WireClient;

/** What the operator's port answers. Some of it takes seconds, and each test has a port of its own. */
@Execution(ExecutionMode.CONCURRENT)
class AdminServerTest {

    private final AtomicReference<Probe> database = new AtomicReference<>(Optional::empty);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AdminServer admin = AdminServer.start("127.0.0.1", 0,
            Map.of("database", () -> database.get().trouble(), "paper", Optional::empty),
            () -> "proctp_requests_total 7.0\n", () -> Map.of("version", "1.2.3"));
    private final List<Wire> wires = new ArrayList<>();
    private final WireClient operator = WireClient.anonymous(URI.create("http://127.0.0.1:" + admin.port()));

    @AfterEach
    void stop() {
        released.countDown();
        wires.forEach(Wire::close);
        admin.close();
    }

    @Test
    void it_is_live_and_ready_while_all_its_parts_work() {
        assertThat(answer("/live")).isEqualTo("200 {\"status\":\"live\"}");
        assertThat(answer("/ready")).isEqualTo("200 {\"status\":\"ready\"}");
    }

    @Test
    void it_is_live_but_not_ready_while_a_part_does_not_and_says_which_and_why() {
        database.set(() -> Optional.of("It cannot be reached."));
        assertThat(answer("/live")).startsWith("200 ");
        assertThat(answer("/ready"))
                .isEqualTo("503 {\"status\":\"not ready\",\"parts\":{\"database\":\"It cannot be reached.\"}}");
        database.set(Optional::empty);
        assertThat(answer("/ready")).startsWith("200 ");
    }

    @Test
    void a_part_that_fails_is_named_with_its_failure_and_not_its_words() {
        database.set(() -> {
            throw new IllegalStateException("Smith");
        });
        assertThat(answer("/ready")).isEqualTo("503 {\"status\":\"not ready\",\"parts\":"
                + "{\"database\":\"failed: java.lang.IllegalStateException\"}}");
    }

    @Test
    @Timeout(30)
    void a_part_that_hangs_holds_nobody_up_and_is_asked_only_once() {
        AtomicInteger asked = new AtomicInteger();
        database.set(() -> {
            asked.incrementAndGet();
            await(released);
            return Optional.empty();
        });
        String late = "503 {\"status\":\"not ready\",\"parts\":{\"database\":\"It has not answered within 3 seconds.\"}}";
        long began = System.nanoTime();
        assertThat(answer("/ready")).isEqualTo(late);
        assertThat(answer("/ready")).isEqualTo(late);
        assertThat((System.nanoTime() - began) / 1_000_000).isBetween(5_900L, 9_000L);
        assertThat(answer("/live")).startsWith("200 ");
        assertThat(asked).hasValue(1);
    }

    @Test
    @Timeout(30)
    void no_thread_waits_for_a_part_that_hangs() {
        database.set(() -> {
            await(released);
            return Optional.empty();
        });
        for (int i = 0; i < 20; i++) {
            connect().send("GET /ready HTTP/1.1\r\nHost: x\r\n\r\n");
        }
        long began = System.nanoTime();
        assertThat(answer("/live")).startsWith("200 ");
        assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(2_000);
        wires.forEach(wire -> assertThat(wire.answer()).startsWith("HTTP/1.1 503 ").endsWith("within 3 seconds.\"}}"));
    }

    @Test
    @Timeout(30)
    void a_request_that_drips_is_cut_off() {
        Wire slow = connect().send("GET /live HTTP/1.1\r\nX: ");
        assertThatThrownBy(() -> {
            for (int i = 0; i < 80; i++) {
                slow.send("x");
                Thread.sleep(100);
            }
        }).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    @Timeout(30)
    void connections_that_idle_make_room_when_there_are_too_many() {
        for (int i = 0; i < 100; i++) {
            connect();
        }
        long began = System.nanoTime();
        assertThat(answer("/live")).startsWith("200 ");
        assertThat((System.nanoTime() - began) / 1_000_000).as("it has waited for its turn").isGreaterThan(2_000);
    }

    @Test
    void it_is_not_ready_from_the_moment_when_it_is_told_to_stop() {
        admin.stopping();
        assertThat(answer("/ready"))
                .isEqualTo("503 {\"status\":\"not ready\",\"parts\":{\"service\":\"It is stopping.\"}}");
        assertThat(answer("/live")).startsWith("200 ");
    }

    @Test
    void metrics_are_in_the_text_format_of_prometheus() {
        HttpResponse<String> metrics = operator.send("GET", "/metrics");
        assertThat(metrics.body()).isEqualTo("proctp_requests_total 7.0\n");
        assertThat(metrics.headers().firstValue("Content-Type")).contains("text/plain; version=0.0.4; charset=utf-8");
    }

    @Test
    void info_tells_what_runs() {
        assertThat(answer("/info")).isEqualTo("200 {\"version\":\"1.2.3\"}");
    }

    @ParameterizedTest
    @CsvSource({"GET, /, 404", "GET, /nosuch, 404", "GET, /live/, 404", "POST, /live, 400", "DELETE, /ready, 400", "TRACE, /info, 400"})
    void anything_else_is_refused_in_JSON(String method, String path, int status) {
        HttpResponse<String> refused = operator.send(method, path);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.body()).startsWith("\"").endsWith("\"");
        assertThat(refused.headers().firstValue("Error-Code")).isPresent();
    }

    @Test
    void what_is_no_request_is_refused_in_JSON_too() {
        assertThat(operator.raw("GET /live HTTP/9\r\n\r\n")).startsWith("HTTP/1.1 505 ").contains("VERSION_UNKNOWN")
                .doesNotContain("<html", "Server:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/live", "/ready", "/metrics", "/info", "/nosuch"})
    void every_answer_is_for_now_and_does_not_say_what_serves_it(String path) {
        HttpResponse<String> get = operator.send("GET", path);
        assertThat(get.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(get.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(get.headers().map()).doesNotContainKey("Server");
        HttpResponse<String> head = operator.send("HEAD", path);
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length")).isEqualTo(get.headers().firstValue("Content-Length"));
    }

    @Test
    void a_port_that_is_taken_is_said_as_the_system_says_it() {
        assertThatThrownBy(() -> AdminServer.start("127.0.0.1", admin.port(), Map.of(), () -> "", Map::of))
                .isInstanceOf(UncheckedIOException.class).hasCauseInstanceOf(BindException.class);
    }

    private Wire connect() {
        Wire wire = new Wire(admin.port());
        wires.add(wire);
        return wire;
    }

    private String answer(String path) {
        HttpResponse<String> answer = operator.send("GET", path);
        return answer.statusCode() + " " + answer.body();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
