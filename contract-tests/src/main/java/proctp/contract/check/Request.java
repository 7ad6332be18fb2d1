package proctp.contract.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is sent.
 *
 * @param method  in capitals
 * @param path    with its query, below the API's prefix unless it says so itself
 * @param headers names and values in turn
 * @param body    {@code ""} for none
 * @param bare    whether the path has no prefix
 */
record Request(String method, String path, List<String> headers, String body, boolean bare) {

    /** A number that nothing has: the largest of 64 bits. */
    static final String NONE = "9223372036854775807";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    static Request of(String method, String path) {
        return new Request(method, path, List.of(), "", false);
    }

    static Request get(String path) {
        return of("GET", path);
    }

    static Request put(String path, String body) {
        return of("PUT", path).saying(body);
    }

    /** The same with a body. */
    Request saying(String text) {
        return new Request(method, path, headers, text, bare);
    }

    /** The same with one more header. */
    Request with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new Request(method, path, more, body, bare);
    }

    /** The same at an address without the API's prefix. */
    Request withoutPrefix() {
        return new Request(method, path, headers, body, true);
    }

    /** Whether it only reads. */
    boolean reads() {
        return READING.contains(method);
    }

    /**
     * Whether it can change nothing, whatever the server makes of it: it reads; or it is a method that ProcTPs do not have,
     * without a body; or it changes no member of a row that is not there.
     */
    boolean isHarmless() {
        return reads() || method.equals("POST") && path.equals("/proctps") && body.isEmpty()
                || method.equals("PUT") && body.equals("{}") && path.matches("/(?i:proctps)/(" + NONE + "|x)");
    }

    /** What it was, for a person, without the number of a patient. */
    @Override
    public String toString() {
        return Shape.printable(method + " " + path.replaceAll("(?i)(PatNum=)-?[0-9]+", "$1..."));
    }
}
