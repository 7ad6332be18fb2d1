package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import proctp.application.PracticeNum;

class PracticeOptionTest {

    @Test
    void the_only_practice_need_not_be_named() {
        assertThat(chosen(practices(7))).isEqualTo(new PracticeNum(7));
        assertThat(chosen(practices(7), "--practice", "7")).isEqualTo(new PracticeNum(7));
    }

    @Test
    void of_several_one_must_be_named() {
        assertThat(chosen(practices(1, 2), "--practice", "2")).isEqualTo(new PracticeNum(2));
        assertThatThrownBy(() -> chosen(practices(1, 2))).isInstanceOf(ParameterException.class)
                .hasMessage("--practice must say which one is meant. The office holds: 1 (No. 1), 2 (No. 2).");
    }

    @Test
    void one_that_is_not_there_is_refused_and_those_that_are_are_named() {
        assertThatThrownBy(() -> chosen(practices(1, 2), "--practice", "3")).isInstanceOf(ParameterException.class)
                .hasMessage("There is no practice 3. The office holds: 1 (No. 1), 2 (No. 2).");
        assertThatThrownBy(() -> chosen(practices(), "--practice", "3")).isInstanceOf(ParameterException.class)
                .hasMessage("There is no practice 3. The office holds no practice yet.");
        assertThatThrownBy(() -> chosen(practices())).isInstanceOf(ParameterException.class)
                .hasMessage("The office holds no practice yet.");
    }

    @Test
    void one_that_is_to_be_filled_need_not_be_there_yet() {
        assertThat(chosenOrNew(practices())).isEqualTo(new PracticeNum(1));
        assertThat(chosenOrNew(practices(7))).isEqualTo(new PracticeNum(7));
        assertThat(chosenOrNew(practices(7), "--practice", "3")).isEqualTo(new PracticeNum(3));
        assertThatThrownBy(() -> chosenOrNew(practices(1, 2))).isInstanceOf(ParameterException.class)
                .hasMessageStartingWith("--practice must say which one is meant.");
        assertThatThrownBy(() -> chosenOrNew(practices(7), "--practice", "0")).isInstanceOf(ParameterException.class)
                .hasMessage("--practice must be the number of a practice, from 1.");
    }

    @Test
    void not_more_than_twenty_are_named_and_no_name_can_command_a_terminal() {
        Map<PracticeNum, String> many = practices(LongStream.rangeClosed(1, 21).toArray());
        many.put(new PracticeNum(1), "No.\u001b[1m 1");
        assertThatThrownBy(() -> chosen(many)).isInstanceOf(ParameterException.class)
                .hasMessageContaining("1 (No.?[1m 1), ").hasMessageEndingWith("20 (No. 20), and more.");
    }

    @Test
    void one_without_a_name_is_told_by_its_number_alone() {
        Map<PracticeNum, String> two = practices(1, 2);
        two.put(new PracticeNum(1), "");
        assertThatThrownBy(() -> chosen(two)).hasMessageEndingWith("The office holds: 1, 2 (No. 2).");
    }

    @Test
    void what_is_no_number_is_refused_in_plain_words() {
        assertThatThrownBy(() -> chosen(practices(1), "--practice", "x")).isInstanceOf(ParameterException.class)
                .hasMessage("Invalid value for option '--practice': it must be a whole number.");
    }

    private static Map<PracticeNum, String> practices(long... nums) {
        Map<PracticeNum, String> practices = new LinkedHashMap<>();
        LongStream.of(nums).forEach(num -> practices.put(new PracticeNum(num), "No. " + num));
        return practices;
    }

    private static PracticeNum chosenOrNew(Map<PracticeNum, String> practices, String... arguments) {
        WithPractice command = new WithPractice();
        new CommandLine(command).parseArgs(arguments);
        return command.practice.orNew(practices);
    }

    private static PracticeNum chosen(Map<PracticeNum, String> practices, String... arguments) {
        WithPractice command = new WithPractice();
        new CommandLine(command).parseArgs(arguments);
        return command.practice.of(practices);
    }

    @Command(name = "command")
    private static final class WithPractice {
        @Mixin
        private PracticeOption practice;
    }
}
