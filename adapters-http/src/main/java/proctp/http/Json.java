package proctp.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.function.Consumer;
import proctp.domain.Refusal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** JSON in and out, token by token. */
final class Json {

    /** Strict but for the trailing comma, which the vendor's own example has. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).build())
            .build();

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Json() {
    }

    /** What {@code write} writes, as UTF-8. */
    static byte[] bytes(Consumer<JsonGenerator> write) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write.accept(json);
        }
        return bytes.toByteArray();
    }

    /**
     * A reader of a body. The bytes are decoded strictly first: the parser itself would let overlong forms pass.
     *
     * @throws Refusal {@code BODY_REQUIRED} or {@code BODY_INVALID}
     */
    static JsonParser parser(byte[] body) {
        String text = decode(body);
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            throw new Refusal(Refusal.Kind.BODY_REQUIRED, "A body is required: a JSON object with the fields to change.");
        }
        return FACTORY.createParser(ObjectReadContext.empty(), text);
    }

    private static String decode(byte[] body) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Refusal(Refusal.Kind.BODY_INVALID, "The body is not UTF-8.");
        }
    }
}
