package proctp.junit;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What was planned ends with its time. */
class ScriptTest {

    private final Script script = new Script();

    @Test
    void an_answer_that_comes_to_wait_after_a_reset_does_not_wait_when_it_was_planned_before() {
        Runnable late = script.delay(Duration.ofSeconds(50));
        script.forget();
        assertTimeoutPreemptively(Duration.ofSeconds(10), late::run);
    }
}
