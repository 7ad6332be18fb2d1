package proctp.http;

import io.javalin.http.Context;
import proctp.domain.Refusal;

/** The body of a request, if it is of a kind that is read here. */
final class Body {

    private Body() {
    }

    /** @throws Refusal {@code CONTENT_TYPE_INVALID} */
    static byte[] read(Context context) {
        String type = context.header("Content-Type");
        if (type != null && !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new Refusal(Refusal.Kind.CONTENT_TYPE_INVALID, "The Content-Type of a body must be application/json.");
        }
        String coding = context.header("Content-Encoding");
        if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
            throw new Refusal(Refusal.Kind.CONTENT_TYPE_INVALID, "The body must be sent without a Content-Encoding.");
        }
        return context.bodyAsBytes();
    }
}
