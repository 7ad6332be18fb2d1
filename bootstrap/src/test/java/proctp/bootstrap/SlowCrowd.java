package proctp.bootstrap;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** Many clients that are slow, or say nothing at all, on one thread: whoever the service cuts off comes back. */
final class SlowCrowd implements AutoCloseable {

    private final InetSocketAddress service;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final List<Slow> clients = new ArrayList<>();
    private final AtomicInteger returned = new AtomicInteger();

    /** Connects all of them. From then on those who drip send a byte a second each, and the idle nothing. */
    SlowCrowd(int port, int bodies, int headers, int idle) throws IOException {
        service = new InetSocketAddress("127.0.0.1", port);
        String update = "PUT /api/v1/proctps/976 HTTP/1.1\r\nHost: x\r\nAuthorization: "
                + WireClient.credentials(SampleOffice.CUSTOMER_KEY) + "\r\n";
        connect(bodies, update + "Content-Length: 1000\r\n\r\n{", " ");
        connect(headers, update + "X-Slow: x", "x");
        connect(idle, "", "");
        thread.scheduleAtFixedRate(() -> clients.forEach(Slow::goOn), 1, 1, TimeUnit.SECONDS);
    }

    private void connect(int number, String start, String drop) throws IOException {
        for (int i = 0; i < number; i++) {
            clients.add(new Slow(start, drop));
        }
    }

    /** How often one of them was cut off and came back. */
    int returned() {
        return returned.get();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(10, TimeUnit.SECONDS);
        for (Slow client : clients) {
            client.channel.close();
        }
    }

    private final class Slow {

        private final String start;
        private final String drop;
        private SocketChannel channel;

        Slow(String start, String drop) throws IOException {
            this.start = start;
            this.drop = drop;
            begin();
        }

        private void begin() throws IOException {
            channel = SocketChannel.open(service);
            channel.write(bytes(start));
            channel.configureBlocking(false);
        }

        void goOn() {
            try {
                channel.write(bytes(drop));
                if (channel.read(ByteBuffer.allocate(1024)) >= 0) {
                    return;
                }
            } catch (IOException reset) {
                // cut off, too
            }
            comeBack();
        }

        private void comeBack() {
            try {
                channel.close();
                begin();
                returned.incrementAndGet();
            } catch (IOException refused) {
                // it tries again in a second
            }
        }

        private static ByteBuffer bytes(String text) {
            return ByteBuffer.wrap(text.getBytes(US_ASCII));
        }
    }
}
