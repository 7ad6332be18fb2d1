package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import proctp.http.HttpSettings;

class ConfigWithNothingSetTest {
    @Test
    void has_every_default() {
        Config config = Settings.read();
        HttpSettings http = config.http();
        assertThat(http.listen()).isEqualTo(new HttpSettings.Listen("127.0.0.1", 30222, Optional.empty()));
        assertThat(config.admin()).isEqualTo(new Config.Admin("127.0.0.1", 30232));
        assertThat(config.dataDirectory()).contains(Path.of("/home/dent/.local/share/proctp"));
        assertThat(config.database()).isEmpty();
        assertThat(config.databaseConnections()).isEqualTo(10);
        assertThat(http.zone()).isEqualTo(ZoneId.systemDefault());
        assertThat(http.pages()).isEqualTo(new HttpSettings.Pages(100, 1000));
        assertThat(http.limits()).isEqualTo(new HttpSettings.Limits(256 * 1024, 32 * 1024, 16 * 1024, 16, 10_000,
                Duration.ofSeconds(30), Duration.ofMinutes(2), Runtime.getRuntime().maxMemory() / 8));
        assertThat(http.throttle()).isEqualTo(new HttpSettings.Throttle(60, Optional.empty(), Set.of()));
        assertThat(config.keySecret()).isEmpty();
        assertThat(config.sample()).isEmpty();
        assertThat(http.corsOrigins()).isEmpty();
        assertThat(config.logFormat()).isEqualTo(LogFormat.AUTO);
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void takes_an_empty_value_for_none() {
        for (Setting setting : Setting.values()) {
            assertThat(Settings.read(setting.name(), "")).as(setting.variable()).isEqualTo(Settings.read());
        }
    }

    @Test
    void keeps_data_where_xdg_says_if_that_is_absolute() {
        assertThat(Settings.directory(Map.of("XDG_DATA_HOME", "/srv/share"), Settings.machine("Linux", "/home/dent")))
                .isEqualTo(Path.of("/srv/share/proctp"));
        assertThat(Settings.directory(Map.of("XDG_DATA_HOME", "share"), Settings.machine("Linux", "/home/dent")))
                .isEqualTo(Path.of("/home/dent/.local/share/proctp"));
    }

    @Test
    void keeps_data_in_the_home_that_the_environment_names_before_the_one_of_the_user_list() {
        assertThat(Settings.directory(Map.of("HOME", "/srv/home"), Settings.machine("Linux", "/home/dent")))
                .isEqualTo(Path.of("/srv/home/.local/share/proctp"));
        assertThat(Settings.directory(Map.of("HOME", "/srv/home"), Settings.machine("Linux", "?")))
                .isEqualTo(Path.of("/srv/home/.local/share/proctp"));
        for (String none : new String[] {"", "home"}) {
            assertThat(Settings.directory(Map.of("HOME", none), Settings.machine("Linux", "/home/dent")))
                    .isEqualTo(Path.of("/home/dent/.local/share/proctp"));
        }
        assertThat(Settings.directory(Map.of("HOME", "/srv/home"), Settings.machine("Windows 11", "/C/dent")))
                .isEqualTo(Path.of("/C/dent/AppData/Local/proctp"));
    }

    @Test
    void keeps_data_where_windows_does() {
        // absolute here as C:\ is there
        assertThat(Settings.directory(Map.of("LOCALAPPDATA", "/C/Local"), Settings.machine("Windows 11", "/C/dent")))
                .isEqualTo(Path.of("/C/Local/proctp"));
        assertThat(Settings.directory(Map.of(), Settings.machine("Windows 11", "/C/dent")))
                .isEqualTo(Path.of("/C/dent/AppData/Local/proctp"));
    }

    @Test
    void is_wrong_for_a_user_without_a_home() {
        for (String home : new String[] {null, "?"}) {
            assertThatThrownBy(() -> Settings.directory(Map.of(), Settings.machine("Linux", home)))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage("PROCTP_DATA_DIR is not set and this user has no home directory: set it to the directory"
                            + " in which the embedded database shall live.");
        }
    }

    @Test
    void is_described_for_the_help() {
        assertThat(Setting.values()).hasSize(30).allSatisfy(setting -> {
            assertThat(setting.variable()).isEqualTo("PROCTP_" + setting.name());
            assertThat(setting.defaultText()).isNotBlank();
            assertThat(setting.meaning()).isNotBlank().doesNotContain("\n");
        });
    }
}
