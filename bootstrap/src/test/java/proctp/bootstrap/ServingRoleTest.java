package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import proctp.contract.wire.WireClient;
import proctp.postgres.PostgresSettings.Login;

/** As whom the service comes to its tables: as a role that owns nothing, so that the database itself keeps the practices apart. */
class ServingRoleTest {

    private static final String WHO_SERVES = "select string_agg(distinct usename, ' ') from pg_stat_activity"
            + " where application_name = 'proctp'";

    @TempDir
    Path temporary;

    private Path directory;

    @BeforeEach
    void makeADirectory() throws IOException {
        directory = OfficeDirectory.used(temporary);
    }

    @Test
    void A9_on_the_embedded_database_it_owns_nothing_and_sees_nothing_that_no_caller_named() throws Exception {
        try (App app = App.start(config(Map.of("PROCTP_DATA_DIR", directory.toString())), Clock.systemUTC())) {
            assertThat(WireClient.of(URI.create("http://127.0.0.1:" + app.port()), "DEMOCUSTOMERKEY1")
                    .get("/proctps?TreatPlanNum=963").statusCode()).isEqualTo(200);
            Config.Database database = RunningDatabase.of(directory);
            Login owner = database.owner().orElseThrow();

            assertThat(value(database, owner, WHO_SERVES)).isEqualTo("proctp_service");
            assertThat(value(database, owner, "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles"
                    + " where rolname = 'proctp_service'")).isEqualTo("f");
            assertThat(value(database, owner, "select count(*) from proctp")).isNotEqualTo("0");
            assertThat(value(database, database.service(), "select count(*) from proctp")).isEqualTo("0");
        }
    }

    @Test
    void a_directory_of_an_earlier_version_gets_the_role_at_its_next_start() throws Exception {
        try (EmbeddedDatabase earlier = EmbeddedDatabase.start(directory)) {
            OfficeDirectory.execute(earlier, "drop role proctp_service");
        }
        Path password = directory.resolve("service-password");
        Files.delete(password);

        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThat(value(database.address(), database.address().service(), "select current_user")).isEqualTo("proctp_service");
            assertThat(OfficeDirectory.mode(password)).isEqualTo("rw-------");
        }
    }

    @Test
    void a_lost_password_is_made_anew() throws Exception {
        Files.delete(directory.resolve("service-password"));

        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThat(value(database.address(), database.address().service(), "select current_user")).isEqualTo("proctp_service");
        }
    }

    @Test
    void with_a_database_of_ones_own_a_wrong_password_of_either_role_is_said_in_a_sentence() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            Map<String, String> own = new HashMap<>(OfficeDirectory.settings(database));
            own.put("PROCTP_KEY_SECRET", "a secret of the tests");
            assertRefused(own, "PROCTP_MIGRATION_PASSWORD", "proctp");
            assertRefused(own, "PROCTP_DATABASE_PASSWORD", "proctp_service");
            App.start(config(own), Clock.systemUTC()).close();
        }
    }

    private static void assertRefused(Map<String, String> settings, String password, String user) {
        Map<String, String> wrong = new HashMap<>(settings);
        wrong.put(password, "wrong");
        assertThatThrownBy(() -> App.start(config(wrong), Clock.systemUTC())).isInstanceOf(StartException.class)
                .hasMessage("The database cannot be reached: FATAL: password authentication failed for user \"" + user + "\"");
    }

    private static Config config(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of("PROCTP_PORT", "0", "PROCTP_ADMIN_PORT", "0"));
        settings.putAll(more);
        return Config.fromEnvironment(settings, new Properties());
    }

    private static String value(Config.Database database, Login login, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), login.user(), login.password());
             Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
