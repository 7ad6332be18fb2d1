package proctp.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import proctp.domain.Refusal;

/** What every request meets first, whatever becomes of it: its id, the headers of every answer, and what is never served. */
final class EdgeHandler extends Handler.Wrapper {

    static final String REQUEST_ID_HEADER = "X-Request-Id";

    private static final String REQUEST_ID = "proctp.requestId";
    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /** The library would take the request for one of another method: a reader's key could then write. */
    private static final List<String> METHOD_OVERRIDES =
            List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override");

    private static final HttpField NO_STORE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
    private static final HttpField NO_SNIFFING = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");

    private final CrossOrigin crossOrigin;
    private final int longestBody;
    private final int longestTarget;
    private final Framing framing;
    private final BooleanSupplier stopping;
    private final Function<Companion.Asked, Companion> companions;

    /**
     * @param stopping   whether connections are to end with their next answer
     * @param companions gives each request its own
     */
    EdgeHandler(HttpSettings settings, BooleanSupplier stopping, Function<Companion.Asked, Companion> companions) {
        crossOrigin = new CrossOrigin(settings.corsOrigins());
        longestBody = settings.limits().body();
        longestTarget = settings.limits().target();
        framing = new Framing(settings.limits());
        this.stopping = stopping;
        this.companions = companions;
    }

    /** The id of a request, to be quoted by a client and found in the log. */
    static String requestId(HttpServletRequest request) {
        return (String) request.getAttribute(REQUEST_ID);
    }

    @Override
    public boolean handle(Request request, Response bare, Callback callback) throws Exception {
        Response response = new OutgoingAnswer(request, bare, stopping);
        prepare(request, response);
        Exchange.of(request).companion(companions.apply(asked(request)));
        if (crossOrigin.answersPreflight(request, response)) {
            response.write(true, null, callback);
            return true;
        }
        Optional<Refusal> refusal = refusal(request);
        if (refusal.isPresent()) {
            refuse(request, response, callback, refusal.get());
            return true;
        }
        return super.handle(request, response, callback);
    }

    private static Companion.Asked asked(Request request) {
        HttpURI target = request.getHttpURI();
        return new Companion.Asked(request.getMethod(), Objects.requireNonNullElse(target.getPath(), ""),
                Objects.requireNonNullElse(target.getQuery(), ""));
    }

    private Optional<Refusal> refusal(Request request) {
        HttpFields headers = request.getHeaders();
        if (request.getLength() > longestBody) {
            return Optional.of(framing.refusal(413));
        }
        if (request.getHttpURI().getPathQuery().getBytes(UTF_8).length > longestTarget) {
            return Optional.of(framing.refusal(414));
        }
        if (METHOD_OVERRIDES.stream().anyMatch(headers::contains)) {
            return Optional.of(new Refusal(Refusal.Kind.METHOD_OVERRIDE,
                    "The method cannot be overridden by a header. Send the request with the method that is meant."));
        }
        String coding = headers.get(HttpHeader.TRANSFER_ENCODING);
        if (coding != null && request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_1_0) {
            // its codings are of HTTP/1.1: a proxy that passes it on may not have seen where the body ends
            return Optional.of(framing.refusal(400));
        }
        if (coding != null && !coding.equalsIgnoreCase("chunked")) {
            return Optional.of(framing.refusal(501));
        }
        return headers.contains("Sec-WebSocket-Version")
                ? Optional.of(new Refusal(Refusal.Kind.REQUEST_INVALID, "WebSockets are not spoken here."))
                : Optional.empty();
    }

    /** Gives the request its id and its place for notes, and the answer the headers that every answer has. */
    static void prepare(Request request, Response response) {
        String offered = request.getHeaders().get(REQUEST_ID_HEADER);
        String id = (String) request.getAttribute(REQUEST_ID);
        if (id == null) {
            id = offered != null && SANE_ID.matcher(offered).matches() ? offered : newId();
            request.setAttribute(REQUEST_ID, id);
        }
        Exchange.of(request);
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(REQUEST_ID_HEADER, id);
        headers.put(NO_STORE);
        headers.put(NO_SNIFFING);
    }

    /** Different from every other, that is all: unpredictable ones are made one after the other, and a crowd would queue for them. */
    private static String newId() {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        return new UUID(chance.nextLong(), chance.nextLong()).toString();
    }

    /** Answers with a refusal where no route is involved. To a HEAD request the server sends all but the body. */
    static void refuse(Request request, Response response, Callback callback, Refusal refusal) {
        Errors.Answer answer = answer(request, refusal);
        send(response, callback, answer, answer.body());
    }

    /** As {@link #refuse}, but without a body, where the server no longer knows that it must not have one. */
    static void refuseHead(Request request, Response response, Callback callback, Refusal refusal) {
        send(response, callback, answer(request, refusal), new byte[0]);
    }

    private static Errors.Answer answer(Request request, Refusal refusal) {
        String accept = String.join(",", request.getHeaders().getValuesList(HttpHeader.ACCEPT));
        return Errors.answer(refusal, accept, (String) request.getAttribute(REQUEST_ID));
    }

    private static void send(Response response, Callback callback, Errors.Answer answer, byte[] body) {
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        // a handler that was given up may have set another
        Exchange.of(response.getRequest()).contentType(answer.contentType());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
