package proctp.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.domain.Refusal;

/** The page of date patterns says what is so. */
class DatesPageTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`|``");
    private static final ZonedDateTime TIME = ZonedDateTime.of(2023, 1, 24, 9, 33, 46, 0, ZoneId.of("America/Chicago"));

    /** Of all times, one that takes most letters: a Wednesday in September, in two digits each. */
    private static final ZonedDateTime LONGEST = ZonedDateTime.of(2023, 9, 27, 23, 33, 46, 0, ZoneId.of("America/Chicago"));

    private static final String ALPHABET = "ddddMMMMyyyyHhmsttfFgzKK'\"\\%/: .";

    /** That is {@code K}, which stands for an offset from UTC. */
    private static final int MOST_FOR_A_LETTER = 6;

    @TestFactory
    Stream<DynamicTest> B6_every_pattern_of_the_page_writes_what_the_page_says() throws IOException {
        List<String> rows = rows();
        assertThat(rows).hasSizeGreaterThan(15);
        return rows.stream()
                .map(line -> line.split(" \\| "))
                .flatMap(row -> {
                    List<String> patterns = codes(row[0]);
                    List<String> written = codes(row[2]);
                    assertThat(written).as(row[0]).hasSameSizeAs(patterns);
                    return Stream.iterate(0, i -> i < patterns.size(), i -> i + 1)
                            .map(i -> DynamicTest.dynamicTest(patterns.get(i), () -> writes(patterns.get(i), written.get(i))));
                });
    }

    @Test
    void B6_a_letter_that_is_not_on_the_page_stands_for_itself() throws IOException {
        String onThePage = rows().stream().map(row -> row.substring(3, 4)).collect(joining());
        assertThat(onThePage).contains("d", "M", "y", "g", "h", "H", "m", "s", "t", "f", "F", "z", "K");
        Stream.concat(IntStream.rangeClosed('A', 'Z').boxed(), IntStream.rangeClosed('a', 'z').boxed()).map(Character::toString)
                .filter(letter -> !onThePage.contains(letter))
                .forEach(letter -> assertThat(DatePattern.parse("DateFormatString", "%" + letter).format(TIME)).isEqualTo(letter));
    }

    /** Writing only adds to what is written, but for a point that F takes back: what comes out bounds what it costs. */
    @Test
    void B6_a_pattern_writes_in_proportion_to_its_length() {
        Random random = new Random(6);
        int honoured = 0;
        for (int i = 0; i < 20_000; i++) {
            String pattern = random.ints(random.nextInt(2, 65), 0, ALPHABET.length())
                    .mapToObj(at -> ALPHABET.substring(at, at + 1)).collect(joining());
            try {
                assertThat(DatePattern.parse("DateFormatString", pattern).format(LONGEST)).as(pattern)
                        .hasSizeLessThanOrEqualTo(MOST_FOR_A_LETTER * pattern.length());
                honoured++;
            } catch (Refusal notAPattern) {
                assertThat(notAPattern.kind()).isEqualTo(Refusal.Kind.PARAMETER_INVALID);
            }
        }
        assertThat(honoured).isGreaterThan(5_000);
        assertThat(DatePattern.parse("DateFormatString", "K".repeat(64)).format(LONGEST)).hasSize(MOST_FOR_A_LETTER * 64);
    }

    /** Each step of the reading looks at one part and goes on behind it; no pattern has more than 64 parts. */
    @ParameterizedTest
    @ValueSource(strings = {"y", "yM", "''", "\\y", "%d", "'", "zzz", "'\\''"})
    void B6_no_pattern_is_longer_than_64_characters(String part) {
        String pattern = part.repeat(1 + 64 / part.length());
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> DatePattern.parse("DateFormatString", pattern))
                .withMessage("DateFormatString must be a pattern of 1 to 64 characters, such as MM/dd/yyyy.");
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "dates.md")).stream().filter(line -> line.startsWith("| `")).toList();
    }

    private static void writes(String pattern, String written) {
        // a single letter is a standard format: the pattern needs a companion or a %
        String sent = pattern.length() == 1 ? "%" + pattern : pattern;
        assertThat(DatePattern.parse("DateFormatString", sent).format(TIME)).isEqualTo(written);
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map((MatchResult code) -> code.group(1) == null ? "" : code.group(1)).toList();
    }
}
