package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the parts of the service are closed. */
class PartsTest {

    private final List<String> closed = new ArrayList<>();
    private final Parts parts = new Parts();

    @Test
    void the_last_to_be_opened_is_closed_first() {
        parts.opened(() -> closed.add("database"));
        parts.opened(() -> closed.add("server"));
        parts.close();
        parts.close();
        assertThat(closed).containsExactly("server", "database");
    }

    @Test
    void a_part_that_fails_leaves_none_of_the_others_running() {
        parts.opened(() -> closed.add("database"));
        parts.opened(() -> {
            throw new IllegalStateException("stuck");
        });
        parts.opened(() -> {
            // what a JVM says that has lost its jar
            throw new NoClassDefFoundError("proctp/http/Listener");
        });
        parts.close();
        assertThat(closed).containsExactly("database");
    }

    @Test
    void a_part_that_comes_too_late_is_closed_at_once() {
        parts.close();
        assertThat(parts.isClosing()).isTrue();
        assertThatThrownBy(() -> parts.opened(() -> closed.add("late"))).isInstanceOf(StartException.class);
        assertThat(closed).containsExactly("late");
    }
}
