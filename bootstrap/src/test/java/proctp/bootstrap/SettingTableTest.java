package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code proctp.jar config}. */
class SettingTableTest {

    @Test
    void every_setting_has_its_value_its_source_and_its_default() {
        Printed config = run(Settings.environment("PORT", "0", "PAGE_MAX", "50"), "config");
        assertThat(config.exitCode()).isZero();
        assertThat(config.out().lines()).hasSize(Setting.values().length + 1);
        assertThat(config.row("SETTING")).containsExactly("SETTING", "VALUE", "FROM", "DEFAULT");
        assertThat(config.row("PROCTP_PORT")).containsExactly("PROCTP_PORT", "0", "environment", "30222");
        assertThat(config.row("PROCTP_HOST")).containsExactly("PROCTP_HOST", "127.0.0.1", "default", "127.0.0.1");
        assertThat(config.row("PROCTP_PAGE_DEFAULT")).containsExactly("PROCTP_PAGE_DEFAULT", "50", "default",
                "100, or PROCTP_PAGE_MAX if that is less");
        assertThat(config.row("PROCTP_DATA_DIR")).contains("/home/dent/.local/share/proctp");
        assertThat(config.row("PROCTP_SAMPLE")).contains("true");
    }

    @Test
    void no_secret_is_shown(@TempDir Path directory) throws IOException {
        Path password = Files.writeString(directory.resolve("password"), "hush");
        Printed config = run(Settings.environment("DATABASE_URL", "postgresql://me:hush@db/office?sslpassword=hush",
                "DATABASE_PASSWORD_FILE", password.toString(), "KEY_SECRET", "hush hush hush hush"), "config");
        assertThat(config.exitCode()).isZero();
        assertThat(config.out() + config.err()).doesNotContain("hush");
        assertThat(config.row("PROCTP_DATABASE_URL")).contains("jdbc:postgresql://db/office");
        assertThat(config.row("PROCTP_DATABASE_PASSWORD")).contains("********", "file " + password);
        assertThat(config.row("PROCTP_KEY_SECRET")).contains("********", "environment");
        assertThat(config.row("PROCTP_DATA_DIR")).contains("not used");
        assertThat(run(Settings.environment("DATABASE_URL", "hush"), "config").out()).doesNotContain("hush");
    }

    @Test
    void a_check_says_whether_all_is_right_and_nothing_else() {
        Printed right = run(Settings.environment("PROT", "1"), "config", "check");
        assertThat(right.exitCode()).isZero();
        assertThat(right.out()).isEqualToIgnoringNewLines("The settings are right.");
        assertThat(right.err()).contains("PROCTP_PROT");
        Printed wrong = run(Settings.environment("PORT", "http", "SAMPLE", "maybe"), "config", "check");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err().lines()).hasSize(2);
    }

    @Test
    void settings_that_are_wrong_are_shown_all_the_same() {
        Printed config = run(Settings.environment("PORT", "ht\u001btp"), "config");
        assertThat(config.exitCode()).isEqualTo(2);
        assertThat(config.row("PROCTP_PORT")).containsExactly("PROCTP_PORT", "ht?tp", "environment", "30222");
        assertThat(config.err().lines()).singleElement().asString().startsWith("PROCTP_PORT is");
    }

    @Test
    void every_command_explains_itself() {
        for (String[] command : new String[][] {{}, {"config"}, {"config", "check"}}) {
            String[] asked = Arrays.copyOf(command, command.length + 1);
            asked[command.length] = "--help";
            Printed help = run(Map.of(), asked);
            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).startsWith("Usage: java -jar proctp.jar" + (command.length == 0 ? "" : " " + String.join(" ", command)));
        }
        assertThat(run(Map.of(), "--help").out()).contains("PROCTP_PORT", "default: 30222", "PROCTP_KEY_SECRET_FILE");
    }

    private record Printed(int exitCode, String out, String err) {

        String[] row(String name) {
            return out.lines().filter(line -> line.startsWith(name + " ")).findFirst().orElseThrow().split(" {2,}");
        }
    }

    private static Printed run(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = ServeCommand.commandLine(environment, Settings.machine("Linux", "/home/dent"), Clock.systemUTC())
                .setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Printed(line.execute(arguments), out.toString(), err.toString());
    }
}
