package proctp.http;

import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** Lets the pages of named origins, and no others, call from a browser. */
final class CrossOrigin {

    private final Set<String> origins;

    CrossOrigin(Set<String> origins) {
        this.origins = origins;
    }

    /**
     * Marks the answer for the browser if the origin is one of ours.
     *
     * @return whether the request only asked for that: a browser asks without keys before it sends any
     */
    boolean answersPreflight(Request request, Response response) {
        if (origins.isEmpty()) {
            return false;
        }
        HttpFields.Mutable answer = response.getHeaders();
        answer.put(HttpHeader.VARY, "Origin");
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        if (origin == null || !origins.contains(origin)) {
            return false;
        }
        answer.put("Access-Control-Allow-Origin", origin);
        if (!HttpMethod.OPTIONS.is(request.getMethod()) || !request.getHeaders().contains("Access-Control-Request-Method")) {
            answer.put("Access-Control-Expose-Headers", "ETag, Error-Code, Idempotent-Replayed, Ignored-Fields, Link,"
                    + " Location, Not-Found, Preference-Applied, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id");
            return false;
        }
        answer.put("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE, OPTIONS");
        answer.put("Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key, If-Match,"
                + " If-None-Match, Last-Event-ID, Prefer, X-Request-Id");
        answer.put("Access-Control-Max-Age", "600");
        answer.put(HttpHeader.CONTENT_LENGTH, 0);
        return true;
    }
}
