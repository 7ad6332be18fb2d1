package proctp.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.port.Definitions;
import proctp.application.port.Office;
import proctp.application.port.ProcTPs;
import proctp.contract.wire.ServerUnderTest;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlanNum;

/** Clients that ask, and are slow to take the answers. */
@Timeout(60)
class SlowReadersTest {

    private static final int LEFT = 15;
    private static final int BUSY = HttpServer.THREADS - LEFT;

    private static final String ASK = Wire.READ + "\r\n";
    private static final String ASK_ONCE = Wire.READ + "Connection: close\r\n\r\n";
    private static final String ASK_FEW_ONCE = ASK_ONCE.replace("/proctps?TreatPlanNum=963", "/treatplans");
    private static final String ASK_FEW = ASK.replace("/proctps?TreatPlanNum=963", "/treatplans");

    private final List<Socket> sockets = new ArrayList<>();
    private InMemoryServer server;

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        server.close();
    }

    /** Most threads are held by the office: the system alone takes 3 MB of each answer, too much for as many as there are. */
    @Test
    void others_are_served_while_more_answers_are_not_taken_than_threads_are_left() throws Exception {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        serve(10_000, TestSettings.ANSWER_TIME, 1_000_000_000);
        Office office = officeWithLists(10_000);
        CountDownLatch busy = new CountDownLatch(BUSY);
        Definitions definitions = mock(Definitions.class, call -> {
            busy.countDown();
            mayGoOn.await();
            return List.of();
        });
        doReturn(definitions).when(office).definitions();
        server.serve(office);
        try {
            for (int i = 0; i < BUSY; i++) {
                ask(Wire.READ.replace("/proctps?TreatPlanNum=963", "/definitions") + "\r\n");
            }
            busy.await();
            for (int i = 0; i < LEFT + 10; i++) {
                // the first byte shows that the rest is on its way
                assertThat(ask(ASK).getInputStream().read()).isPositive();
            }
            assertThat(ask(ASK_FEW).getInputStream().read()).isPositive();
        } finally {
            mayGoOn.countDown();
        }
    }

    @Test
    void a_long_answer_arrives_whole_however_slowly_it_is_taken() throws Exception {
        serve(10_000, TestSettings.ANSWER_TIME, TestSettings.HELD);
        byte[] fast = ask(ASK_ONCE).getInputStream().readAllBytes();
        Socket slow = ask(ASK_ONCE);
        Thread.sleep(1_000);
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        for (byte[] some = some(slow); some.length > 0; some = some(slow)) {
            taken.write(some);
            Thread.sleep(5);
        }
        assertThat(body(taken.toByteArray())).hasSizeGreaterThan(5_000_000).isEqualTo(body(fast));
    }

    @Test
    void an_answer_that_is_taken_bit_by_bit_for_too_long_is_cut_off() throws Exception {
        serve(10_000, Duration.ofSeconds(1), TestSettings.HELD);
        Socket slow = ask(ASK_ONCE);
        InputStream answer = slow.getInputStream();
        for (int i = 0; i < 30; i++) {
            answer.readNBytes(1_000);
            Thread.sleep(100);
        }
        assertThat(rest(answer)).isLessThan(5_000_000);
    }

    @Test
    void a_long_list_that_has_no_room_is_refused_as_long_as_another_is_half_taken() throws Exception {
        serve(10_000, TestSettings.ANSWER_TIME, 1_000);
        Socket slow = ask(ASK_ONCE);
        assertThat(slow.getInputStream().read()).isPositive();
        try (LogLines log = new LogLines("proctp.access")) {
            assertThat(all(ask(ASK_ONCE))).startsWith("HTTP/1.1 503 ").contains("\r\nRetry-After: 2\r\n")
                    .endsWith("\"Too many long lists are half taken just now. Try again in a few seconds.\"");
            assertThat(log.nextFields()).contains(entry("status", 503), entry("errorCode", "UNAVAILABLE")).doesNotContainKey("rows");
            assertThat(all(ask(ASK_FEW_ONCE))).startsWith("HTTP/1.1 200 ");
            slow.close();
            String answer = all(ask(ASK_ONCE));
            for (int i = 0; i < 50 && !answer.startsWith("HTTP/1.1 200 "); i++) {
                answer = all(ask(ASK_ONCE));
            }
            assertThat(answer).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void an_answer_that_is_half_taken_may_still_be_taken_while_the_server_stops() throws Exception {
        serve(10_000, TestSettings.ANSWER_TIME, TestSettings.HELD);
        Socket slow = ask(ASK_ONCE);
        assertThat(slow.getInputStream().read()).isPositive();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::close);
        assertThat(stopped).as("the stop waits").failsWithin(1_500, TimeUnit.MILLISECONDS);
        assertThat(body(slow.getInputStream().readAllBytes())).endsWith("}]");
        assertThat(stopped).succeedsWithin(2, TimeUnit.SECONDS);
    }

    private void serve(int rows, Duration answerTime, long held) {
        server = new InMemoryServer(new HttpSettings(TestSettings.LISTEN, ServerUnderTest.ZONE, new HttpSettings.Pages(rows, rows),
                Set.of(), new HttpSettings.Limits(256 * 1024, 32 * 1024, 16 * 1024, 16, 10_000, Duration.ofSeconds(30),
                answerTime, held), TestSettings.THROTTLE));
        server.serve(officeWithLists(rows));
    }

    /** A sample office whose lists are so long. */
    static Office officeWithLists(int rows) {
        Office sample = InMemoryServer.sampleOffice();
        ProcTPs procTPs = mock(ProcTPs.class);
        when(procTPs.list(any(), any(TreatPlanNum.class), any())).thenAnswer(call -> {
            List<ProcTP> few = sample.procTPs().list(call.<Caller>getArgument(0), call.<TreatPlanNum>getArgument(1),
                    call.<Page>getArgument(2));
            return Collections.nCopies(rows, few.get(0));
        });
        Office office = spy(sample);
        doReturn(procTPs).when(office).procTPs();
        return office;
    }

    private Socket ask(String request) throws IOException {
        Socket socket = connect();
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        return socket;
    }

    /** A client whose system takes little that it does not read. */
    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(10_000);
        socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
        sockets.add(socket);
        return socket;
    }

    private static byte[] some(Socket socket) throws IOException {
        return socket.getInputStream().readNBytes(64 * 1024);
    }

    private static long rest(InputStream answer) {
        long rest = 0;
        byte[] some = new byte[64 * 1024];
        try {
            for (int read = answer.read(some); read >= 0; read = answer.read(some)) {
                rest += read;
            }
        } catch (IOException reset) {
            // cut off in the midst of it
        }
        return rest;
    }

    private static String all(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    private static String body(byte[] answer) {
        return new String(answer, ISO_8859_1).split("\r\n\r\n", 2)[1];
    }
}
