package proctp.contract.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that no well-meaning program would send, and what it must be answered.
 *
 * @param name   what is wrong with it, in words; each request has its own
 * @param status the status of the answer
 * @param code   the answer's Error-Code, {@code ""} for none
 * @param change what row 976 holds afterwards that it did not hold before; {@code ""} when nothing may change
 * @param bytes  what is sent, to the byte
 */
record HostileRequest(String name, int status, String code, String change, byte[] bytes) {

    private static final String FILE = "/hostile-requests.txt";
    private static final Pattern WORD = Pattern.compile("let ([a-z]+) = (.*)");
    private static final Pattern REQUEST = Pattern.compile("([0-9]{3})(?: ([A-Z_]+)| (\".*?))? +\\| (.*?) +\\| (.*)");

    /** Every request of the file, in its order. */
    static List<HostileRequest> all() {
        try (InputStream file = HostileRequest.class.getResourceAsStream(FILE)) {
            return read(new String(file.readAllBytes(), UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The requests of a text in the form of the file. */
    static List<HostileRequest> read(String text) {
        RequestText requests = new RequestText();
        List<HostileRequest> all = new ArrayList<>();
        for (String line : text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList()) {
            Matcher word = WORD.matcher(line);
            if (word.matches()) {
                requests.define(word.group(1), word.group(2));
            } else {
                all.add(request(line, requests));
            }
        }
        return all;
    }

    private static HostileRequest request(String line, RequestText requests) {
        Matcher request = REQUEST.matcher(line);
        if (!request.matches()) {
            throw new IllegalArgumentException("neither a comment, a word nor a request: " + line);
        }
        return new HostileRequest(request.group(4), Integer.parseInt(request.group(1)), orEmpty(request.group(2)),
                new String(requests.bytes(orEmpty(request.group(3))), UTF_8), requests.bytes(request.group(5)));
    }

    private static String orEmpty(String group) {
        return group == null ? "" : group;
    }

    /** Whether it asks for the head of an answer alone. */
    boolean isHead() {
        return new String(bytes, 0, Math.min(bytes.length, 5), UTF_8).equals("HEAD ");
    }

    @Override
    public String toString() {
        return name;
    }
}
