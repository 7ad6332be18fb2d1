package proctp.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import proctp.domain.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** The bodies of requests, if they are of a kind that is read here. No thread waits for one that is slow to arrive. */
final class Bodies {

    private static final String READ = "proctp.bodyRead";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final int longest;
    private final JsonFactory json;
    private final Framing framing;
    private final Room room;

    Bodies(HttpSettings.Limits limits) {
        longest = limits.body();
        json = Json.reader(limits.jsonDepth());
        framing = new Framing(limits);
        room = new Room(limits.held(), "Too many bodies are half sent just now. Try again in a few seconds.");
    }

    /**
     * Goes on with {@code then} once the body is there and its object read: at once when the body came with its headers, as
     * most do; otherwise the handler ends, and it goes on later on another thread.
     *
     * <p>A body that is too large, broken, does not arrive, or is no JSON is refused as {@code BODY_…} or
     * {@code REQUEST_INVALID}, one in which a field is given twice as {@code FIELD_REPEATED}, and one for which there is no
     * memory left as {@code UNAVAILABLE}.
     *
     * @param into takes the values, and what is wrong with them
     * @throws Refusal when it is of another type than JSON; when it is there already, also each of the above, and those of {@code then}
     */
    <B> void read(Context context, Members<B> members, B into, Consumer<SentBody> then) {
        Handling handling = Handling.of(context);
        requireJson(context);
        Request request = ServletContextRequest.getServletContextRequest(context.req());
        Consumer<byte[]> arrived = body -> {
            context.attribute(READ, true);
            then.accept(new SentBody(body, parse(body, handling, members, into)));
        };
        CompletableFuture<byte[]> whole = ArrivingBody.of(request, longest, room);
        if (whole.isDone() && !whole.isCompletedExceptionally()) {
            arrived.accept(whole.join());
            return;
        }
        context.future(() -> whole.handleAsync((body, broken) -> {
            if (broken != null) {
                throw refusal(request, broken);
            }
            LoggedId.during(context, () -> arrived.accept(body));
            return body;
        }, request.getComponents().getThreadPool()));
    }

    /** Whether the request has a body, or announces one, that nobody has read. */
    static boolean isUnread(Context context) {
        boolean announced = context.req().getContentLengthLong() > 0 || context.header("Transfer-Encoding") != null;
        return announced && context.attribute(READ) == null;
    }

    private static void requireJson(Context context) {
        if (!values(context, "Content-Type").stream()
                .allMatch(type -> type.split(";", 2)[0].strip().equalsIgnoreCase("application/json"))) {
            throw new Refusal(Refusal.Kind.CONTENT_TYPE_INVALID, "The Content-Type of a body must be application/json."
                    + " Send it with the header Content-Type: application/json.");
        }
        if (!values(context, "Content-Encoding").stream().allMatch(coding -> coding.strip().equalsIgnoreCase("identity"))) {
            throw new Refusal(Refusal.Kind.CONTENT_TYPE_INVALID, "The body must be sent without a Content-Encoding.");
        }
    }

    private static List<String> values(Context context, String header) {
        return Collections.list(context.req().getHeaders(header));
    }

    private Refusal refusal(Request request, Throwable broken) {
        if (broken instanceof Refusal full) {
            return full;
        }
        return SlowClients.isLate(request) ? framing.late() : framing.fault(broken).orElseGet(
                () -> new Refusal(Refusal.Kind.REQUEST_INVALID, "The body did not arrive, or not all of it."));
    }

    private <B> List<String> parse(byte[] body, Handling handling, Members<B> members, B into) {
        String text = text(body);
        if (text.isBlank()) {
            throw new Refusal(Refusal.Kind.BODY_REQUIRED, "A body is required: a JSON object with " + members.purpose() + ".");
        }
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
            return SentObject.readBody(parser, handling, members, into);
        } catch (StreamConstraintsException tooMuch) {
            throw new Refusal(Refusal.Kind.BODY_INVALID,
                    "The body is nested too deeply, or has a name or number that is too long.");
        } catch (JacksonException malformed) {
            throw new Refusal(Refusal.Kind.BODY_INVALID, "The body is not valid JSON: see line "
                    + malformed.getLocation().getLineNr() + ", column " + malformed.getLocation().getColumnNr() + ".");
        }
    }

    /** The body's text. Its bytes are decoded strictly here: the parser itself would let overlong forms pass. */
    private static String text(byte[] body) {
        String text;
        try {
            text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Refusal(Refusal.Kind.BODY_INVALID, "The body is not UTF-8.");
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
