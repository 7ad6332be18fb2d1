package proctp.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a server on this machine, on a port of its own, that can be cut and frozen. */
final class Cable implements AutoCloseable {

    private static final int BUFFER = 8_192;

    private final ServerSocket entrance;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private boolean frozen;

    /** @param target the server's port, which need not listen yet */
    Cable(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        run(this::accept);
    }

    /** The port that leads to the server. */
    int port() {
        return entrance.getLocalPort();
    }

    /** Breaks every connection, without a word to either side; new ones can be made at once. */
    void cut() {
        open.forEach(this::cut);
    }

    /** Lets nothing through any more, neither of old connections nor of new ones, while all of them stay. */
    synchronized void freeze() {
        frozen = true;
    }

    /** Lets everything through again, also what was held back. */
    synchronized void thaw() {
        frozen = false;
        notifyAll();
    }

    /** Cuts it and lets nobody in any more. */
    @Override
    public void close() throws IOException {
        entrance.close();
        thaw();
        cut();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        open.add(client);
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(server);
            run(() -> pump(client, server));
            run(() -> pump(server, client));
        } catch (IOException nobodyThere) {
            cut(client);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                awaitThaw();
                to.getOutputStream().write(buffer, 0, length);
            }
        } catch (IOException | InterruptedException broken) {
            // as good as the end
        } finally {
            cut(from);
            cut(to);
        }
    }

    private synchronized void awaitThaw() throws InterruptedException {
        while (frozen) {
            wait();
        }
    }

    private void cut(Socket socket) {
        open.remove(socket);
        try {
            // a reset rather than a farewell
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException closed) {
            // that is what it was to be
        }
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "cable");
        thread.setDaemon(true);
        thread.start();
    }
}
