package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import proctp.application.KeySecret;
import proctp.application.PracticeNum;
import proctp.application.sample.SampleOffice;
import proctp.domain.Refusal;

/** The office as a command opens it. */
@Timeout(180)
class OpenOfficeTest {

    private static final Map<PracticeNum, String> SAMPLE =
            Map.of(new PracticeNum(1), "Maple Street Dental (sample)", new PracticeNum(2), "Harbor View Dental (sample)");

    @TempDir
    private Path temporary;

    @Test
    void the_embedded_database_that_nobody_runs_is_started_and_stopped_again() throws IOException {
        Path directory = OfficeDirectory.used(temporary);
        try (OpenOffice open = OpenOffice.on(embedded(directory), Clock.systemUTC())) {
            fill(open);
            assertThat(note(directory)).exists();
        }
        assertThat(note(directory)).doesNotExist();
        DirectoryLock.take(directory.toRealPath()).close();
        try (OpenOffice open = OpenOffice.on(embedded(directory), Clock.systemUTC())) {
            assertThat(open.office().practices().list()).isEqualTo(SAMPLE);
        }
    }

    @Test
    void beside_a_ProcTP_that_runs_it_is_the_same_office_and_stays_up() throws Exception {
        Path directory = OfficeDirectory.used(temporary);
        try (EmbeddedDatabase running = EmbeddedDatabase.start(directory)) {
            String before = Files.readString(note(directory));
            try (OpenOffice open = OpenOffice.on(embedded(directory), Clock.systemUTC())) {
                fill(open);
            }
            try (OpenOffice open = OpenOffice.orNew(embedded(directory), Clock.systemUTC())) {
                assertThat(open.office().practices().list()).isEqualTo(SAMPLE);
            }
            assertThat(note(directory)).content().isEqualTo(before);
            assertThat(OfficeDirectory.value(running, "select count(*) from practice")).isEqualTo("2");
        }
    }

    @Tag("faults")
    @Test
    void when_the_ProcTP_beside_it_stops_the_command_hears_that_the_database_has_gone() throws IOException {
        Path directory = OfficeDirectory.used(temporary);
        EmbeddedDatabase running = EmbeddedDatabase.start(directory);
        try (OpenOffice open = OpenOffice.on(embedded(directory), Clock.systemUTC())) {
            open.office().practices().list();
            running.close();
            assertThatThrownBy(() -> open.office().practices().list()).isInstanceOf(Refusal.class)
                    .hasMessageContaining("nothing was done");
        }
    }

    @Test
    void a_ProcTP_that_only_starts_or_already_stops_is_to_be_waited_for() throws IOException {
        Path directory = OfficeDirectory.used(temporary);
        try (DirectoryLock starting = DirectoryLock.take(directory.toRealPath())) {
            assertThat(starting).isNotNull();
            assertThatThrownBy(() -> OpenOffice.on(embedded(directory), Clock.systemUTC())).isInstanceOf(StartException.class)
                    .hasMessage("The ProcTP that uses %s is just starting or stopping: try again in a few seconds.",
                            directory.toRealPath());
        }
    }

    @Test
    void a_server_at_the_noted_port_that_serves_another_directory_is_left_alone() throws IOException {
        Path directory = OfficeDirectory.used(Files.createDirectory(temporary.resolve("own")));
        Path other = OfficeDirectory.used(Files.createDirectory(temporary.resolve("other")));
        try (EmbeddedDatabase running = EmbeddedDatabase.start(directory);
             EmbeddedDatabase wrong = EmbeddedDatabase.start(other)) {
            List<String> note = Files.readAllLines(note(directory));
            note.set(3, String.valueOf(wrong.port()));
            Files.write(note(directory), note);
            assertThatThrownBy(() -> OpenOffice.on(embedded(directory), Clock.systemUTC())).isInstanceOf(StartException.class)
                    .hasMessage("The PostgreSQL at %s serves %s instead of %s: start ProcTP again.", wrong.jdbcUrl(),
                            other.toRealPath().resolve("data"), running.home().resolve("data"));
        }
    }

    @Tag("faults")
    @Test
    void a_server_that_a_killed_ProcTP_left_behind_is_stopped_and_started_anew() throws Exception {
        Path directory = OfficeDirectory.used(temporary);
        try (OpenOffice open = OpenOffice.on(embedded(directory), Clock.systemUTC())) {
            fill(open);
        }
        Process service = KilledService.launch(directory);
        try {
            assertThat(KilledService.firstLine(service)).isEqualTo("ready");
        } finally {
            service.destroyForcibly().waitFor();
        }
        ProcessHandle orphan = PostmasterNote.read(directory.toRealPath()).server().orElseThrow();
        try (OpenOffice open = OpenOffice.on(embedded(directory), Clock.systemUTC())) {
            assertThat(orphan.info().command()).as("of the orphan").isEmpty();
            assertThat(open.office().practices().list()).isEqualTo(SAMPLE);
        }
        assertThat(note(directory)).doesNotExist();
    }

    @Test
    void one_that_cannot_be_opened_leaves_nothing_running() throws Exception {
        Path directory = OfficeDirectory.used(temporary);
        try (EmbeddedDatabase running = EmbeddedDatabase.start(directory)) {
            OfficeDirectory.execute(running, "create table recipes (name text)");
        }
        assertThatThrownBy(() -> OpenOffice.on(embedded(directory), Clock.systemUTC())).isInstanceOf(StartException.class)
                .hasMessageStartingWith("The database already holds tables that are not ProcTP's");
        assertThat(note(directory)).doesNotExist();
        DirectoryLock.take(directory.toRealPath()).close();
    }

    @Test
    void where_there_is_no_office_none_is_made_unless_that_is_wanted() throws IOException {
        Path directory = temporary.resolve("nowhere");
        assertThatThrownBy(() -> OpenOffice.on(embedded(directory), Clock.systemUTC())).isInstanceOf(StartException.class)
                .hasMessage("There is no office in %s: set PROCTP_DATA_DIR to the directory of one, or start ProcTP, which makes one.",
                        directory);
        assertThat(directory).doesNotExist();
        Path unpacked = OfficeDirectory.unpacked(temporary);
        try (OpenOffice open = OpenOffice.orNew(embedded(unpacked), Clock.systemUTC())) {
            assertThat(open.office().practices().list()).isEmpty();
        }
        assertThat(note(unpacked)).doesNotExist();
    }

    @Test
    void a_database_of_ones_own_is_used_as_it_is_or_said_to_be_out_of_reach() throws IOException {
        try (EmbeddedDatabase own = EmbeddedDatabase.start(OfficeDirectory.used(temporary))) {
            try (OpenOffice open = OpenOffice.on(ownDatabase(own, own.jdbcUrl()), Clock.systemUTC())) {
                fill(open);
                assertThat(open.office().practices().list()).isEqualTo(SAMPLE);
            }
            String nobody = "jdbc:postgresql://127.0.0.1:" + EmbeddedDatabase.freePort() + "/proctp";
            assertThatThrownBy(() -> OpenOffice.on(ownDatabase(own, nobody), Clock.systemUTC())).isInstanceOf(StartException.class)
                    .hasMessageStartingWith("The database at %s cannot be reached: ", nobody).hasMessageNotContaining(own.password());
            assertThatThrownBy(() -> OpenOffice.on(ownDatabase(own, own.jdbcUrl() + "x"), Clock.systemUTC()))
                    .isInstanceOf(StartException.class).hasMessageStartingWith("The database cannot be reached: ");
        }
    }

    private static void fill(OpenOffice open) {
        assertThat(open.office().fillIfEmpty(SampleOffice.practices(new KeySecret("a secret of the tests"), ZoneId.of("Z"))))
                .isTrue();
    }

    private static Path note(Path directory) {
        return PostmasterNote.file(directory);
    }

    private static Config embedded(Path directory) {
        return Settings.read("DATA_DIR", directory.toString());
    }

    private static Config ownDatabase(EmbeddedDatabase own, String url) {
        return Settings.read("DATABASE_URL", url, "DATABASE_USER", own.user(), "DATABASE_PASSWORD", own.password(),
                "KEY_SECRET", "a secret of the tests");
    }
}
