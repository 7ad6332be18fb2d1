package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code proctp.jar config}. */
class SettingTableTest {

    @Test
    void every_setting_has_its_value_its_source_and_its_default() {
        Said config = Said.by(Settings.environment("PORT", "0", "PAGE_MAX", "50"), "config");
        assertThat(config.exitCode()).isZero();
        assertThat(config.out().lines()).hasSize(Setting.values().length + 1);
        assertThat(row(config, "SETTING")).containsExactly("SETTING", "VALUE", "FROM", "DEFAULT");
        assertThat(row(config, "PROCTP_PORT")).containsExactly("PROCTP_PORT", "0", "environment", "30222");
        assertThat(row(config, "PROCTP_HOST")).containsExactly("PROCTP_HOST", "127.0.0.1", "default", "127.0.0.1");
        assertThat(row(config, "PROCTP_PAGE_DEFAULT")).containsExactly("PROCTP_PAGE_DEFAULT", "50", "default",
                "100, or PROCTP_PAGE_MAX if that is less");
        assertThat(row(config, "PROCTP_DATA_DIR")).contains("/home/dent/.local/share/proctp");
        assertThat(row(config, "PROCTP_SAMPLE")).contains("true");
    }

    @Test
    void no_secret_is_shown(@TempDir Path directory) throws IOException {
        Path password = Files.writeString(directory.resolve("password"), "hush");
        Said config = Said.by(Settings.environment("DATABASE_URL", "postgresql://me:hush@db/office?sslpassword=hush",
                "DATABASE_PASSWORD_FILE", password.toString(), "KEY_SECRET", "hush hush hush hush"), "config");
        assertThat(config.exitCode()).isZero();
        assertThat(config.out() + config.err()).doesNotContain("hush");
        assertThat(row(config, "PROCTP_DATABASE_URL")).contains("jdbc:postgresql://db/office");
        assertThat(row(config, "PROCTP_DATABASE_PASSWORD")).contains("********", "file " + password);
        assertThat(row(config, "PROCTP_KEY_SECRET")).contains("********", "environment");
        assertThat(row(config, "PROCTP_DATA_DIR")).contains("not used");
        assertThat(Said.by(Settings.environment("DATABASE_URL", "hush"), "config").out()).doesNotContain("hush");
    }

    @Test
    void a_check_says_whether_all_is_right_and_nothing_else() {
        Said right = Said.by(Settings.environment("PROT", "1"), "config", "check");
        assertThat(right.exitCode()).isZero();
        assertThat(right.out()).isEqualToIgnoringNewLines("The settings are right.");
        assertThat(right.err()).contains("PROCTP_PROT");
        Said wrong = Said.by(Settings.environment("PORT", "http", "SAMPLE", "maybe"), "config", "check");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err().lines()).hasSize(2);
    }

    @Test
    void settings_that_are_wrong_are_shown_all_the_same() {
        Said config = Said.by(Settings.environment("PORT", "ht\u001btp"), "config");
        assertThat(config.exitCode()).isEqualTo(2);
        assertThat(row(config, "PROCTP_PORT")).containsExactly("PROCTP_PORT", "ht?tp", "environment", "30222");
        assertThat(config.err().lines()).singleElement().asString().startsWith("PROCTP_PORT is");
    }

    @Test
    void every_command_explains_itself() {
        for (String[] command : new String[][] {{}, {"config"}, {"config", "check"}, {"verify"}, {"sample"}}) {
            String[] asked = Arrays.copyOf(command, command.length + 1);
            asked[command.length] = "--help";
            Said help = Said.by(Map.of(), asked);
            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).startsWith("Usage: java -jar proctp.jar" + (command.length == 0 ? "" : " " + String.join(" ", command)));
        }
        assertThat(Said.by(Map.of(), "--help").out()).contains("PROCTP_PORT", "default: 30222", "PROCTP_KEY_SECRET_FILE");
    }

    private static String[] row(Said said, String name) {
        return said.out().lines().filter(line -> line.startsWith(name + " ")).findFirst().orElseThrow().split(" {2,}");
    }
}
