package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.port.Office;
import proctp.application.port.ProcTPs;

/** What clients see of a server that is told to stop. */
@Timeout(60)
class StoppingTest {

    private static final int CLIENTS = 20;
    private static final int BEFORE = 200;

    private final InMemoryServer server = InMemoryServer.thatSaysGoodbye();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch called = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);

    @AfterEach
    void end() {
        mayAnswer.countDown();
        threads.shutdownNow();
        server.close();
    }

    @Test
    void under_load_every_request_that_was_sent_before_is_answered() throws Exception {
        server.fresh();
        AtomicBoolean told = new AtomicBoolean();
        AtomicInteger answered = new AtomicInteger();
        CountDownLatch warm = new CountDownLatch(BEFORE);
        List<Future<?>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            boolean keepsConnection = i % 2 == 0;
            clients.add(threads.submit((Callable<Void>) () -> {
                call(keepsConnection, told, () -> {
                    answered.incrementAndGet();
                    warm.countDown();
                });
                return null;
            }));
        }
        warm.await();
        told.set(true);
        server.close();
        for (Future<?> client : clients) {
            client.get();
        }
        assertThat(answered.get()).isGreaterThan(BEFORE);
    }

    /** Sends requests, each on the last one's connection or on its own, until one of them may have been sent after the signal. */
    private void call(boolean keepsConnection, AtomicBoolean told, Runnable answered) {
        String request = Wire.READ + (keepsConnection ? "\r\n" : "Connection: close\r\n\r\n");
        Wire wire = null;
        while (true) {
            try {
                wire = wire == null ? new Wire(server.port()) : wire;
                wire.send(request);
            } catch (RuntimeException nobodyThere) {
                assertThat(told).as(nobodyThere.toString()).isTrue();
                return;
            }
            if (told.get()) {
                return;
            }
            String answer = wire.answer();
            assertThat(answer).startsWith("HTTP/1.1 200 ");
            answered.run();
            if (answer.contains("Connection: close")) {
                wire.close();
                wire = null;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Wire.READ + "\r\n", Wire.UPDATE + "Content-Length: 2\r\n\r\n{}"})
    void a_request_in_flight_is_answered_and_told_that_its_connection_closes(String request) throws Exception {
        server.serve(officeThatTakesItsTime());
        Wire slow = new Wire(server.port()).send(request);
        called.await();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
        // the stop has begun once somebody who comes late is told so
        String late;
        do {
            late = new Wire(server.port()).send("GET /treatplans HTTP/1.1\r\nHost: x\r\n" + Wire.KEY + "\r\n").answer();
            assertThat(late).startsWith("HTTP/1.1 200 ");
        } while (!late.contains("\r\nConnection: close\r\n"));
        // the grace is over once nobody listens any more
        while (listens()) {
            Thread.onSpinWait();
        }
        assertThat(stopped).as("the stop waits").failsWithin(1_500, TimeUnit.MILLISECONDS);
        mayAnswer.countDown();
        assertThat(slow.rest()).startsWith("HTTP/1.1 200 ").contains("\r\nConnection: close\r\n");
        assertThat(stopped).succeedsWithin(2, TimeUnit.SECONDS);
    }

    @Test
    void a_body_that_is_half_sent_may_still_arrive() {
        server.fresh();
        Wire slow = new Wire(server.port()).send(Wire.UPDATE + "Content-Length: 12\r\n\r\n{\"Surf\":");
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
        while (listens()) {
            Thread.onSpinWait();
        }
        assertThat(stopped).as("the stop waits").failsWithin(1_500, TimeUnit.MILLISECONDS);
        assertThat(slow.send("\"M\"}").rest()).startsWith("HTTP/1.1 200 ").contains("\"Surf\":\"M\"", "\r\nConnection: close\r\n");
        assertThat(stopped).succeedsWithin(2, TimeUnit.SECONDS);
    }

    @Test
    void connections_that_idle_do_not_hold_it() {
        server.fresh();
        Wire idle = new Wire(server.port()).send(Wire.READ + "\r\n");
        Wire silent = new Wire(server.port());
        Wire half = new Wire(server.port()).send("GET /treat");
        assertThat(idle.answer()).startsWith("HTTP/1.1 200 ");
        assertThat(CompletableFuture.runAsync(server::close)).succeedsWithin(2_500, TimeUnit.MILLISECONDS);
        assertThat(idle.rest() + silent.rest() + half.rest()).isEmpty();
    }

    @Test
    void streams_of_events_end_at_once() {
        server.fresh();
        Wire stream = new Wire(server.port()).send("GET /changes HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n" + Wire.KEY + "\r\n");
        assertThat(stream.head()).startsWith("HTTP/1.1 200 ");
        Wire notTaken = new Wire(server.port()).send("GET /changes HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n" + Wire.KEY + "\r\n");
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
        assertThat(stream.rest()).endsWith("\r\n0\r\n\r\n");
        assertThat(stopped).succeedsWithin(2_500, TimeUnit.MILLISECONDS);
        assertThat(notTaken.rest()).startsWith("HTTP/1.1 ");
    }

    /** Waits as long as the limits are. */
    @Tag("faults")
    @Test
    void a_request_that_never_ends_does_not_hold_it_for_ever() throws Exception {
        server.serve(officeThatTakesItsTime());
        new Wire(server.port()).send(Wire.READ + "\r\n");
        called.await();
        assertThat(CompletableFuture.runAsync(server::close)).succeedsWithin(15, TimeUnit.SECONDS);
    }

    private boolean listens() {
        try (Wire any = new Wire(server.port())) {
            return any != null;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    private Office officeThatTakesItsTime() {
        Office sample = InMemoryServer.sampleOffice();
        ProcTPs procTPs = mock(ProcTPs.class, call -> {
            called.countDown();
            mayAnswer.await();
            return call.getMethod().invoke(sample.procTPs(), call.getArguments());
        });
        Office office = spy(sample);
        doReturn(procTPs).when(office).procTPs();
        return office;
    }
}
