package proctp.contract.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SubjectTest {

    private static final Subject SUBJECT = new Subject("http://localhost:30222", new Subject.Keys("DEVELOPERSECRET", "CUSTOMERSECRET"), 963,
            Optional.of("READERSECRET"), Optional.of("OTHERSECRET"), OptionalLong.empty(), OptionalLong.empty(), false, false,
            Duration.ofSeconds(1), Duration.ofSeconds(1));

    @Test
    void neither_it_nor_its_keys_say_the_keys_as_text() {
        assertThat(SUBJECT + " " + SUBJECT.keys()).doesNotContain("SECRET");
    }

    @Test
    void where_a_text_was_cut_no_half_of_a_key_is_left() {
        for (int blanks = 130; blanks <= 160; blanks++) {
            String line = SUBJECT.withoutKeys(Shape.printable(" ".repeat(blanks) + "ODFHIR DEVELOPERSECRET/CUSTOMERSECRET"));
            assertThat(line).doesNotContain("DE", "DEV", "CU", "CUS", "SECRET");
        }
    }
}
