package proctp.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** A connection whose bytes are sent one by one, or not at all. */
final class Wire implements AutoCloseable {

    static final String KEY = "Authorization: ODFHIR " + SampleOffice.DEVELOPER_KEY + "/" + SampleOffice.CUSTOMER_KEY + "\r\n";
    static final String READ = "GET /proctps?TreatPlanNum=963 HTTP/1.1\r\nHost: x\r\n" + KEY;
    static final String UPDATE = "PUT /proctps/976 HTTP/1.1\r\nHost: x\r\n" + KEY;

    private static final int PATIENCE_MILLISECONDS = 20_000;

    private final Socket socket;

    Wire(int port) {
        this(plain(port));
    }

    Wire(Socket socket) {
        this.socket = socket;
        try {
            socket.setSoTimeout(PATIENCE_MILLISECONDS);
        } catch (SocketException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private static Socket plain(int port) {
        try {
            return new Socket("127.0.0.1", port);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    Wire send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            return this;
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    /** Everything that comes until the server closes, however it does that. */
    String rest() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketException reset) {
            // bytes that were not read make a system reset the connection
        } catch (IOException late) {
            throw new UncheckedIOException(late);
        }
        return all.toString(UTF_8);
    }

    /** One answer, whose length is given. */
    String answer() {
        String head = head();
        try {
            int length = Integer.parseInt(head.replaceFirst("(?s).*Content-Length: (\\d+).*", "$1"));
            return head + new String(socket.getInputStream().readNBytes(length), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The next answer up to its body. */
    String head() {
        StringBuilder head = new StringBuilder();
        try {
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    throw new IllegalStateException("The connection was closed after '" + head + "'.");
                }
                head.append((char) next);
            }
            return head.toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
