package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
import proctp.domain.DefNum;
import proctp.domain.Definition;
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
        for (PracticeFile file : PracticeFile.OF_RECORDS) {
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

    @Test
    void of_two_at_once_into_one_directory_one_writes_and_the_other_leaves_it_alone() throws IOException {
        assertThat(exported(temporary, sink -> {
            Throwable second = catchThrowable(() -> exported(temporary, PracticeExportTest::some));
            assertThat(second).isInstanceOf(StartException.class).hasMessage("practice.ndjson.new is in " + temporary
                    + ": another export or sample is writing there, or one was broken off: then delete the file.");
            some(sink);
        })).startsWith("3 definitions");
        assertThat(names()).containsExactlyInAnyOrderElementsOf(PracticeFile.names(PracticeFile.OF_RECORDS));
        assertThat(PracticeFile.DEFINITIONS.in(temporary)).content().hasLineCount(3);
    }

    @Test
    void one_that_began_before_another_had_ended_replaces_nothing() throws IOException {
        exported(temporary, PracticeExportTest::some);
        byte[] before = Files.readAllBytes(PracticeFile.DEFINITIONS.in(temporary));
        assertThatThrownBy(() -> exported(temporary, sink -> sink.practice().accept(Practice.NEW)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(PracticeFile.DEFINITIONS.in(temporary)).hasBinaryContent(before);
        assertThat(names()).containsExactlyInAnyOrderElementsOf(PracticeFile.names(PracticeFile.OF_RECORDS));
    }

    @Test
    void names_that_were_given_are_taken_back_when_a_later_one_cannot_be() throws IOException {
        assertThatThrownBy(() -> exported(temporary, sink -> {
            some(sink);
            make(PracticeFile.PROC_TPS.in(temporary));
        })).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(names()).containsExactly("proctps.ndjson");
        assertThat(PracticeFile.PROC_TPS.in(temporary)).hasContent("mine");
    }

    @Test
    void none_is_left_when_the_program_is_told_to_stop() throws Exception {
        Path directory = temporary.resolve("made");
        Process sample = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "sample", "--plans", "100000000", directory.toString())
                .redirectErrorStream(true).redirectOutput(temporary.resolve("said").toFile()).start();
        try {
            Path plans = directory.resolve("treatplans.ndjson.new");
            for (int looks = 0; looks < 600 && (!Files.exists(plans) || Files.size(plans) == 0); looks++) {
                Thread.sleep(50);
            }
            assertThat(plans).isNotEmptyFile();
            sample.destroy();
            assertThat(sample.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            sample.destroyForcibly();
        }
        assertThat(directory).isEmptyDirectory();
        assertThat(temporary.resolve("said")).isEmptyFile();
    }

    @Test
    void a_terminal_has_no_bar_left_when_a_failure_is_told() {
        StringWriter said = new StringWriter();
        IllegalStateException lost = new IllegalStateException("lost");
        assertThatThrownBy(() -> PracticeExport.write(sink -> {
            throw lost;
        }, Optional.empty(), new OfficeLines(Clock.systemUTC()), temporary, new Progress(new PrintWriter(said), true, Clock.systemUTC()))).isSameAs(lost);
        assertThat(said.toString()).isEqualTo("\r" + " ".repeat("Writing: 0 records".length()) + "\r");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** Somebody's own file. */
    static void make(Path file) {
        try {
            Files.writeString(file, "mine");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A practice with three definitions. */
    static void some(PracticeSink sink) {
        sink.practice().accept(Practice.NEW);
        for (int num = 1; num <= 3; num++) {
            sink.definitions().accept(new Definition(new DefNum(num), 20, num, "High", "", false));
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String write(Archive archive, Path directory) throws IOException {
        return exported(directory, sink -> archive.show(CONSOLE, sink));
    }

    private static String exported(Path directory, Consumer<PracticeSink> practice) throws IOException {
        return PracticeExport.write(practice, Optional.empty(), new OfficeLines(Clock.systemUTC()), directory,
                new Progress(new PrintWriter(System.err), false, Clock.systemUTC()));
    }
}
