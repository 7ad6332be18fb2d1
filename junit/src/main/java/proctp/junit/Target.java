package proctp.junit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import proctp.http.Companion;

/**
 * Some of the requests that there can be.
 *
 * @param method upper case; {@code ""} for any
 * @param path   without {@code /api/v1}, and {@code {…}} stands for any one segment; {@code ""} for any path
 */
record Target(String method, String path) {

    private static final String PREFIX = "/api/v1/";

    Target {
        method = method.toUpperCase(Locale.ROOT);
    }

    /** The path as it is without the prefix that it may have. */
    static String belowPrefix(String path) {
        return path.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) ? path.substring(PREFIX.length() - 1) : path;
    }

    /** Whether the request is one of them. As for the service, a path's case and empty segments do not matter. */
    boolean takes(Companion.Asked asked) {
        return (method.isEmpty() || method.equals(asked.method()))
                && (path.isEmpty() || isSame(segments(path), segments(asked.path())));
    }

    private static boolean isSame(List<String> wanted, List<String> segments) {
        if (wanted.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).startsWith("{") && !wanted.get(i).equalsIgnoreCase(segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> segments(String path) {
        return Arrays.stream(belowPrefix(path).split("/")).filter(segment -> !segment.isEmpty()).toList();
    }
}
