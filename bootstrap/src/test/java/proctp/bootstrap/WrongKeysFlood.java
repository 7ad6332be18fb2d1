package proctp.bootstrap;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Connections that send requests with wrong keys, many at once without waiting for an answer, and read what comes, as fast as
 * one thread can. Whoever the service cuts off comes back, after the time that this takes over a network.
 */
final class WrongKeysFlood implements AutoCloseable {

    /** What is wrong with the keys. */
    enum Keys {
        NONE(""), UNKNOWN("Authorization: ODFHIR NOSUCHDEVELOPER/NOSUCHCUSTOMER\r\n");

        private final ByteBuffer requests;

        Keys(String header) {
            String request = "GET /api/v1/proctps?TreatPlanNum=963 HTTP/1.1\r\nHost: x\r\n" + header + "\r\n";
            requests = ByteBuffer.wrap(request.repeat(PIPELINED).getBytes(US_ASCII));
        }
    }

    private static final int PIPELINED = 20;
    private static final long WAY_BACK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");

    private final InetSocketAddress service;
    private final Keys keys;
    private final Selector selector = Selector.open();
    private final ByteBuffer answers = ByteBuffer.allocate(64 * 1024);
    private final Map<String, Integer> statuses = new TreeMap<>();
    private final Thread thread = new Thread(this::pour, "wrong keys");
    /** When the next ones come back. */
    private final Queue<Long> away = new ArrayDeque<>();
    private int returned;
    private volatile boolean stopped;

    /** Connects all of them, and begins. */
    WrongKeysFlood(int port, int connections, Keys keys) throws IOException {
        service = new InetSocketAddress("127.0.0.1", port);
        this.keys = keys;
        for (int i = 0; i < connections; i++) {
            connect();
        }
        thread.start();
    }

    private void connect() throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(service);
        channel.register(selector, SelectionKey.OP_CONNECT);
    }

    private void pour() {
        try {
            while (!stopped) {
                selector.select(this::serve, 10);
                while (!away.isEmpty() && away.peek() - System.nanoTime() <= 0) {
                    away.remove();
                    connect();
                    returned++;
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void serve(SelectionKey ready) {
        SocketChannel channel = (SocketChannel) ready.channel();
        try {
            if (ready.isConnectable()) {
                channel.finishConnect();
                ready.attach(keys.requests.duplicate());
                ready.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            } else if (isCutOff(ready, channel)) {
                leave(channel);
            }
        } catch (IOException reset) {
            leave(channel);
        }
    }

    private boolean isCutOff(SelectionKey ready, SocketChannel channel) throws IOException {
        ByteBuffer requests = (ByteBuffer) ready.attachment();
        if (ready.isWritable()) {
            channel.write(requests.hasRemaining() ? requests : requests.rewind());
        }
        if (!ready.isReadable()) {
            return false;
        }
        boolean end = channel.read(answers.clear()) < 0;
        count(new String(answers.array(), 0, answers.position(), US_ASCII));
        return end;
    }

    /** An answer of which a part comes later is not counted. */
    private void count(String text) {
        Matcher status = STATUS.matcher(text);
        synchronized (statuses) {
            while (status.find()) {
                statuses.merge(status.group(1), 1, Integer::sum);
            }
        }
    }

    private void leave(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException reset) {
            // it is closed all the same
        }
        away.add(System.nanoTime() + WAY_BACK_NANOS);
    }

    /** How many answers of each status there were. */
    Map<String, Integer> statuses() {
        synchronized (statuses) {
            return new TreeMap<>(statuses);
        }
    }

    @Override
    public String toString() {
        return "answers " + statuses() + ", " + returned + " came back";
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stopped = true;
        thread.join(10_000);
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
