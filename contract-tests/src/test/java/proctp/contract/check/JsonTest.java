package proctp.contract.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"204.0", "204", "2.04E2", "-0.0", "1e400", "12345678901234567890"})
    void a_number_stays_as_it_is_written(String number) {
        assertThat(read("[" + number + "]").orElseThrow().items().get(0).text()).isEqualTo(number);
    }

    @Test
    void members_stay_in_their_order_and_as_often_as_they_are_there() {
        Json object = read("{\"b\":1,\"a\":null,\"b\":\"x\"}").orElseThrow();
        assertThat(object.names()).containsExactly("b", "a", "b");
        assertThat(object.get("a").orElseThrow().is(Json.Kind.NULL)).isTrue();
    }

    @Test
    void blanks_between_tokens_are_no_difference() {
        assertThat(read(" { \"a\" : [ 1 , true ] }\n")).isEqualTo(read("{\"a\":[1,true]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1", "{\"a\"}", "<html>", "1 2", "{}x", "{'a':1}", "[1,]", "01", "NaN"})
    void what_is_not_exactly_one_value_is_none(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void bytes_that_are_not_utf_8_are_none() {
        assertThat(Json.read(new byte[] {'"', (byte) 0xff, '"'})).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":[1.50,\"x\\\"\\\\\\n\\u0001\",true,null,{}]}", "\"\uD83E\uDDB7\""})
    void what_is_written_is_read_as_the_same(String text) {
        Json value = read(text).orElseThrow();
        assertThat(read(value.written())).contains(value);
    }

    @ParameterizedTest
    @CsvSource({"2023-01-24T09:33:46, 9999-99-99x99:99:99", "2.04E2, 9.99E9", "-1, -9", "24/01/23, 99/99/99"})
    void a_shape_tells_how_a_value_is_written_and_not_what_it_says(String value, String shape) {
        assertThat(Shape.of(value)).isEqualTo(shape);
    }

    @Test
    void names_of_members_that_differ_can_stand_in_a_line_and_in_xml() {
        assertThat(read("{\"a\\u001b[31m\":1}").orElseThrow().differences(read("{}").orElseThrow())).isEqualTo("a?[31m");
    }

    private static Optional<Json> read(String text) {
        return Json.read(text.getBytes(UTF_8));
    }
}
