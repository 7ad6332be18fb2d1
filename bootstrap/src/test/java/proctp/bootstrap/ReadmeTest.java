package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README says what is so. */
class ReadmeTest {

    @Test
    void every_setting_is_in_the_readme_with_its_default_and_meaning() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("..", "README.md")).stream()
                .filter(line -> line.startsWith("| `PROCTP_"))
                .map(line -> line.replace("`", ""))
                .toList();
        assertThat(rows).isEqualTo(Arrays.stream(Setting.values())
                .map(setting -> "| " + setting.variable() + " | " + setting.defaultText() + " | " + setting.meaning() + " |")
                .toList());
    }
}
