package proctp.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a client wants fields to be taken that a body cannot set (RFC 7240, {@code Prefer: handling}). */
enum Handling {
    /** As the vendor does: read-only fields are passed over, unknown ones refused. */
    VENDORS,
    /** Both are refused. */
    STRICT,
    /** Both are passed over. */
    LENIENT;

    private static final String QUOTED = "\"((?:[^\"\\\\]|\\\\.)*+)\"";

    /** A preference with its value, in quotes or not, and parameters of its own that are passed over. */
    private static final Pattern PREFERENCE = Pattern.compile(
            "\\G\\s*([\\w-]+)\\s*(?:=\\s*(?:" + QUOTED + "|([\\w-]*)))?\\s*(?:;(?:[^,\"]|" + QUOTED + ")*+)?(?:,|$)");

    /** What the request asks for; the answer says that it was heard. Of two preferences the first counts. */
    static Handling of(Context context) {
        Matcher preference = PREFERENCE.matcher(String.join(",", Collections.list(context.req().getHeaders("Prefer"))));
        while (preference.find()) {
            if (Ascii.same(preference.group(1), "handling")) {
                Handling wanted = named(preference.group(2) == null ? preference.group(3) : preference.group(2));
                if (wanted != VENDORS) {
                    context.header("Preference-Applied", "handling=" + Ascii.lowerCase(wanted.name()));
                }
                return wanted;
            }
        }
        return VENDORS;
    }

    private static Handling named(String value) {
        return switch (Ascii.lowerCase(value == null ? "" : value)) {
            case "strict" -> STRICT;
            case "lenient" -> LENIENT;
            default -> VENDORS;
        };
    }
}
