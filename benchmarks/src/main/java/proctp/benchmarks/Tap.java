package proctp.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stands between a service and its PostgreSQL, on loopback, and writes down what the service sends. */
final class Tap implements AutoCloseable {

    private static final int CHUNK = 65_536;

    private final ServerSocket listener;
    private final int serverPort;
    private final List<List<Sent>> heard = new ArrayList<>();
    private Map<String, String> start = Map.of();

    /** @param serverPort where PostgreSQL is, on 127.0.0.1 */
    Tap(int serverPort) throws IOException {
        this.serverPort = serverPort;
        this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        begin(this::listen);
    }

    /** Where the service is to go instead. */
    int port() {
        return listener.getLocalPort();
    }

    /** What the last connection has said at its start, such as its options. */
    synchronized Map<String, String> start() {
        return start;
    }

    /** What was sent since the last time, a list for each round trip. */
    synchronized List<List<Sent>> heard() {
        List<List<Sent>> all = List.copyOf(heard);
        heard.clear();
        return all;
    }

    private synchronized void start(Map<String, String> said) {
        start = said;
    }

    private synchronized void hear(List<Sent> roundTrip) {
        heard.add(roundTrip);
    }

    private void listen() throws IOException {
        while (true) {
            Socket client = listener.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            SentMessages messages = new SentMessages(this::start, this::hear);
            begin(() -> pass(client, server, messages::take));
            begin(() -> pass(server, client, (bytes, length) -> { }));
        }
    }

    private static void pass(Socket from, Socket to, Listener listener) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                // before it goes on, so that it is heard before it is answered
                listener.hear(chunk, length);
                out.write(chunk, 0, length);
            }
        }
    }

    /** Whoever closes a socket ends what reads from it. */
    private static void begin(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // this connection, or the tap, is done
            }
        }, "tap");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Hears what passes. */
    private interface Listener {
        void hear(byte[] bytes, int length);
    }

    /** What a thread does. */
    private interface Work {
        void run() throws IOException;
    }
}
