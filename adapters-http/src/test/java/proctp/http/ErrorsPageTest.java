package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import proctp.domain.Refusal;

/** The page of errors is the enum of refusals, in its order, with the statuses that clients get. */
class ErrorsPageTest {

    private static final Pattern ROW = Pattern.compile("\\| `(\\w+)` \\| (\\d+) \\| [^|]+\\. \\| [^|]+\\. \\|");

    @Test
    void B2_every_code_is_on_the_page_with_its_status() throws IOException {
        List<String> page = Files.readAllLines(Path.of("..", "docs", "errors.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(ROW::matcher)
                .map(row -> row.matches() ? row.group(1) + " " + row.group(2) : "not a row of the table")
                .toList();
        assertThat(page).isEqualTo(Arrays.stream(Refusal.Kind.values()).map(kind -> kind + " " + Errors.status(kind)).toList());
    }
}
