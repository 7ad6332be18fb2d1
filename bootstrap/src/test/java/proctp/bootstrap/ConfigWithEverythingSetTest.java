package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import proctp.http.HttpSettings;
import proctp.postgres.PostgresSettings.Login;

class ConfigWithEverythingSetTest {
    @Test
    void has_what_was_set() {
        Config config = Settings.read("HOST", "::1", "PORT", "0", "ADMIN_HOST", "localhost", "ADMIN_PORT", "1",
                "DATA_DIR", "/srv/a/../office", "DATABASE_CONNECTIONS", "3", "TIME_ZONE", "America/Chicago",
                "PAGE_DEFAULT", "1", "PAGE_MAX", "100000", "MAX_BODY", "2048", "MAX_HEADERS", "4096", "MAX_TARGET", "1000",
                "MAX_JSON_DEPTH", "4", "MAX_CONNECTIONS", "50", "REQUEST_SECONDS", "7", "WRONG_KEYS_PER_MINUTE", "0",
                "RATE_LIMIT", "1/5", "TRUSTED_PROXIES", "10.0.0.5, ::1", "KEY_SECRET", "sixteen letters!",
                "SAMPLE", "false", "LOG_FORMAT", "json",
                "CORS_ORIGINS", "https://App.example, http://localhost:5173,https://a.example:443,http://[::1]:80");
        HttpSettings http = config.http();
        assertThat(http.listen()).isEqualTo(new HttpSettings.Listen("::1", 0, Optional.empty()));
        assertThat(config.admin()).isEqualTo(new Config.Admin("localhost", 1));
        assertThat(config.dataDirectory()).contains(Path.of("/srv/office"));
        assertThat(config.databaseConnections()).isEqualTo(3);
        assertThat(http.zone()).isEqualTo(ZoneId.of("America/Chicago"));
        assertThat(http.pages()).isEqualTo(new HttpSettings.Pages(1, 100_000));
        assertThat(http.limits()).isEqualTo(new HttpSettings.Limits(2048, 4096, 1000, 4, 50,
                Duration.ofSeconds(7), Duration.ofMinutes(2), Runtime.getRuntime().maxMemory() / 8));
        assertThat(http.throttle().wrongKeysPerMinute()).isZero();
        assertThat(http.throttle().perKey()).contains(new HttpSettings.Rate(1, Duration.ofSeconds(5)));
        assertThat(http.throttle().trustedProxies()).extracting(InetAddress::getHostAddress)
                .containsExactlyInAnyOrder("10.0.0.5", "0:0:0:0:0:0:0:1");
        assertThat(config.keySecret()).contains("sixteen letters!");
        assertThat(config.sample()).contains(false);
        assertThat(config.logFormat()).isEqualTo(LogFormat.JSON);
        assertThat(http.corsOrigins()).containsExactlyInAnyOrder("https://app.example", "http://localhost:5173",
                "https://a.example", "http://[::1]");
    }

    @Test
    void listens_on_names_and_on_both_kinds_of_addresses() {
        for (String host : new String[] {"localhost", "nosuch.invalid", "::", "::1", "fe80::1%eth0", "::ffff:10.0.0.1"}) {
            assertThat(Settings.read("HOST", host, "ALLOW_PLAINTEXT", "true").http().listen().host()).isEqualTo(host);
        }
    }

    @Test
    void says_so_when_other_machines_may_call_in_plain_http() {
        assertThat(Settings.read("HOST", "0.0.0.0", "ALLOW_PLAINTEXT", "true").warnings()).containsExactly(
                "Other machines can call 0.0.0.0 in plain HTTP: whoever sees the network between them and a proxy with TLS"
                        + " reads patients' data and keys.");
        assertThat(Settings.read("HOST", "127.0.0.2", "ALLOW_PLAINTEXT", "true").warnings()).isEmpty();
    }

    @Test
    void needs_no_leave_for_other_machines_with_tls(@TempDir Path directory) throws Exception {
        Path certificate = directory.resolve("tls.crt");
        Path key = directory.resolve("tls.key");
        writePair(certificate, key);
        Config config = Settings.read("HOST", "0.0.0.0", "TLS_CERTIFICATE", certificate.toString(), "TLS_KEY", key.toString());
        assertThat(config.http().listen().tls()).contains(new HttpSettings.Tls(certificate, key));
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void takes_secrets_from_files_without_the_end_of_their_line(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), " sixteen letters! \n");
        Path url = Files.writeString(directory.resolve("url"), "postgresql://me@db/office\r\n");
        Path password = Files.writeString(directory.resolve("password"), "hush\n\n");
        Config config = Settings.read("KEY_SECRET_FILE", secret.toString(), "DATABASE_URL_FILE", url.toString(),
                "DATABASE_PASSWORD_FILE", password.toString());
        assertThat(config.keySecret()).contains(" sixteen letters! ");
        assertThat(config.database()).contains(new Config.Database("jdbc:postgresql://db/office", new Login("me", "hush\n"), Optional.empty()));
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void can_have_tables_that_belong_to_another_than_the_one_who_serves(@TempDir Path directory) throws IOException {
        Path password = Files.writeString(directory.resolve("password"), "hush hush\n");
        Config config = Settings.read("DATABASE_URL", "postgresql://me:hush@db/office", "KEY_SECRET", "sixteen letters!",
                "MIGRATION_USER", "owner", "MIGRATION_PASSWORD_FILE", password.toString());
        assertThat(config.database()).contains(new Config.Database("jdbc:postgresql://db/office", new Login("me", "hush"),
                Optional.of(new Login("owner", "hush hush"))));
        assertThat(config.toString()).contains("user=owner").doesNotContain("hush");
    }

    @Test
    void needs_no_directory_with_a_database_of_ones_own() {
        Config config = Config.fromEnvironment(Settings.environment("DATABASE_URL", "postgresql://me@db/office",
                "KEY_SECRET", "sixteen letters!", "SAMPLE", "true"), Settings.machine("Linux", "?"));
        assertThat(config.dataDirectory()).isEmpty();
        assertThat(config.sample()).contains(true);
        assertThat(config.database()).contains(new Config.Database("jdbc:postgresql://db/office", new Login("me", ""), Optional.empty()));
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
        assertThat(Settings.read("PAGE_MAX", "50").http().pages().usual()).isEqualTo(50);
        assertThat(Settings.read("PAGE_MAX", "5000").http().pages().usual()).isEqualTo(100);
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

    /** A certificate that signs itself, and its key. */
    private static void writePair(Path certificate, Path key) throws Exception {
        Path file = certificate.resolveSibling("pair.p12");
        char[] password = "changeit".toCharArray();
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", "tls", "-keyalg", "EC", "-dname", "CN=tls", "-storetype", "PKCS12", "-keystore", file.toString(),
                "-storepass", new String(password)).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance(file.toFile(), password);
        Files.writeString(certificate, pem("CERTIFICATE", store.getCertificate("tls").getEncoded()));
        Files.writeString(key, pem("PRIVATE KEY", store.getKey("tls", password).getEncoded()));
    }

    private static String pem(String label, byte[] bytes) {
        return "-----BEGIN %s-----\n%s\n-----END %1$s-----\n".formatted(label, Base64.getMimeEncoder().encodeToString(bytes));
    }
}
