package proctp.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** Answers as they leave: whole, with their length, never half of one. */
final class Answers {

    static final String JSON = "application/json; charset=utf-8";

    private static final String ETAG = "ETag";

    private Answers() {
    }

    /**
     * 200 with a bare array; 304 when the client has it.
     *
     * @param tag what the client knows it by
     */
    static <T> void list(Context context, List<T> rows, String tag, BiConsumer<JsonGenerator, T> write) {
        tagged(context, rows.size(), tag, json -> {
            json.writeStartArray();
            rows.forEach(row -> write.accept(json, row));
            json.writeEndArray();
        });
    }

    /**
     * 200 with one object; to a read, 304 when the client has it.
     *
     * @param tag what the client knows it by
     */
    static <T> void one(Context context, T row, String tag, BiConsumer<JsonGenerator, T> write) {
        tagged(context, 1, tag, json -> write.accept(json, row));
    }

    private static void tagged(Context context, int rows, String tag, Consumer<JsonGenerator> write) {
        boolean isRead = context.method() == HandlerType.GET || context.method() == HandlerType.HEAD;
        // the conditions of a change were judged on what was there before it
        if (isRead && Preconditions.of(context).letKnow(tag)) {
            context.header(ETAG, tag).status(HttpStatus.NOT_MODIFIED).res().setContentType(null);
            return;
        }
        Exchange.of(context).rows(rows);
        bytes(context.header(ETAG, tag), JSON, Json.bytes(write));
    }

    /** 200 without a body, and so without a type. */
    static void empty(Context context) {
        context.res().setContentType(null);
        context.res().setContentLength(0);
    }

    /** These bytes, with the status that is set. To a HEAD request the server sends all but the bytes. */
    static void bytes(Context context, String contentType, byte[] body) {
        context.res().setContentLength(body.length);
        context.contentType(contentType).result(body);
    }
}
