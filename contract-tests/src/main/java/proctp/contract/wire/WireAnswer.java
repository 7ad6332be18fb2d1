package proctp.contract.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer, with what was asked.
 *
 * @param method  the request's method, as it was sent
 * @param target  its path and query, as they were sent
 * @param status  the status
 * @param headers the headers, whatever the case of their names
 * @param body    the body; empty where there is none, and of an answer that goes on
 */
public record WireAnswer(String method, String target, int status, Map<String, List<String>> headers, String body) {

    /** Sees nothing. */
    static final Consumer<WireAnswer> UNSEEN = answer -> { };

    private static final Pattern REQUEST = Pattern.compile("(\\S+) (\\S+) HTTP/.*", Pattern.DOTALL);
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.1 ([0-9]{3})[^\r\n]*\r\n((?:[^\r\n]+\r\n)*)\r\n(.*)", Pattern.DOTALL);
    private static final Pattern ANOTHER = Pattern.compile("HTTP/1\\.1 [0-9]{3} ");

    public WireAnswer {
        Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /** The one answer that came back for the bytes of one request; empty when there were several, or what was sent is no request. */
    static Optional<WireAnswer> read(String request, String received) {
        Matcher asked = REQUEST.matcher(request);
        Matcher answered = ANSWER.matcher(received);
        if (!asked.matches() || !answered.matches() || ANOTHER.matcher(answered.group(3)).find()) {
            return Optional.empty();
        }
        Map<String, List<String>> headers = answered.group(2).lines().map(line -> line.split(": ?", 2))
                .collect(groupingBy(header -> header[0], mapping(header -> header[1], toList())));
        return Optional.of(new WireAnswer(asked.group(1), asked.group(2), Integer.parseInt(answered.group(1)), headers, answered.group(3)));
    }

    /** The answer to a hostile request; empty when that is none. */
    static Optional<WireAnswer> of(HostileRequest request, RawAnswer answer) {
        Matcher asked = REQUEST.matcher(new String(request.bytes(), ISO_8859_1));
        Map<String, List<String>> headers = new TreeMap<>();
        answer.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return Optional.of(asked).filter(Matcher::matches)
                .map(line -> new WireAnswer(line.group(1), line.group(2), answer.status(), headers, answer.body()));
    }
}
