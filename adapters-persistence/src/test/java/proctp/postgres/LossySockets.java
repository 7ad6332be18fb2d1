package proctp.postgres;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.SocketFactory;

/** Connections that break just as the next message is sent, or just as its answer has come. The driver makes one by its name. */
public final class LossySockets extends SocketFactory {

    private static final AtomicReference<Loss> NEXT = new AtomicReference<>();

    /** What gets lost. */
    enum Loss {
        /** The message, before the server has anything of it. */
        MESSAGE,
        /** The answer, when the server has sent it. */
        ANSWER
    }

    /** The settings of an office that is reached by these, one connection at a time. */
    static PostgresSettings before(String jdbcUrl) {
        return new PostgresSettings(
                jdbcUrl + "?socketFactory=" + LossySockets.class.getName(), ThrowAwayPostgres.SERVICE, Optional.empty(), 1, 1);
    }

    /** Lets the next message be lost, of whatever connection. */
    static void lose(Loss loss) {
        NEXT.set(loss);
    }

    /** Whether that has happened. */
    static boolean haveLost() {
        return NEXT.get() == null;
    }

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public OutputStream getOutputStream() throws IOException {
                return new FilterOutputStream(super.getOutputStream()) {
                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        breakOn(Loss.MESSAGE);
                        out.write(bytes, from, length);
                    }
                };
            }

            @Override
            public InputStream getInputStream() throws IOException {
                return new FilterInputStream(super.getInputStream()) {
                    @Override
                    public int read(byte[] bytes, int from, int length) throws IOException {
                        int read = in.read(bytes, from, length);
                        breakOn(Loss.ANSWER);
                        return read;
                    }
                };
            }

            private void breakOn(Loss loss) throws IOException {
                if (NEXT.compareAndSet(loss, null)) {
                    close();
                    throw new IOException("planted");
                }
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException();
    }
}
