package proctp.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import proctp.contract.wire.WireClient;

/** The service is there before its database. */
class LateDatabaseTest {

    @TempDir
    Path temporary;

    @Test
    @Timeout(60)
    void it_answers_503_and_serves_by_itself_when_the_database_comes() throws Exception {
        Path directory = OfficeDirectory.used(temporary);
        EmbeddedDatabase before = EmbeddedDatabase.start(directory);
        before.close();
        int port = Integer.parseInt(before.jdbcUrl().replaceFirst(".*:([0-9]+)/.*", "$1"));

        try (App app = App.start(config(before.jdbcUrl(), before.password()), Clock.systemUTC())) {
            HttpResponse<String> answer = office(app).get("/treatplans");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("Error-Code")).contains("UNAVAILABLE");
            assertThat(operator(app).send("GET", "/live").statusCode()).isEqualTo(200);
            assertThat(operator(app).send("GET", "/ready").statusCode()).isEqualTo(503);
            assertThat(operator(app).send("GET", "/ready").body()).contains("\"database\":");
            assertThat(operator(app).send("GET", "/info").body()).contains("\"schemaVersion\":\"unknown\"");
            assertThat(welcome(app)).contains("Base URL: ", "Its database is not there yet").doesNotContain("curl");

            try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, () -> port)) {
                while (office(app).get("/treatplans").statusCode() != 200) {
                    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                }
                assertThat(operator(app).send("GET", "/ready").statusCode()).isEqualTo(200);
                assertThat(welcome(app)).contains("DEMOCUSTOMERKEY1", "Admin port: http://127.0.0.1:" + app.adminPort() + " (/live");
            }
        }
    }

    @Test
    void a_wrong_password_is_not_waited_for() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(OfficeDirectory.used(temporary))) {
            assertThatThrownBy(() -> App.start(config(database.jdbcUrl(), "wrong"), Clock.systemUTC()))
                    .isInstanceOf(StartException.class)
                    .hasMessage("The database cannot be reached: FATAL: password authentication failed for user \"proctp\"");
        }
    }

    private static Config config(String url, String password) {
        return Config.fromEnvironment(Map.of("PROCTP_PORT", "0", "PROCTP_ADMIN_PORT", "0", "PROCTP_SAMPLE", "true",
                "PROCTP_DATABASE_URL", url, "PROCTP_DATABASE_USER", "proctp", "PROCTP_DATABASE_PASSWORD", password,
                "PROCTP_KEY_SECRET", "a secret of the tests"), new Properties());
    }

    private static WireClient office(App app) {
        return WireClient.of(URI.create("http://127.0.0.1:" + app.port()), "DEMOCUSTOMERKEY1");
    }

    private static WireClient operator(App app) {
        return WireClient.anonymous(URI.create("http://127.0.0.1:" + app.adminPort()));
    }

    private static String welcome(App app) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Welcome.print(app, new PrintStream(printed, true, UTF_8));
        return printed.toString(UTF_8);
    }
}
