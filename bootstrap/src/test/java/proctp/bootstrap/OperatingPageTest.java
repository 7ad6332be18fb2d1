package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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

    @Test
    void every_command_is_explained_on_the_page_and_named_in_the_readme() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "operating.md"));
        String readme = Files.readString(Path.of("..", "README.md"));
        ServeCommand.commandLine(Map.of(), new Properties(), Clock.systemUTC()).getSubcommands().keySet().stream()
                // config has its place beside the settings
                .filter(command -> !command.equals("config"))
                .forEach(command -> {
                    assertThat(page).contains("\n### " + command + "\n");
                    assertThat(readme).contains("\n| `" + command + "` | ");
                });
    }
}
