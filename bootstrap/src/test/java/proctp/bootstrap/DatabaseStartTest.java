package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database, told to stop before it is up, and ending before it is told to. */
@Timeout(60)
class DatabaseStartTest {
    private static final String STOPPED = "ProcTP was stopped while it was starting.";

    @TempDir
    private Path temporary;

    @Test
    void one_that_was_closed_before_is_not_started() throws IOException {
        Path directory = OfficeDirectory.used(temporary);
        DatabaseStart database = new DatabaseStart(directory);
        database.close();
        assertThatThrownBy(database::start).isInstanceOf(StartException.class).hasMessage(STOPPED);
    }

    @Test
    void one_that_is_closed_while_its_files_are_made_is_not_started() throws Exception {
        Path directory = OfficeDirectory.unpacked(temporary);
        DatabaseStart database = new DatabaseStart(directory);
        CompletableFuture<EmbeddedDatabase> start = CompletableFuture.supplyAsync(database::start);
        while (PrivateFiles.startingWith(directory, "data.new").isEmpty()) {
            assertThat(start).isNotDone();
            Thread.sleep(5);
        }
        database.close();
        assertThatThrownBy(start::join).hasRootCauseMessage(STOPPED);
        assertThat(directory.resolve("postgres.log")).doesNotExist();
    }

    @Test
    void one_that_is_closed_while_its_server_starts_is_stopped_and_the_directory_free() throws Exception {
        Path directory = OfficeDirectory.used(temporary);
        Path note = directory.resolve("data").resolve("postmaster.pid");
        DatabaseStart database = new DatabaseStart(directory);
        CompletableFuture<EmbeddedDatabase> start = CompletableFuture.supplyAsync(database::start);
        while (!Files.exists(note)) {
            assertThat(start).isNotCompletedExceptionally();
            Thread.sleep(2);
        }
        database.close();
        assertThat(note).doesNotExist();
        DirectoryLock.take(directory.toRealPath()).close();
        database.close();
    }

    @Tag("faults")
    @Test
    void one_whose_server_is_killed_is_started_again_where_it_was_with_all_that_was_committed() throws Exception {
        Path directory = OfficeDirectory.used(temporary);
        try (DatabaseStart start = new DatabaseStart(directory)) {
            EmbeddedDatabase database = start.start();
            OfficeDirectory.execute(database, "create table kept as select 'committed' as word");
            for (int kill = 0; kill < 2; kill++) {
                postmaster(directory).destroyForcibly();
                database.ended().get(10, TimeUnit.SECONDS);
                String word = null;
                while (word == null) {
                    try {
                        word = OfficeDirectory.value(database, "select word from kept");
                    } catch (SQLException notYet) {
                        Thread.sleep(20);
                    }
                }
                assertThat(word).isEqualTo("committed");
            }
        }
        assertThat(directory.resolve("data").resolve("postmaster.pid")).doesNotExist();
    }

    private static ProcessHandle postmaster(Path directory) throws IOException {
        String pid = Files.readAllLines(directory.resolve("data").resolve("postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
