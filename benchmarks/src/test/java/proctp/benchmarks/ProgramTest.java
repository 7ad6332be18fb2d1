package proctp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the caller has set for programs of its own is not measured. */
class ProgramTest {

    @Test
    void nothing_of_the_caller_s_that_begins_with_the_prefix_steers_a_program() {
        ProcessBuilder builder = new ProcessBuilder("none");
        builder.environment().putAll(Map.of("PGSSLMODE", "require", "PGUSER", "caller", "MY_PG", "stays"));
        Program.give(builder, "PG", Map.of("PGUSER", "proctp"));
        assertThat(builder.environment()).containsEntry("PGUSER", "proctp").containsEntry("MY_PG", "stays").doesNotContainKey("PGSSLMODE");
    }
}
