package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as one answer to one request. */
class RawAnswerTest {

    private static final String HEAD = "HTTP/1.1 400 Bad Request\r\nError-Code: X\r\ncontent-length: 4\r\n\r\n";

    @Test
    void an_answer_is_taken_apart() {
        RawAnswer answer = read(HEAD + "\u00C3\u00A9\r\n");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("error-code")).isEqualTo("X");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.body()).isEqualTo("é\r\n");
    }

    @Test
    void an_interim_answer_is_passed_over() {
        assertThat(read("HTTP/1.1 100 Continue\r\n\r\n" + HEAD + "body").status()).isEqualTo(400);
    }

    @Test
    void to_a_request_for_the_head_the_head_is_all() {
        assertThat(RawAnswer.read(HEAD, true, Duration.ZERO).body()).isEmpty();
        assertThatThrownBy(() -> RawAnswer.read(HEAD + "body", true, Duration.ZERO)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "HTTP/1.1 400 Bad Request\r\n", HEAD + "bod", HEAD + "body" + HEAD + "body",
        "HTTP/1.1 200 OK\r\nA: 1\r\na: 2\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n"})
    void what_is_not_one_whole_answer_is_a_failure(String received) {
        assertThatThrownBy(() -> read(received)).isInstanceOf(AssertionError.class);
    }

    private static RawAnswer read(String received) {
        return RawAnswer.read(received, false, Duration.ZERO);
    }
}
