package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartOfTheEmbeddedDatabaseTest {
    @TempDir
    private static Path temporary;
    private static Path directory;
    private static EmbeddedDatabase database;

    @BeforeAll
    static void start() {
        directory = temporary.resolve("Praxis Dr. Zähne & Söhne").resolve("proctp");
        database = EmbeddedDatabase.start(directory);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void makes_a_directory_for_its_owner_only() throws Exception {
        assertThat(OfficeDirectory.mode(directory)).isEqualTo("rwx------");
        assertThat(OfficeDirectory.mode(directory.getParent())).isEqualTo("rwx------");
    }

    @Test
    void makes_two_different_secrets_for_its_owner_only() throws Exception {
        assertThat(OfficeDirectory.mode(directory.resolve("key-secret"))).isEqualTo("rw-------");
        assertThat(OfficeDirectory.mode(directory.resolve("database-password"))).isEqualTo("rw-------");
        assertThat(database.keySecret()).matches("[0-9a-f]{64}").isNotEqualTo(database.password());
    }

    @Test
    void serves_the_version_that_the_jar_says() throws Exception {
        assertThat(OfficeDirectory.value(database, "show server_version")).startsWith(PostgresBinaries.MAJOR + ".");
    }

    @Test
    void is_durable() throws Exception {
        assertThat(OfficeDirectory.value(database, "show fsync")).isEqualTo("on");
        assertThat(OfficeDirectory.value(database, "show synchronous_commit")).isEqualTo("on");
        assertThat(OfficeDirectory.value(database, "show full_page_writes")).isEqualTo("on");
        assertThat(OfficeDirectory.value(database, "show data_checksums")).isEqualTo("on");
    }

    @Test
    void stores_unicode_and_knows_its_case_whatever_the_locale_of_the_machine() throws Exception {
        assertThat(OfficeDirectory.value(database, "select upper('zähne')")).isEqualTo("ZÄHNE");
        assertThat(OfficeDirectory.value(database, "select upper('i')")).isEqualTo("I");
    }

    @Test
    void listens_on_loopback_only() throws Exception {
        assertThat(OfficeDirectory.value(database, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(OfficeDirectory.value(database, "show unix_socket_directories")).isEmpty();
    }

    @Test
    void lets_nobody_in_without_the_password() {
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "guess").close())
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> DriverManager.getConnection(
                database.jdbcUrl().replace("/proctp", "/postgres"), database.user(), null).close())
                .hasMessageContaining("password");
    }

    @Test
    void keeps_what_clients_send_out_of_the_log() throws Exception {
        OfficeDirectory.execute(database, "create table patient (name text unique)");
        OfficeDirectory.execute(database, "insert into patient values ('Mustermann')");
        for (String refused : new String[] {"insert into patient values ('Mustermann')", "select 'Mustermann'::int",
                "select Mustermann", "do $$ begin raise warning 'Mustermann'; end $$"}) {
            try {
                OfficeDirectory.execute(database, refused);
            } catch (SQLException e) {
                assertThat(e.getMessage()).contains("ustermann");
            }
        }
        assertThat(Files.readString(directory.resolve("postgres.log"))).contains("ready to accept connections")
                .doesNotContainIgnoringCase("mustermann");
    }

    @Test
    void gives_the_server_a_session_of_its_own_so_that_ctrl_c_does_not_reach_it() throws Exception {
        Path processes = Path.of("/proc");
        assumeTrue(Files.isDirectory(processes));
        String pid = Files.readAllLines(directory.resolve("data").resolve("postmaster.pid")).get(0);
        String status = Files.readString(processes.resolve(pid).resolve("stat"));
        String[] afterTheName = status.substring(status.lastIndexOf(')') + 2).split(" ");
        assertThat(afterTheName[3]).as("session").isEqualTo(pid);
    }
}
