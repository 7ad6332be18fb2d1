package proctp.contract.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server sent back for the bytes of one request, before it closed the connection: one answer and not a byte more.
 *
 * @param status  its status
 * @param headers its headers, whatever the case of their names; none came twice
 * @param body    its body, {@code ""} for none
 * @param time    from the last byte of the request to the end of the answer
 */
record RawAnswer(int status, Map<String, String> headers, String body, Duration time) {

    private static final int LONGEST_SILENCE_MILLISECONDS = 5_000;
    private static final Pattern INTERIM = Pattern.compile("HTTP/1\\.1 1[0-9]{2}[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n");
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.1 ([0-9]{3})[^\r\n]*\r\n((?:[^\r\n]+\r\n)*)\r\n(.*)", Pattern.DOTALL);

    /** Sends a request and nothing behind it, as a program does that ends there, and waits for the answer. */
    static RawAnswer to(HostileRequest request, URI base) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(LONGEST_SILENCE_MILLISECONDS);
            send(request.bytes(), socket);
            long sent = System.nanoTime();
            receive(socket, received);
            return read(received.toString(ISO_8859_1), request.isHead(), Duration.ofNanos(System.nanoTime() - sent));
        }
    }

    private static void send(byte[] request, Socket socket) {
        try {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
        } catch (IOException refusedUnread) {
            // a server need not read to the end what it refuses: its answer says why
        }
    }

    private static void receive(Socket socket, ByteArrayOutputStream received) throws IOException {
        byte[] part = new byte[8192];
        try {
            for (int length = socket.getInputStream().read(part); length >= 0; length = socket.getInputStream().read(part)) {
                received.write(part, 0, length);
            }
        } catch (SocketException reset) {
            // the answer came before this: what was refused unread ends so
        }
    }

    /** Takes apart what came. */
    static RawAnswer read(String received, boolean withoutBody, Duration time) {
        Matcher answer = ANSWER.matcher(INTERIM.matcher(received).replaceFirst(""));
        assertThat(answer.matches()).as("an answer: " + received).isTrue();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.group(2).lines().forEach(line -> {
            String[] header = line.split(": ?", 2);
            assertThat(headers.put(header[0], header[1])).as("an earlier " + header[0]).isNull();
        });
        String body = answer.group(3);
        boolean isEmpty = withoutBody || answer.group(1).equals("304");
        assertThat(String.valueOf(body.length())).as("the length of what came behind the head: " + body)
                .isEqualTo(isEmpty ? "0" : headers.get("Content-Length"));
        return new RawAnswer(Integer.parseInt(answer.group(1)), headers, new String(body.getBytes(ISO_8859_1), UTF_8), time);
    }

    /** A header, {@code ""} when it is not there. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }
}
