package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("faults")
class StartAfterAKillTest {
    @TempDir
    private Path temporary;
    private Process service;

    @AfterEach
    void end() throws InterruptedException {
        if (service != null) {
            service.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_killed_service_leaves_a_postgres_that_the_next_start_stops() throws Exception {
        Path directory = OfficeDirectory.used(temporary);
        service = KilledService.launch(directory);
        assertThat(KilledService.firstLine(service)).isEqualTo("ready");
        assertThatThrownBy(() -> EmbeddedDatabase.start(directory)).isInstanceOf(StartException.class)
                .hasMessage("Another ProcTP is using %s: stop it, or set PROCTP_DATA_DIR to another directory.",
                        directory.toRealPath());
        service.destroyForcibly().waitFor();
        ProcessHandle orphan = postmaster(directory);
        assertThat(orphan.isAlive()).isTrue();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            // its number may stay for a while, until the system has noted the end
            assertThat(orphan.info().command()).isEmpty();
            assertThat(postmaster(directory)).isNotEqualTo(orphan);
            assertThat(OfficeDirectory.value(database, "select word from kept")).isEqualTo("committed");
            assertThat(OfficeDirectory.value(database, "show fsync")).isEqualTo("on");
        }
    }

    @Test
    void the_server_that_outlives_the_service_knows_none_of_its_secrets() throws Exception {
        Path processes = Path.of("/proc");
        assumeTrue(Files.isDirectory(processes));
        Path directory = OfficeDirectory.used(temporary);
        service = KilledService.launch(directory);
        assertThat(KilledService.firstLine(service)).isEqualTo("ready");
        String pid = Long.toString(postmaster(directory).pid());
        assertThat(Files.readString(processes.resolve(pid).resolve("environ"))).contains("LC_ALL=C")
                .doesNotContain("hush");
        service.destroyForcibly().waitFor();
        EmbeddedDatabase.start(directory).close();
    }

    @Test
    void a_process_that_only_has_the_old_number_is_left_alone() throws Exception {
        Path directory = OfficeDirectory.used(temporary);
        service = new ProcessBuilder("sleep", "60").start();
        Files.write(directory.resolve("data").resolve("postmaster.pid"), List.of(Long.toString(service.pid()),
                directory.resolve("data").toString(), "1790000000", "5432", "", "127.0.0.1", "        1         1", "ready"));
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThat(OfficeDirectory.value(database, "select 1")).isEqualTo("1");
            assertThat(service.isAlive()).isTrue();
        }
        assertThat(service.isAlive()).isTrue();
    }

    @Test
    void an_empty_note_of_the_process_does_not_keep_the_database_down() throws Exception {
        Path directory = OfficeDirectory.used(temporary);
        Files.createFile(directory.resolve("data").resolve("postmaster.pid"));
        EmbeddedDatabase.start(directory).close();
    }

    @Test
    void a_kill_while_the_database_is_made_is_repaired() throws Exception {
        Path directory = OfficeDirectory.unpacked(temporary);
        service = KilledService.launch(directory);
        while (PrivateFiles.startingWith(directory, "data.new").isEmpty()) {
            assertThat(service.isAlive()).isTrue();
            assertThat(directory.resolve("data")).doesNotExist();
            Thread.sleep(5);
        }
        service.destroyForcibly().waitFor();
        assertThat(directory.resolve("data")).doesNotExist();
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThat(OfficeDirectory.value(database, "select 1")).isEqualTo("1");
            assertThat(PrivateFiles.startingWith(directory, "data.new")).isEmpty();
            assertThat(directory.resolve("data").resolve("pg_wal")).isNotEmptyDirectory();
        }
    }

    @Test
    void programs_that_were_only_half_unpacked_are_unpacked_again() throws Exception {
        Path directory = OfficeDirectory.unpacked(temporary);
        Path programs = OfficeDirectory.programs(directory);
        Path half = directory.resolve(programs.getFileName() + ".new");
        Files.move(programs, half);
        Files.delete(half.resolve("bin").resolve("postgres"));
        String resource = PostgresBinaries.resource(System.getProperties());
        assertThat(PostgresBinaries.unpack(resource, directory)).isEqualTo(programs).isDirectoryContaining("glob:**/bin");
        assertThat(programs.resolve("bin").resolve("postgres")).isExecutable();
        assertThat(half).doesNotExist();
    }

    private static ProcessHandle postmaster(Path directory) throws IOException {
        String pid = Files.readAllLines(directory.resolve("data").resolve("postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
