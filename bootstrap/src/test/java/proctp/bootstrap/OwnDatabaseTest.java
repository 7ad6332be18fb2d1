package proctp.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import proctp.contract.wire.WireClient;

/** The service on a PostgreSQL of one's own. */
class OwnDatabaseTest {

    @TempDir
    static Path directory;

    private static EmbeddedDatabase postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedDatabase.start(OfficeDirectory.used(directory));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void it_holds_the_sample_office_only_when_that_is_asked_for_and_is_filled_once() {
        try (App app = App.start(config(Map.of()), Clock.systemUTC())) {
            assertThat(office(app).get("/treatplans").statusCode()).isEqualTo(401);
        }
        try (App app = App.start(config(Map.of("PROCTP_SAMPLE", "true")), Clock.systemUTC())) {
            assertThat(office(app).delete("/proctps/293").statusCode()).isEqualTo(200);
        }
        try (App app = App.start(config(Map.of("PROCTP_SAMPLE", "true")), Clock.systemUTC())) {
            assertThat(office(app).get("/treatplans").statusCode()).isEqualTo(200);
            assertThat(office(app).delete("/proctps/293").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void whoever_wants_the_sample_hears_why_its_keys_do_not_work() throws Exception {
        OfficeDirectory.execute(postgres, "create database secrets");
        Map<String, String> sample = Map.of("PROCTP_SAMPLE", "true",
                "PROCTP_DATABASE_URL", postgres.jdbcUrl().replaceFirst("/proctp$", "/secrets"));
        assertThat(welcome(sample)).contains("DEMOCUSTOMERKEY1").doesNotContain("do not work");
        assertThat(welcome(sample)).contains("DEMOCUSTOMERKEY1").doesNotContain("do not work");
        Map<String, String> other = new HashMap<>(sample);
        other.put("PROCTP_KEY_SECRET", "another secret of the tests");
        assertThat(welcome(other)).doesNotContain("DEMOCUSTOMERKEY1").contains("The sample's keys do not work: this database"
                + " was filled under another PROCTP_KEY_SECRET than the one in force, or without the sample.");
        other.put("PROCTP_SAMPLE", "false");
        assertThat(welcome(other)).doesNotContain("do not work");
    }

    @Test
    void an_address_that_is_not_there_is_said_in_one_sentence() {
        assertThatThrownBy(() -> App.start(config(Map.of("PROCTP_HOST", "nosuch.invalid")), Clock.systemUTC()))
                .isInstanceOf(StartException.class).hasMessage("Cannot listen on nosuch.invalid:0: there is no such address"
                        + " on this machine; set PROCTP_HOST to one of its addresses.");
    }

    @Test
    void a_database_that_is_not_there_is_said_in_one_sentence() {
        assertThatThrownBy(() -> App.start(config(Map.of("PROCTP_DATABASE_URL", postgres.jdbcUrl() + "nowhere")), Clock.systemUTC()))
                .isInstanceOf(StartException.class).hasMessageStartingWith("The database cannot be reached: ");
    }

    private static String welcome(Map<String, String> more) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (App app = App.start(config(more), Clock.systemUTC())) {
            Welcome.print(app, new PrintStream(printed, true, UTF_8));
        }
        return printed.toString(UTF_8);
    }

    private static WireClient office(App app) {
        return WireClient.of(URI.create("http://127.0.0.1:" + app.port()), "DEMOCUSTOMERKEY1");
    }

    private static Config config(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "PROCTP_PORT", "0",
                "PROCTP_ADMIN_PORT", "0",
                "PROCTP_DATABASE_URL", postgres.jdbcUrl(),
                "PROCTP_DATABASE_USER", postgres.user(),
                "PROCTP_DATABASE_PASSWORD", postgres.password(),
                "PROCTP_KEY_SECRET", "a secret of the tests"));
        settings.putAll(more);
        return Config.fromEnvironment(settings, new Properties());
    }
}
