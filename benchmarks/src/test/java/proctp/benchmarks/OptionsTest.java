package proctp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who calls it wrongly is told what would be right. */
class OptionsTest {

    @Test
    void without_a_word_all_cases_are_measured_with_the_numbers_of_connections_that_matter() {
        assertThat(Options.of(List.of()).cases()).extracting(Case::word).containsExactly("list-10", "list-100", "row", "not-modified",
                "update", "mix", "without-policies", "without-log", "list-10@1", "list-10@32", "list-10@256",
                "update@1", "update@32", "update@256");
    }

    @Test
    void load_alone_measures_nothing() {
        assertThat(Options.of(List.of("load")).cases()).isEmpty();
    }

    @Test
    void words_are_cases_and_the_rest_is_options() {
        Options options = Options.of(List.of("--rounds=3", "mix@32", "--jar=other.jar"));
        assertThat(options.rounds()).isEqualTo(3);
        assertThat(options.jar()).isEqualTo(Path.of("other.jar"));
        assertThat(options.against()).isEmpty();
        assertThat(options.cases()).extracting(Case::connections, Case::kinds)
                .containsExactly(tuple(32, Map.of(Kind.LIST, 95, Kind.UPDATE, 5)));
    }

    @Test
    void what_is_not_understood_is_said_with_what_would_be() {
        assertThatThrownBy(() -> Options.of(List.of("lists"))).hasMessageContaining("lists").hasMessageContaining("list-100");
        assertThatThrownBy(() -> Options.of(List.of("row@many"))).hasMessageContaining("1 to 256 connections");
        assertThatThrownBy(() -> Options.of(List.of("row@257"))).hasMessageContaining("1 to 256 connections");
        assertThatThrownBy(() -> Options.of(List.of("--round=3"))).hasMessageContaining("--rounds");
        assertThatThrownBy(() -> Options.of(List.of("--rounds=0"))).hasMessageContaining("from 1 on");
    }
}
