package proctp.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import proctp.application.Change;
import proctp.application.ChangeFilter;
import proctp.application.port.Changes;
import proctp.application.port.Office;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;
import proctp.contract.wire.WireEvents;

/** Those who follow the change feed from far behind, and are slow to take it. */
@Timeout(60)
class SlowFollowersTest {

    private static final int MILLION = 1_000_000;

    private final AtomicInteger read = new AtomicInteger();
    private final List<Socket> sockets = new ArrayList<>();
    private volatile long last = MILLION;
    private InMemoryServer server;

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    private void serve(Duration patience, Duration answerTime, long held) {
        HttpSettings.Limits limits = new HttpSettings.Limits(256 * 1024, 32 * 1024, 16 * 1024, 16, 10_000, Duration.ofSeconds(30),
                answerTime, held);
        server = new InMemoryServer(TestSettings.with(limits),
                new Following(Duration.ofMillis(100), Duration.ofMillis(200), patience, 100, 100));
        server.serve(officeWithManyChanges());
    }

    /** An office with so many changes that nobody could keep them. */
    private Office officeWithManyChanges() {
        Office office = spy(InMemoryServer.sampleOffice());
        Change any = office.changes().list(SampleOffice.practices(InMemoryServer.SECRET, TestSettings.USUAL.zone()).get(0)
                .apiKeys().get(0).caller(), ChangeFilter.ALL, 2).get(1);
        Changes changes = mock(Changes.class);
        when(changes.last(any())).thenAnswer(call -> Map.of(SampleOffice.PRACTICE, last));
        when(changes.list(any(), any(), anyInt())).thenAnswer(call -> {
            read.incrementAndGet();
            long after = call.<ChangeFilter>getArgument(1).after();
            return LongStream.rangeClosed(after + 1, Math.min(last, after + call.<Integer>getArgument(2)))
                    .mapToObj(num -> new Change(num, any.moment(), any.author(), any.procTP(), any.treatPlan())).toList();
        });
        doReturn(changes).when(office).changes();
        return office;
    }

    /** A client whose system takes little that it does not read. */
    private Socket ask(String path) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(10_000);
        socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
        sockets.add(socket);
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n" + Wire.KEY + "\r\n")
                .getBytes(ISO_8859_1));
        return socket;
    }

    private double followers() {
        return server.registry().get("proctp.followers").gauge().value();
    }

    private void untilNothingMoreIsRead() throws InterruptedException {
        int before = -1;
        while (before != read.get()) {
            before = read.get();
            Thread.sleep(700);
        }
    }

    @Test
    void X6_of_a_million_changes_no_more_is_read_than_is_taken() throws Exception {
        serve(Duration.ofSeconds(30), TestSettings.ANSWER_TIME, TestSettings.HELD);
        Socket slow = ask("/changes");
        untilNothingMoreIsRead();
        int parts = read.get();
        // what the systems of both ends take by themselves is a few megabytes, and each part is 64 KiB
        assertThat(parts).isBetween(1, 200);
        BufferedReader answer = new BufferedReader(new InputStreamReader(slow.getInputStream(), UTF_8));
        for (long num = 1; num <= 5_000; num++) {
            assertThat(next(answer)).isEqualTo(num);
        }
        assertThat(read.get()).isGreaterThan(parts);
    }

    private static long next(BufferedReader answer) throws IOException {
        String line = answer.readLine();
        while (!line.startsWith("id: ")) {
            line = answer.readLine();
        }
        return Long.parseLong(line.substring(4));
    }

    @Test
    void X6_who_takes_nothing_is_cut_off_while_others_go_on() throws Exception {
        serve(Duration.ofMillis(500), TestSettings.ANSWER_TIME, TestSettings.HELD);
        ask("/changes");
        try (WireEvents good = office().listen("/changes?After=" + MILLION)) {
            good.block();
            assertThat(followers()).isEqualTo(2);
            for (int i = 0; i < 100 && followers() == 2; i++) {
                last++;
                assertThat(good.event().id()).isEqualTo(String.valueOf(last));
            }
            assertThat(followers()).isEqualTo(1);
            last++;
            assertThat(good.event().id()).isEqualTo(String.valueOf(last));
        }
    }

    @Test
    void X6_who_takes_everything_may_listen_for_longer_than_any_other_answer_may_take() throws Exception {
        serve(Duration.ofSeconds(1), Duration.ofMillis(250), TestSettings.HELD);
        try (WireEvents good = office().listen("/changes?After=" + MILLION)) {
            for (int i = 0; i < 6; i++) {
                assertThat(good.block()).containsExactly(": ");
            }
        }
    }

    @Test
    void X6_who_is_slow_takes_up_the_room_that_there_is_and_no_more() throws Exception {
        serve(Duration.ofSeconds(30), TestSettings.ANSWER_TIME, 1_000);
        Socket slow = ask("/changes");
        untilNothingMoreIsRead();
        try (WireEvents waits = office().listen("/changes")) {
            for (int i = 0; i < 4; i++) {
                assertThat(waits.block()).containsExactly(": ");
            }
            slow.close();
            for (long num = 1; num <= 200; num++) {
                assertThat(waits.event().id()).isEqualTo(String.valueOf(num));
            }
        }
    }

    private WireClient office() {
        return WireClient.of(URI.create("http://127.0.0.1:" + server.port()), SampleOffice.CUSTOMER_KEY);
    }
}
