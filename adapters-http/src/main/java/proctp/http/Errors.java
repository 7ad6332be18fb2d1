package proctp.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import proctp.domain.Refusal;

/**
 * The only map from what went wrong to what a client gets. A refusal's sentence is for the client; of everything else it
 * learns a fixed sentence and the request's id, and the operator's log the cause.
 */
final class Errors {

    static final String CODE_HEADER = "Error-Code";

    private static final String PROBLEM = "application/problem+json";

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    /** Long enough for a restarted database, short enough for somebody who waits. */
    private static final String RETRY_AFTER_SECONDS = "2";

    /** A failure as it goes out. */
    record Answer(int status, Map<String, String> headers, String contentType, byte[] body) {
    }

    private Errors() {
    }

    /** Answers with a refusal. */
    static void write(Context context, Refusal refusal) {
        Answer answer = answer(refusal, Accept.of(context), EdgeHandler.requestId(context.req()));
        context.status(answer.status());
        answer.headers().forEach(context::header);
        if (Bodies.isUnread(context)) {
            // the rest of it would be taken for the next request
            context.header("Connection", "close");
        }
        Answers.bytes(context, answer.contentType(), answer.body());
    }

    /** Answers when something other than a refusal escaped: the request's own framing, or else a bug. */
    static void unexpected(Framing framing, Exception failure, Context context) {
        write(context, framing.fault(failure).orElseGet(() -> {
            String requestId = EdgeHandler.requestId(context.req());
            LOG.atError().addKeyValue("requestId", requestId).setCause(failure).log("Request failed");
            return internal(requestId);
        }));
    }

    /** Answers when the JVM itself is in trouble; there may be no memory left to do more. */
    static void fatal(HttpServletResponse response, Error trouble) {
        LOG.atError().addKeyValue("requestId", response.getHeader(EdgeHandler.REQUEST_ID_HEADER)).setCause(trouble)
                .log("Request failed");
        response.setStatus(500);
        response.setHeader(CODE_HEADER, Refusal.Kind.INTERNAL.name());
        response.setContentType(null);
    }

    /** What a client learns of a bug. */
    static Refusal internal(String requestId) {
        return new Refusal(Refusal.Kind.INTERNAL,
                "The service failed on this request. Nothing is wrong with it; quote request " + requestId + ".");
    }

    /** A refusal as it goes out. */
    static Answer answer(Refusal refusal, String accept, String requestId) {
        int status = status(refusal.kind());
        String code = refusal.kind().name();
        if (!Accept.names(accept, PROBLEM)) {
            byte[] body = Json.bytes(json -> json.text(refusal.sentence()));
            return new Answer(status, headers(status, code), Answers.JSON, body);
        }
        byte[] body = Json.bytes(json -> {
            json.startObject();
            json.text("type", "urn:proctp:error:" + code);
            json.text("title", title(code));
            json.number("status", status);
            json.text("detail", refusal.sentence());
            json.text("code", code);
            json.text("instance", requestId);
            json.endObject();
        });
        return new Answer(status, headers(status, code), PROBLEM, body);
    }

    private static Map<String, String> headers(int status, String code) {
        return switch (status) {
            case 401 -> Map.of(CODE_HEADER, code, "WWW-Authenticate", "ODFHIR");
            case 503 -> Map.of(CODE_HEADER, code, "Retry-After", RETRY_AFTER_SECONDS);
            default -> Map.of(CODE_HEADER, code);
        };
    }

    static int status(Refusal.Kind kind) {
        return switch (kind) {
            case KEY_INVALID, NOT_AUTHORIZED -> 401;
            case RESOURCE_INVALID, PROC_TP_NOT_FOUND, TREAT_PLAN_NOT_FOUND -> 404;
            case METHOD_INVALID, PARAMETER_REQUIRED, PARAMETER_INVALID, PARAMETER_UNKNOWN, PARAMETER_REPEATED,
                    BODY_REQUIRED, BODY_INVALID, CONTENT_TYPE_INVALID,
                    FIELD_REQUIRED, FIELD_INVALID, FIELD_UNKNOWN, FIELD_READ_ONLY, FIELD_REPEATED,
                    TREAT_PLAN_SIGNED, TREAT_PLAN_NOT_SAVED, IDEMPOTENCY_KEY_REUSED, METHOD_OVERRIDE, REQUEST_INVALID -> 400;
            case PRECONDITION_FAILED -> 412;
            case BODY_TOO_LARGE -> 413;
            case TARGET_TOO_LONG -> 414;
            case EXPECTATION_FAILED -> 417;
            case HEADERS_TOO_LARGE -> 431;
            case METHOD_UNKNOWN -> 501;
            case VERSION_UNKNOWN -> 505;
            case WRONG_KEYS_EXCEEDED, RATE_EXCEEDED -> 429;
            case UNAVAILABLE, OUTCOME_UNKNOWN -> 503;
            case INTERNAL -> 500;
        };
    }

    private static String title(String code) {
        String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
