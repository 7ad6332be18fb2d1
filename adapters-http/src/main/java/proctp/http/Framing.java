package proctp.http;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpException;
import proctp.domain.Refusal;

/** What is said of a request that the server itself turns away, before a route sees it or while its body is read. */
final class Framing {

    private final HttpSettings.Limits limits;

    Framing(HttpSettings.Limits limits) {
        this.limits = limits;
    }

    /** The refusal for a request that the server turned away with this status. */
    Refusal refusal(int status) {
        return switch (status) {
            case 413 -> new Refusal(Refusal.Kind.BODY_TOO_LARGE,
                    "The body is too large. At most " + limits.body() + " bytes are read.");
            case 414 -> new Refusal(Refusal.Kind.TARGET_TOO_LONG, "The URL is too long. Path and query may have at most "
                    + Math.min(limits.target(), limits.headers()) + " bytes.");
            case 417 -> new Refusal(Refusal.Kind.EXPECTATION_FAILED, "The header Expect can only be '100-continue'.");
            case 431 -> new Refusal(Refusal.Kind.HEADERS_TOO_LARGE,
                    "The headers are too large. With the request line they may have at most " + limits.headers() + " bytes.");
            case 501 -> new Refusal(Refusal.Kind.METHOD_UNKNOWN, "The request's method or coding is not known here.");
            case 503 -> new Refusal(Refusal.Kind.UNAVAILABLE, "The service is stopping. Try again in a few seconds.");
            case 505 -> new Refusal(Refusal.Kind.VERSION_UNKNOWN, "Only HTTP/1.1 and HTTP/1.0 are spoken here.");
            default -> new Refusal(Refusal.Kind.REQUEST_INVALID,
                    "The request's address or framing is not well-formed, or not of a kind that is served here.");
        };
    }

    /** The refusal of a request that took too long to arrive. */
    Refusal late() {
        return new Refusal(Refusal.Kind.REQUEST_INVALID,
                "The request did not arrive within " + limits.requestTime().toSeconds() + " seconds.");
    }

    /** The refusal when the server found fault with the request's framing while it was read; empty for any other failure. */
    Optional<Refusal> fault(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(HttpException.class::isInstance)
                .map(found -> ((HttpException) found).getCode())
                .filter(status -> status < 500)
                .findFirst()
                .map(this::refusal);
    }
}
