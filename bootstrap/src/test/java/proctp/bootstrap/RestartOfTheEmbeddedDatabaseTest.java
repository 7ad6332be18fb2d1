package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartOfTheEmbeddedDatabaseTest {
    @TempDir
    private static Path temporary;
    private static Path directory;

    @BeforeAll
    static void a_directory_that_was_used_before() throws IOException {
        directory = OfficeDirectory.used(temporary);
    }

    @Test
    void keeps_rows_and_secrets() throws Exception {
        String keySecret;
        String password;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            OfficeDirectory.execute(database, "create table kept as select 204.0 as fee");
            keySecret = database.keySecret();
            password = database.password();
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThat(OfficeDirectory.value(database, "select fee from kept")).isEqualTo("204.0");
            assertThat(database.keySecret()).isEqualTo(keySecret);
            assertThat(database.password()).isEqualTo(password);
        }
    }

    @Test
    void hashes_passwords_that_nobody_guesses_once_also_those_of_an_earlier_version() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            OfficeDirectory.execute(database, "set scram_iterations = 4096; alter role proctp password '" + database.password() + "'");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThat(OfficeDirectory.value(database, "select string_agg(split_part(rolpassword, ':', 1), ' ') from pg_authid"
                    + " where rolpassword is not null")).isEqualTo("SCRAM-SHA-256$1 SCRAM-SHA-256$1");
        }
    }

    @Test
    void closes_secrets_that_others_could_read_and_takes_two_closes_for_one() throws Exception {
        Path secret = directory.resolve("key-secret");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-r--r--"));
        EmbeddedDatabase database = EmbeddedDatabase.start(directory);
        database.close();
        database.close();
        assertThat(OfficeDirectory.mode(secret)).isEqualTo("rw-------");
        assertThat(directory.resolve("data").resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void takes_the_next_port_when_somebody_was_quicker() throws Exception {
        try (ServerSocket quicker = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Iterator<Integer> ports = List.of(quicker.getLocalPort(), free.getLocalPort()).iterator();
            free.close();
            try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, ports::next)) {
                assertThat(database.jdbcUrl()).endsWith(":" + free.getLocalPort() + "/proctp");
            }
        }
    }

    @Test
    void begins_a_new_log_when_the_old_one_is_over_10_megabytes() throws Exception {
        Path log = directory.resolve("postgres.log");
        Files.write(log, new byte[10 * 1024 * 1024 + 1]);
        EmbeddedDatabase.start(directory).close();
        assertThat(log).content().startsWith("20").contains("ready to accept connections");
        assertThat(directory.resolve("postgres.log.1")).hasSize(10 * 1024 * 1024 + 1);
    }

    @Test
    void removes_the_programs_of_an_earlier_release() throws Exception {
        Path earlier = Files.createDirectories(directory.resolve(PostgresBinaries.PREFIX + "0"));
        EmbeddedDatabase.start(directory).close();
        assertThat(earlier).doesNotExist();
    }
}
