package proctp.http;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a client sent by way of a man in the middle.
 *
 * @param method  in capitals
 * @param path    with its query
 * @param headers of each name the first
 * @param body    {@code ""} for none
 */
record Sent(String method, String path, Map<String, String> headers, String body) {

    /** Its path below the prefix, without the query. */
    String resource() {
        return path.replaceFirst("^/api/v1", "").replaceFirst("[?].*", "");
    }

    Sent with(String header, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(header, value);
        return new Sent(method, path, more, body);
    }

    Sent without(String header) {
        Map<String, String> fewer = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fewer.putAll(headers);
        fewer.remove(header);
        return new Sent(method, path, fewer, body);
    }

    Sent to(String otherMethod, String otherPath, String otherBody) {
        return new Sent(otherMethod, otherPath, headers, otherBody);
    }
}
