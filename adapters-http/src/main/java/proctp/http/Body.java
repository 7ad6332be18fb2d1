package proctp.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import proctp.domain.Refusal;

/** The body of a request, if it is of a kind that is read here. */
final class Body {

    private static final String READ = "proctp.bodyRead";

    private Body() {
    }

    /** @throws Refusal when it is of another type than JSON, too large, broken, or does not arrive */
    static byte[] read(Context context) {
        if (!values(context, "Content-Type").stream()
                .allMatch(type -> type.split(";", 2)[0].strip().equalsIgnoreCase("application/json"))) {
            throw new Refusal(Refusal.Kind.CONTENT_TYPE_INVALID, "The Content-Type of a body must be application/json.");
        }
        if (!values(context, "Content-Encoding").stream().allMatch(coding -> coding.strip().equalsIgnoreCase("identity"))) {
            throw new Refusal(Refusal.Kind.CONTENT_TYPE_INVALID, "The body must be sent without a Content-Encoding.");
        }
        try {
            byte[] body = context.bodyAsBytes();
            context.attribute(READ, true);
            return body;
        } catch (Exception broken) {
            // the library would answer some of these itself, and in another form
            throw Errors.framing(broken).orElseGet(
                    () -> new Refusal(Refusal.Kind.REQUEST_INVALID, "The body did not arrive, or not all of it."));
        }
    }

    /** Whether the request has a body, or announces one, that nobody has read. */
    static boolean isUnread(Context context) {
        boolean announced = context.req().getContentLengthLong() > 0 || context.header("Transfer-Encoding") != null;
        return announced && context.attribute(READ) == null;
    }

    private static List<String> values(Context context, String header) {
        return Collections.list(context.req().getHeaders(header));
    }
}
