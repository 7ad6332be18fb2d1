package proctp.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.domain.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON is written as a library writes it, which is no part of the service. */
class JsonWriterTest {

    private static final JsonFactory LIBRARY = new JsonFactory();

    private static String written(Consumer<JsonWriter> write) {
        // from no room at all, so that it has to make some wherever it needs it
        return new String(Json.bytes(0, write), UTF_8);
    }

    private static String expected(Consumer<JsonGenerator> write) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = LIBRARY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            write.accept(json);
        }
        return bytes.toString(UTF_8);
    }

    @Test
    void every_character_is_written_in_its_place() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                String text = "a" + Character.toString(codePoint) + "z";
                assertThat(written(json -> json.text(text))).isEqualTo(expected(json -> json.writeString(text)));
            }
        }
    }

    static Stream<String> mixtures() {
        Random chance = new Random(7);
        String alphabet = "aZ09 \"\\/\b\t\n\f\r\u0001\u001f\u007f\u0080\u00e9\u07ff\u0800\u20ac\uffff\ud83e\uddb7";
        int[] characters = alphabet.codePoints().toArray();
        return Stream.generate(() -> chance.ints(chance.nextInt(40), 0, characters.length).map(i -> characters[i])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString()).limit(200);
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void texts_stand_side_by_side(String text) {
        assertThat(written(json -> {
            json.startArray();
            json.text(text);
            json.text(text);
            json.endArray();
        })).isEqualTo(expected(json -> {
            json.writeStartArray();
            json.writeString(text);
            json.writeString(text);
            json.writeEndArray();
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83e", "\udfb7", "\udfb7\ud83e", "a\ud83e", "\ud83ez"})
    void half_a_character_is_no_reason_to_write_broken_bytes(String text) {
        assertThat(written(json -> json.text(text))).isEqualTo('"' + text.replace('\ud83e', '\ufffd').replace('\udfb7', '\ufffd') + '"');
    }

    static LongStream numbers() {
        return LongStream.concat(LongStream.of(0, Long.MAX_VALUE, Long.MIN_VALUE, -1),
                LongStream.iterate(1, power -> power * 10).limit(19).flatMap(power -> LongStream.of(power, power - 1, -power)));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void a_whole_number_has_all_its_digits(long number) {
        assertThat(written(json -> json.number(number))).isEqualTo(Long.toString(number));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0", "1, 0.0001", "-1, -0.0001", "10, 0.001", "-10000, -1.0", "2040000, 204.0", "1005000, 100.5", "1000500, 100.05",
            "999999999999999, 99999999999.9999", "-999999999999999, -99999999999.9999"})
    void an_amount_is_plain_and_has_a_decimal(long tenThousandths, String written) {
        assertThat(written(json -> json.number(new Money(tenThousandths)))).isEqualTo(written);
    }

    @Test
    void what_is_within_each_other_has_its_commas() {
        assertThat(written(json -> {
            json.startObject();
            json.number("a", 1);
            json.name("b");
            json.startArray();
            json.startObject();
            json.endObject();
            json.startObject();
            json.text("c", "d");
            json.number("e", Money.ZERO);
            json.endObject();
            json.nothing();
            json.endArray();
            json.name("f");
            json.nothing();
            json.endObject();
            json.endLine();
            json.startObject();
            json.endObject();
        })).isEqualTo("{\"a\":1,\"b\":[{},{\"c\":\"d\",\"e\":0.0},null],\"f\":null}\n{}");
    }
}
