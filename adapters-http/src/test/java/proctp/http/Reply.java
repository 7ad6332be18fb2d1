package proctp.http;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a man in the middle lets a client have.
 *
 * @param status  its status
 * @param headers of each name the first
 * @param body    {@code ""} for none
 */
record Reply(int status, Map<String, String> headers, String body) {

    Reply with(String header, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(header, value);
        return new Reply(status, more, body);
    }

    Reply without(String header) {
        Map<String, String> fewer = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fewer.putAll(headers);
        fewer.remove(header);
        return new Reply(status, fewer, body);
    }

    Reply as(int otherStatus) {
        return new Reply(otherStatus, headers, body);
    }

    Reply saying(String otherBody) {
        return new Reply(status, headers, otherBody);
    }
}
