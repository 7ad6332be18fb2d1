package proctp.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;

/** The header {@code Accept}, by which a client asks for another form of answer than the usual one. */
final class Accept {

    private Accept() {
    }

    /** That of a request, all its lines as one. */
    static String of(Context context) {
        return String.join(",", Collections.list(context.req().getHeaders("Accept")));
    }

    /** Whether it asks for that type by its name. */
    static boolean names(String accept, String type) {
        return Arrays.stream(accept.split(","))
                .map(range -> range.strip().toLowerCase(Locale.ROOT))
                .anyMatch(range -> range.equals(type)
                        || range.startsWith(type + ";") && !range.matches(".*;\\s*q=0(\\.0*)?"));
    }
}
