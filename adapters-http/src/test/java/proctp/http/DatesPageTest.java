package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The page of date patterns says what is so. */
class DatesPageTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`|``");
    private static final ZonedDateTime TIME = ZonedDateTime.of(2023, 1, 24, 9, 33, 46, 0, ZoneId.of("America/Chicago"));

    @TestFactory
    Stream<DynamicTest> B6_every_pattern_of_the_page_writes_what_the_page_says() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("..", "docs", "dates.md")).stream()
                .filter(line -> line.startsWith("| `")).toList();
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
    void B6_the_worst_pattern_costs_no_time() {
        DatePattern worst = DatePattern.parse("DateFormatString", "dddd MMMM ".repeat(6).strip());
        assertTimeout(Duration.ofSeconds(5), () -> {
            for (int row = 0; row < 20_000; row++) {
                worst.format(TIME);
            }
        });
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
