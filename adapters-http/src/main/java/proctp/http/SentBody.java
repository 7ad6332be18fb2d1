package proctp.http;

import io.javalin.http.Context;
import java.util.List;

/**
 * A body that has been read.
 *
 * @param bytes   as they came
 * @param ignored the members that were passed over, by their names
 */
record SentBody(byte[] bytes, List<String> ignored) {

    /** Says in the answer what was passed over, if anything was. */
    void tellIgnored(Context context) {
        if (!ignored.isEmpty()) {
            context.header("Ignored-Fields", String.join(", ", ignored));
        }
    }
}
