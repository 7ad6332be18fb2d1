package proctp.http;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** JSON in and out, token by token. */
final class Json {

    private static final JsonFactory WRITER = new JsonFactory();

    private Json() {
    }

    /** What {@code write} writes, as UTF-8. */
    static byte[] bytes(Consumer<JsonGenerator> write) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = WRITER.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write.accept(json);
        }
        return bytes.toByteArray();
    }

    /**
     * What reads JSON strictly but for the trailing comma, which the vendor's own example has.
     *
     * @param depth how many objects and arrays may be within each other
     */
    static JsonFactory reader(int depth) {
        return JsonFactory.builder()
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                // names come from clients: its table of those it has seen can be filled until it breaks
                .disable(JsonFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(depth).build())
                .build();
    }
}
