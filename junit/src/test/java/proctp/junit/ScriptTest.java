package proctp.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import proctp.http.Companion;
import proctp.http.HttpSettings.Rate;

/** What was planned for one test happens to no request of another. */
class ScriptTest {

    private static final Companion.Asked ASKED = new Companion.Asked("GET", "/api/v1/treatplans", "");

    private final Script script = new Script();

    @Test
    void a_request_from_before_a_reset_takes_nothing_of_what_was_planned_after_it() {
        Companion late = script.apply(ASKED);
        script.forget();
        script.plan(new Target("", ""), 1, tooFast());
        assertThat(late.comes()).isEmpty();
        assertThat(script.apply(ASKED).comes()).isPresent();
    }

    @Test
    void a_request_that_has_arrived_when_something_is_planned_is_the_next_one_still() {
        Companion arrived = script.apply(ASKED);
        script.plan(new Target("", ""), 1, tooFast());
        assertThat(arrived.comes()).isPresent();
        assertThat(script.apply(ASKED).comes()).isEmpty();
    }

    @Test
    void an_answer_that_comes_to_wait_after_a_reset_does_not_wait_when_it_was_planned_before() {
        Runnable late = script.delay(Duration.ofSeconds(50));
        script.forget();
        assertTimeoutPreemptively(Duration.ofSeconds(10), late::run);
    }

    private static Companion tooFast() {
        return new Companion() {
            @Override
            public Optional<Rate> comes() {
                return Optional.of(new Rate(1, Duration.ofSeconds(1)));
            }
        };
    }
}
