package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, and what need not be. */
class AnswersTest {

    /** Ends the test if anything is written. */
    private static final BiConsumer<JsonWriter, String> WRITES = (json, row) -> {
        throw new CancellationException("this writes " + row);
    };

    private static final Room ROOM = new Room(0, "There is no room.");

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void X7_nothing_is_written_for_a_client_that_has_it(String method) {
        Context context = HeardContext.of(method, Map.of("If-None-Match", "\"tag\""));
        Answers.list(context, ROOM, List.of("a row"), "\"tag\"", WRITES);
        Answers.one(context, "a row", "\"tag\"", WRITES);
        assertThat(Exchange.of(context).body()).isEmpty();
        assertThat(Exchange.of(context).rows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void X7_all_is_written_for_a_client_that_has_something_else(String method) {
        Context context = HeardContext.of(method, Map.of("If-None-Match", "\"another\""));
        assertThatThrownBy(() -> Answers.list(context, ROOM, List.of("a row"), "\"tag\"", WRITES)).hasMessage("this writes a row");
        assertThatThrownBy(() -> Answers.one(context, "a row", "\"tag\"", WRITES)).hasMessage("this writes a row");
    }

    @Test
    void X7_the_answer_to_an_update_is_written_whatever_the_client_has() {
        Context context = HeardContext.of("PUT", Map.of("If-None-Match", "\"tag\""));
        assertThatThrownBy(() -> Answers.one(context, "a row", "\"tag\"", WRITES)).hasMessage("this writes a row");
    }
}
