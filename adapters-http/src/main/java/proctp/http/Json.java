package proctp.http;

import java.util.function.Consumer;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** JSON in and out. */
final class Json {

    private static final int USUAL = 1024;

    private Json() {
    }

    /** What {@code write} writes, as UTF-8. */
    static byte[] bytes(Consumer<JsonWriter> write) {
        return bytes(USUAL, write);
    }

    /** The same, where it is known about how many bytes they will be. */
    static byte[] bytes(int expected, Consumer<JsonWriter> write) {
        JsonWriter json = new JsonWriter(expected);
        write.accept(json);
        return json.toBytes();
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
