package proctp.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Answers as they leave: whole, with their length, never half of one. */
final class Answers {

    static final String JSON = "application/json; charset=utf-8";

    /** Bytes of most items: a row has less, a plan with its note may have more. */
    static final int ITEM = 640;

    private static final String ETAG = "ETag";

    private Answers() {
    }

    /**
     * 200 with a bare array; 304 when the client has it.
     *
     * @param tag  what the client knows it by
     * @param room what long ones may take up together until clients have taken them
     * @throws proctp.domain.Refusal {@code UNAVAILABLE} when there is no more of it
     */
    static <T> void list(Context context, Room room, List<T> rows, String tag, BiConsumer<JsonWriter, T> write) {
        tagged(context, rows.size(), tag, () -> {
            byte[] body = Json.bytes(ITEM * (rows.size() + 1), json -> {
                json.startArray();
                rows.forEach(row -> write.accept(json, row));
                json.endArray();
            });
            if (body.length > OutgoingAnswer.PART) {
                room.share(ServletContextRequest.getServletContextRequest(context.req())).take(body.length);
            }
            return body;
        });
    }

    /**
     * One object, with the status that is set; to a read, 304 when the client has it.
     *
     * @param tag what the client knows it by
     */
    static <T> void one(Context context, T row, String tag, BiConsumer<JsonWriter, T> write) {
        tagged(context, 1, tag, () -> Json.bytes(json -> write.accept(json, row)));
    }

    private static void tagged(Context context, int rows, String tag, Supplier<byte[]> body) {
        boolean isRead = context.method() == HandlerType.GET || context.method() == HandlerType.HEAD;
        // the conditions of a change were judged on what was there before it
        if (isRead && Preconditions.of(context).letKnow(tag)) {
            context.header(ETAG, tag).status(HttpStatus.NOT_MODIFIED).res().setContentType(null);
            return;
        }
        byte[] written = body.get();
        Exchange.of(context).rows(rows);
        bytes(context.header(ETAG, tag), JSON, written);
    }

    /** 200 without a body, and so without a type. */
    static void empty(Context context) {
        context.res().setContentType(null);
    }

    /** These bytes, with the status that is set. To a HEAD request the server sends all but the bytes. */
    static void bytes(Context context, String contentType, byte[] body) {
        Exchange exchange = Exchange.of(context);
        exchange.contentType(contentType);
        exchange.body(body);
    }
}
