package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page for the operator says what is so. */
class OperatingPageTest {

    @Test
    void every_setting_is_on_the_page_with_its_default_and_meaning() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("..", "docs", "operating.md")).stream()
                .filter(line -> line.startsWith("| `PROCTP_"))
                .map(line -> line.replace("`", ""))
                .toList();
        assertThat(rows).isEqualTo(Arrays.stream(Setting.values())
                .map(setting -> "| " + setting.variable() + " | " + setting.defaultText() + " | " + setting.meaning() + " |")
                .toList());
    }
}
