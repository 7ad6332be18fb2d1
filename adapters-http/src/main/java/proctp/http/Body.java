package proctp.http;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Collections;
import java.util.List;
import org.eclipse.jetty.http.HttpException;
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
            throw refusal(broken);
        }
    }

    /** Whether the request has a body, or announces one, that nobody has read. */
    static boolean isUnread(Context context) {
        boolean announced = context.req().getContentLengthLong() > 0 || context.header("Transfer-Encoding") != null;
        return announced && context.attribute(READ) == null;
    }

    /** The library has an exception for each way in which a body can fail, and would answer some of them itself. */
    private static Refusal refusal(Exception broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException framing) {
                return Errors.unrouted(framing.getCode());
            }
            if (cause instanceof HttpResponseException library) {
                return Errors.unrouted(library.getStatus());
            }
        }
        return new Refusal(Refusal.Kind.REQUEST_INVALID, "The body did not arrive, or not all of it.");
    }

    private static List<String> values(Context context, String header) {
        return Collections.list(context.req().getHeaders(header));
    }
}
