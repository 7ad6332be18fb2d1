package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import proctp.application.Caller;
import proctp.application.Practice;
import proctp.application.PracticeNum;
import proctp.application.PracticeSink;
import proctp.application.PracticeSource;
import proctp.application.memory.InMemoryOffice;
import proctp.application.port.Archive;
import proctp.contract.HostilePractice;
import proctp.http.OfficeLines;

/** The files that an export leaves. */
class PracticeExportTest {

    private static final Caller CONSOLE = Caller.atConsole(new PracticeNum(1));

    @TempDir
    private Path temporary;

    @Test
    void they_and_their_directory_are_closed_to_other_users() throws IOException {
        Path directory = temporary.resolve("made").resolve("for it");
        InMemoryOffice office = new InMemoryOffice(Clock.systemUTC());
        office.fillIfEmpty(List.of(HostilePractice.of(new PracticeNum(1), 2, 9)));
        write(office.archive(), directory);
        assertThat(mode(directory)).isEqualTo("rwx------");
        for (PracticeFile file : PracticeFile.values()) {
            assertThat(mode(file.in(directory))).isEqualTo("rw-------");
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(4);
        }
    }

    @Test
    void none_is_left_when_the_office_is_lost_under_way() throws IOException {
        IllegalStateException lost = new IllegalStateException("lost");
        Archive archive = new Archive() {
            @Override
            public boolean show(Caller caller, PracticeSink sink) {
                sink.practice().accept(Practice.NEW);
                throw lost;
            }

            @Override
            public boolean fill(Caller caller, PracticeSource source) {
                throw new AssertionError();
            }
        };
        assertThatThrownBy(() -> write(archive, temporary)).isSameAs(lost);
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void none_is_left_when_the_practice_has_gone() throws IOException {
        assertThatThrownBy(() -> write(new InMemoryOffice(Clock.systemUTC()).archive(), temporary))
                .isInstanceOf(StartException.class).hasMessage("The practice has gone.");
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).isEmpty();
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String write(Archive archive, Path directory) throws IOException {
        return PracticeExport.write(sink -> archive.show(CONSOLE, sink), new OfficeLines(Clock.systemUTC()), directory,
                new Progress(new PrintWriter(System.err), false, Clock.systemUTC()));
    }
}
