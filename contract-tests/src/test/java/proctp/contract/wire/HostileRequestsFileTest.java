package proctp.contract.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of hostile requests says what it is meant to say. */
class HostileRequestsFileTest {

    @Test
    void the_file_has_hundreds_of_requests_each_with_a_name_of_its_own() {
        List<HostileRequest> all = HostileRequest.all();
        assertThat(all).hasSizeGreaterThan(500).extracting(HostileRequest::name).doesNotHaveDuplicates();
    }

    @Test
    void a_line_is_an_answer_a_name_and_bytes() {
        HostileRequest request = only("404 PROC_TP_NOT_FOUND | U9 no | such row | GET /x|y");
        assertThat(request.status()).isEqualTo(404);
        assertThat(request.code()).isEqualTo("PROC_TP_NOT_FOUND");
        assertThat(request.name()).isEqualTo("U9 no");
        assertThat(request.change()).isEmpty();
        assertThat(only("404 X | no row | GET /x|y").bytes()).asString(UTF_8).isEqualTo("GET /x|y");
    }

    @Test
    void an_answer_may_say_what_changes_or_nothing_at_all() {
        assertThat(only("200 \"Surf\":\"\\\\u001B \\xC3\\xA9 |\", | a name | x").change()).isEqualTo("\"Surf\":\"\\u001B é |\",");
        HostileRequest nothing = only("200 | a name | x");
        assertThat(nothing.code() + nothing.change()).isEmpty();
    }

    @Test
    void comments_and_empty_lines_are_passed_over() {
        assertThat(HostileRequest.read("# 200 | no | x\n\n \n200 | yes | x\n")).extracting(HostileRequest::name).containsExactly("yes");
    }

    @Test
    void escapes_stand_for_bytes_and_characters_for_theirs_in_utf_8() {
        assertThat(bytes("\\r\\n\\\\\\<\\x00\\xFFé🦷|")).isEqualTo("\r\n\\<\0\u00FF\u00C3\u00A9\u00F0\u009F\u00A6\u00B7|");
    }

    @Test
    void a_word_stands_for_what_it_was_said_to_be() {
        assertThat(new String(HostileRequest.read("let a = \\x20x\nlet b = <a>y\n200 | n | <b>z<a>").get(0).bytes(), UTF_8))
                .isEqualTo(" xyz x");
    }

    @Test
    void the_length_is_that_of_what_stands_behind_the_first_empty_line() {
        assertThat(bytes("L: <length>\\r\\n\\r\\n<12 * é>\\r\\n\\r\\n")).startsWith("L: 28\r\n\r\n");
        assertThat(bytes("L: <length>")).isEqualTo("L: 0");
    }

    @Test
    void a_repetition_counts_in_decimals_and_in_binary() {
        assertThat(bytes("<3 * ab>")).isEqualTo("ababab");
        assertThat(bytes("<11 * #,>")).isEqualTo("0,1,2,3,4,5,6,7,8,9,10,");
        assertThat(bytes("<4 * (Aa/BB)\\x2C>")).isEqualTo("AaAa,AaBB,BBAa,BBBB,");
    }

    @Test
    void names_that_are_meant_to_collide_do() {
        String names = bytes("<8192 * (Aa/BB),>");
        assertThat(names.split(",")).hasSize(8192).doesNotHaveDuplicates().extracting(String::hashCode).containsOnly(names.split(",")[0].hashCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 | a name", "OK | a name | x", "200 bad_code | a name | x", "200 | n | <unknown>", "200 | n | <open",
        "200 | n | \\q", "200 | n | \\xZZ", "let A = x", "200 | n | end\\"})
    void what_is_not_of_the_form_is_not_passed_over(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> HostileRequest.read(line));
    }

    private static HostileRequest only(String line) {
        return HostileRequest.read(line).get(0);
    }

    private static String bytes(String text) {
        return new String(only("200 | a name | " + text).bytes(), ISO_8859_1);
    }
}
