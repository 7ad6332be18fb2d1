package proctp.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;

/** How a client wants fields to be taken that an update cannot change (RFC 7240, {@code Prefer: handling}). */
enum Handling {
    /** As the vendor does: read-only fields are passed over, unknown ones refused. */
    VENDORS,
    /** Both are refused. */
    STRICT,
    /** Both are passed over. */
    LENIENT;

    /** What the request asks for; the answer says that it was heard. */
    static Handling of(Context context) {
        return Collections.list(context.req().getHeaders("Prefer")).stream()
                .flatMap(header -> Arrays.stream(header.split("[,;]")))
                .map(preference -> preference.replaceAll("[\\s\"]", "").toLowerCase(Locale.ROOT))
                .filter(preference -> preference.equals("handling=strict") || preference.equals("handling=lenient"))
                .findFirst()
                .map(preference -> {
                    context.header("Preference-Applied", preference);
                    return preference.endsWith("strict") ? STRICT : LENIENT;
                })
                .orElse(VENDORS);
    }
}
