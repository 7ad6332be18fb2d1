package proctp.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import tools.jackson.core.JsonGenerator;

/** Answers as they leave: whole, with their length, never half of one. */
final class Answers {

    static final String JSON = "application/json; charset=utf-8";

    private Answers() {
    }

    /**
     * 200 with a bare array.
     *
     * @param room what long ones may take up together until clients have taken them
     * @throws proctp.domain.Refusal {@code UNAVAILABLE} when there is no more of it
     */
    static <T> void list(Context context, Room room, List<T> rows, BiConsumer<JsonGenerator, T> write) {
        byte[] body = Json.bytes(json -> {
            json.writeStartArray();
            rows.forEach(row -> write.accept(json, row));
            json.writeEndArray();
        });
        if (body.length > OutgoingAnswer.PART) {
            room.share(ServletContextRequest.getServletContextRequest(context.req())).take(body.length);
        }
        Exchange.of(context).rows(rows.size());
        bytes(context, JSON, body);
    }

    /** One object, with the status that is set. */
    static <T> void one(Context context, T row, BiConsumer<JsonGenerator, T> write) {
        Exchange.of(context).rows(1);
        bytes(context, JSON, Json.bytes(json -> write.accept(json, row)));
    }

    /** 200 without a body, and so without a type. */
    static void empty(Context context) {
        context.res().setContentType(null);
    }

    /** These bytes, with the status that is set. To a HEAD request the server sends all but the bytes. */
    static void bytes(Context context, String contentType, byte[] body) {
        context.contentType(contentType);
        Exchange.of(context).body(body);
    }
}
