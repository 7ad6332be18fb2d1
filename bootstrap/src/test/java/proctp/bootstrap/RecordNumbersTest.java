package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** It is a set of numbers like any other. */
class RecordNumbersTest {

    @Test
    void a_number_is_new_once_and_there_from_then_on() {
        RecordNumbers numbers = new RecordNumbers();
        Set<Long> expected = new HashSet<>();
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            long number = switch (i % 3) {
                case 0 -> random.nextInt(3_000);
                case 1 -> Long.MAX_VALUE - random.nextInt(3_000);
                default -> random.nextLong(Long.MAX_VALUE);
            };
            assertThat(numbers.contains(number)).isEqualTo(expected.contains(number));
            assertThat(numbers.add(number)).isEqualTo(expected.add(number));
            assertThat(numbers.contains(number)).isTrue();
            assertThat(numbers.contains(number ^ 1_024)).isEqualTo(expected.contains(number ^ 1_024));
        }
    }
}
