package proctp.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;

/** Answers as they leave: whole, with their length, never half of one. */
final class Answers {

    static final String JSON = "application/json; charset=utf-8";

    private Answers() {
    }

    /** 200 with a bare array. */
    static <T> void list(Context context, List<T> rows, BiConsumer<JsonGenerator, T> write) {
        Exchange.of(context).rows(rows.size());
        bytes(context, JSON, Json.bytes(json -> {
            json.writeStartArray();
            rows.forEach(row -> write.accept(json, row));
            json.writeEndArray();
        }));
    }

    /** One object, with the status that is set. */
    static <T> void one(Context context, T row, BiConsumer<JsonGenerator, T> write) {
        Exchange.of(context).rows(1);
        bytes(context, JSON, Json.bytes(json -> write.accept(json, row)));
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
