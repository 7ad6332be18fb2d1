package proctp.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import proctp.application.Page;

/**
 * Where a list goes on, said in the header {@code Link} of a full page. It is a query alone, to be put behind the path that was
 * asked for: what a client or a proxy says of the host is not repeated.
 */
final class NextPage {

    /** What a query may hold as it stands, but for what separates parameters or means a space. All else is encoded. */
    private static final String PLAIN = "-._~:,/'()*;!$@?";

    private NextPage() {
    }

    /** Says where the list goes on, if the page is full. What is behind the last row that a number can count is not there. */
    static void tell(Context context, QueryParams params, Page page, int rows) {
        if (rows == page.limit() && page.offset() <= Long.MAX_VALUE - rows) {
            tell(context, params, QueryParams.OFFSET, page.offset() + rows);
        }
    }

    /** Says that the list goes on where that parameter has that value, and the others have theirs. */
    static void tell(Context context, QueryParams params, String name, long value) {
        Map<String, String> next = new LinkedHashMap<>(params.given());
        next.put(name, String.valueOf(value));
        context.header("Link", "<?" + query(next) + ">; rel=\"next\"");
    }

    private static String query(Map<String, String> params) {
        return params.entrySet().stream().map(param -> param.getKey() + "=" + encode(param.getValue())).collect(joining("&"));
    }

    private static String encode(String value) {
        StringBuilder encoded = new StringBuilder(value.length());
        for (byte octet : value.getBytes(UTF_8)) {
            if (isPlain((char) (octet & 0xff))) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(hexDigit(octet >> 4)).append(hexDigit(octet));
            }
        }
        return encoded.toString();
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || PLAIN.indexOf(c) >= 0;
    }

    private static char hexDigit(int value) {
        return "0123456789ABCDEF".charAt(value & 0xf);
    }
}
