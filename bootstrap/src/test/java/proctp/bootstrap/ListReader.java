package proctp.bootstrap;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** A client that reads lists over one connection, and has so little work with it that nearly all of the time is the service's. */
final class ListReader implements AutoCloseable {

    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String LENGTH = "\r\nContent-Length: ";

    private final byte[] answer = new byte[64 * 1024];
    private final Socket socket;

    ListReader(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
    }

    /** What asks for the list of a plan of practice 1. */
    static byte[] request(long plan) {
        return ("GET /api/v1/proctps?TreatPlanNum=" + plan + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + WireClient.credentials(SampleOffice.CUSTOMER_KEY) + END_OF_HEAD).getBytes(US_ASCII);
    }

    /**
     * Sends a request and takes all of the answer.
     *
     * @throws IOException when that is not a list that fits
     */
    void read(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int taken = 0;
        int wanted = Integer.MAX_VALUE;
        while (taken < wanted) {
            int more = socket.getInputStream().read(answer, taken, answer.length - taken);
            if (more <= 0) {
                throw new IOException("only a part of an answer came");
            }
            taken += more;
            if (wanted == Integer.MAX_VALUE) {
                wanted = length(new String(answer, 0, taken, US_ASCII));
            }
        }
    }

    /** Of the whole answer, as its head has it; more than any while that is not all there. */
    private static int length(String begun) throws IOException {
        int end = begun.indexOf(END_OF_HEAD);
        if (end < 0) {
            return Integer.MAX_VALUE;
        }
        int length = begun.indexOf(LENGTH) + LENGTH.length();
        if (!begun.startsWith("HTTP/1.1 200 ") || length < LENGTH.length() || length > end) {
            throw new IOException("no list, or one whose length is not told: " + begun.substring(0, end));
        }
        return end + END_OF_HEAD.length() + Integer.parseInt(begun, length, begun.indexOf("\r\n", length), 10);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
