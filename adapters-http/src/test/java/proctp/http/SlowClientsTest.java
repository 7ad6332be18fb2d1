package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** Clients that are slow, or only pretend to be clients. */
@Timeout(60)
class SlowClientsTest {

    private static final int MANY = 300;
    private static final int CONNECTIONS = 400;

    private static final HttpSettings IMPATIENT = TestSettings.with(new HttpSettings.Limits(256 * 1024,
            32 * 1024, 16 * 1024, 16, CONNECTIONS, Duration.ofSeconds(2), TestSettings.ANSWER_TIME, TestSettings.HELD));
    private static final InMemoryServer SERVER = new InMemoryServer(IMPATIENT);

    /** Full at times, so that others find no room there. */
    private static final InMemoryServer CROWDED = new InMemoryServer(IMPATIENT);

    /** Their requests may take longer than a test. */
    private static final InMemoryServer PATIENT = new InMemoryServer();

    private final WireClient office = WireClient.of(SERVER.fresh(), SampleOffice.CUSTOMER_KEY);
    private final List<Wire> wires = new ArrayList<>();

    @AfterEach
    void hangUp() {
        wires.forEach(Wire::close);
    }

    /** Not before the last of those who hung up has its line in the log, which another test may read. */
    @AfterAll
    static void stop() {
        SERVER.close();
        CROWDED.close();
        PATIENT.close();
    }

    @Test
    void others_are_served_while_more_bodies_are_half_sent_than_there_are_threads() {
        WireClient other = WireClient.of(PATIENT.fresh(), SampleOffice.CUSTOMER_KEY);
        for (int i = 0; i < MANY; i++) {
            connect(PATIENT).send(Wire.UPDATE + "Content-Length: 20\r\n\r\n{\"Surf\":");
        }
        assertThat(CompletableFuture.supplyAsync(() -> {
            other.get("/proctps?TreatPlanNum=963");
            return other.put("/proctps/293", "{\"Surf\":\"B\"}").statusCode();
        }, OwnThreads.EACH)).succeedsWithin(2, TimeUnit.SECONDS).isEqualTo(200);
    }

    @Test
    void a_body_that_was_half_sent_is_taken_when_the_rest_comes() {
        Wire slow = connect(SERVER).send(Wire.UPDATE + "Content-Length: 12\r\n\r\n{\"Surf\":");
        assertThat(office.get("/treatplans").statusCode()).isEqualTo(200);
        assertThat(slow.send("\"M\"}").answer()).startsWith("HTTP/1.1 200 ").contains("\"Surf\":\"M\"");
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void B9_a_body_that_drips_is_cut_off_and_told_so() {
        Wire slow = connect(SERVER).send(Wire.UPDATE + "Content-Length: 2000\r\n\r\n");
        assertThat(restWhileDripping(slow, " ")).startsWith("HTTP/1.1 400 ").contains("Error-Code: REQUEST_INVALID", "Connection: close")
                .endsWith("\"The request did not arrive within 2 seconds.\"");
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void headers_that_drip_are_cut_off() {
        Wire slow = connect(SERVER).send("GET /treatplans HTTP/1.1\r\nHost: x\r\nX: ");
        assertThat(CompletableFuture.supplyAsync(() -> restWhileDripping(slow, "x"), OwnThreads.EACH)).succeedsWithin(8, TimeUnit.SECONDS);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void the_time_counts_from_each_requests_first_byte_and_not_from_the_connections() {
        Wire patient = connect(SERVER);
        for (int i = 0; i < 8; i++) {
            assertThat(patient.send(Wire.READ).send("X: y\r\n\r\n").answer()).startsWith("HTTP/1.1 200 ");
            pause(400);
        }
    }

    @Test
    void connections_that_idle_make_room_when_there_are_too_many() {
        CROWDED.fresh();
        for (int i = 0; i < CONNECTIONS; i++) {
            connect(CROWDED).send("GET /treatplans HTTP/1.1\r\nHost: x\r\n\r\n");
        }
        wires.forEach(Wire::answer);
        assertThat(CompletableFuture.supplyAsync(() -> connect(CROWDED).send(Wire.READ + "\r\n").answer(), OwnThreads.EACH))
                .succeedsWithin(10, TimeUnit.SECONDS).asString().startsWith("HTTP/1.1 200 ");
    }

    @Test
    void connections_that_send_nothing_but_empty_lines_make_room_too() {
        CROWDED.fresh();
        for (int i = 0; i < CONNECTIONS; i++) {
            connect(CROWDED);
        }
        List<Wire> idle = List.copyOf(wires);
        Wire honest = connect(CROWDED).send(Wire.READ + "\r\n");
        CompletableFuture<String> other = CompletableFuture.supplyAsync(honest::answer, OwnThreads.EACH);
        for (int i = 0; i < 80 && !other.isDone(); i++) {
            idle.forEach(SlowClientsTest::emptyLine);
            pause(100);
        }
        assertThat(other).isCompletedWithValueMatching(answer -> answer.startsWith("HTTP/1.1 200 "));
    }

    private static void emptyLine(Wire idle) {
        try {
            idle.send("\r\n");
        } catch (UncheckedIOException closed) {
            // has made room
        }
    }

    @Test
    void A8_a_client_without_a_good_key_is_answered_before_its_body() {
        Wire stranger = connect(SERVER).send("PUT /proctps/976 HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 20\r\n\r\n");
        assertThat(stranger.rest()).startsWith("HTTP/1.1 401 ").doesNotContain("100 Continue");
    }

    @Test
    void a_client_that_asks_before_it_sends_its_body_is_told_to() {
        Wire careful = connect(SERVER).send(Wire.UPDATE + "Connection: close\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        assertThat(careful.head()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
        assertThat(careful.send("{}").rest()).startsWith("HTTP/1.1 200 ");
    }

    private Wire connect(InMemoryServer server) {
        Wire wire = new Wire(server.port());
        wires.add(wire);
        return wire;
    }

    /** What comes until the server closes, while one byte is sent each tenth of a second. */
    private static String restWhileDripping(Wire slow, String drop) {
        CompletableFuture<String> rest = CompletableFuture.supplyAsync(slow::rest, OwnThreads.EACH);
        while (!rest.isDone()) {
            try {
                slow.send(drop);
            } catch (UncheckedIOException closed) {
                break;
            }
            pause(100);
        }
        return rest.join();
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
