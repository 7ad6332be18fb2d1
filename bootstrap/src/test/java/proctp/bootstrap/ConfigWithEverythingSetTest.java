package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigWithEverythingSetTest {
    @Test
    void has_what_was_set() {
        Config config = Settings.read("HOST", "0.0.0.0", "PORT", "0", "DATA_DIR", "/srv/a/../office",
                "TIME_ZONE", "America/Chicago", "PAGE_DEFAULT", "1", "PAGE_MAX", "100000",
                "KEY_SECRET", "sixteen letters!", "SAMPLE", "false",
                "CORS_ORIGINS", "https://App.example, http://localhost:5173,https://a.example:443,http://[::1]:80");
        assertThat(config.host()).isEqualTo("0.0.0.0");
        assertThat(config.port()).isZero();
        assertThat(config.dataDirectory()).contains(Path.of("/srv/office"));
        assertThat(config.timeZone()).isEqualTo(ZoneId.of("America/Chicago"));
        assertThat(config.pageDefault()).isEqualTo(1);
        assertThat(config.pageMax()).isEqualTo(100_000);
        assertThat(config.keySecret()).contains("sixteen letters!");
        assertThat(config.sample()).contains(false);
        assertThat(config.corsOrigins()).containsExactly("https://app.example", "http://localhost:5173",
                "https://a.example", "http://[::1]");
    }

    @Test
    void listens_on_names_and_on_both_kinds_of_addresses() {
        for (String host : new String[] {"localhost", "office-1.example", "::", "::1", "fe80::1%eth0", "::ffff:10.0.0.1"}) {
            assertThat(Settings.read("HOST", host).host()).isEqualTo(host);
        }
    }

    @Test
    void needs_no_directory_with_a_database_of_ones_own() {
        Config config = Config.fromEnvironment(Settings.environment("DATABASE_URL", "postgresql://me@db/office",
                "KEY_SECRET", "sixteen letters!", "SAMPLE", "true"), Settings.machine("Linux", "?"));
        assertThat(config.dataDirectory()).isEmpty();
        assertThat(config.sample()).contains(true);
        assertThat(config.database()).contains(new Config.Database("jdbc:postgresql://db/office", "me", ""));
    }

    @Test
    void warns_of_a_directory_that_a_database_of_ones_own_makes_useless() {
        Config config = Settings.read("DATABASE_URL", "postgresql://me@db/office", "KEY_SECRET", "sixteen letters!",
                "DATA_DIR", "/srv/office", "PROT", "1");
        assertThat(config.dataDirectory()).isEmpty();
        assertThat(config.warnings()).containsExactly(
                "PROCTP_DATA_DIR has no effect with PROCTP_DATABASE_URL: only the embedded database lives in a directory.",
                "PROCTP_PROT is not a setting of ProcTP and has no effect; did you mean PROCTP_PORT?");
    }

    @Test
    void fills_no_page_above_the_largest_when_only_that_is_set() {
        assertThat(Settings.read("PAGE_MAX", "50").pageDefault()).isEqualTo(50);
        assertThat(Settings.read("PAGE_MAX", "5000").pageDefault()).isEqualTo(100);
    }

    @Test
    void warns_of_names_that_are_no_settings_and_never_shows_their_values() {
        Config config = Config.fromEnvironment(Map.of("PROCTP_PROT", "8080", "PROCTP_DATABASE_PASSWROD", "hush",
                "proctp_port", "1", "PROCTP_COLOUR", "hush", "PATH", "/bin"), Settings.machine("Linux", "/home/dent"));
        assertThat(config.warnings()).containsExactly(
                "PROCTP_COLOUR is not a setting of ProcTP and has no effect.",
                "PROCTP_DATABASE_PASSWROD is not a setting of ProcTP and has no effect;"
                        + " did you mean PROCTP_DATABASE_PASSWORD?",
                "PROCTP_PROT is not a setting of ProcTP and has no effect; did you mean PROCTP_PORT?",
                "proctp_port is not a setting of ProcTP and has no effect; did you mean PROCTP_PORT?");
    }

    @Test
    void shows_no_secret() {
        Config config = Settings.read("DATABASE_URL", "postgresql://me:hush@db/office?sslpassword=hush",
                "KEY_SECRET", "hush hush hush hush");
        assertThat(config.toString()).doesNotContain("hush").contains("jdbc:postgresql://db/office", "user=me");
        assertThat(config.database().orElseThrow().toString()).doesNotContain("hush");
        assertThat(DatabaseUrl.parse("postgresql://me:hush@db/office").orElseThrow().toString()).doesNotContain("hush");
    }
}
