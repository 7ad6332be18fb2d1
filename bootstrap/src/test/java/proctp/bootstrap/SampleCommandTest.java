package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code proctp.jar sample}. */
@Timeout(180)
class SampleCommandTest {

    @TempDir
    private Path temporary;

    @Test
    void what_it_writes_can_be_imported_verified_and_exported_as_it_was() throws IOException {
        Path files = temporary.resolve("files");
        assertThat(Said.by(Map.of(), "sample", "--plans", "300", files.toString()).exitCode()).isZero();
        Map<String, String> office = Settings.environment("DATA_DIR", OfficeDirectory.unpacked(temporary).toString(),
                "TIME_ZONE", "America/Chicago");
        try (EmbeddedDatabase running = EmbeddedDatabase.start(Path.of(office.get("PROCTP_DATA_DIR")))) {
            assertThat(running).isNotNull();
            Said imported = Said.by(office, "import", files.toString());
            assertThat(imported.exitCode()).as(imported.err()).isZero();
            assertThat(Said.by(office, "verify").out()).matches("1[01]\\d signed plans match\\.\\R");
            Path again = temporary.resolve("again");
            assertThat(Said.by(office, "export", again.toString()).exitCode()).isZero();
            for (PracticeFile file : PracticeFile.OF_RECORDS) {
                assertThat(file.in(again)).as(file.fileName()).hasSameBinaryContentAs(file.in(files));
            }
        }
    }

    @Test
    void the_same_seed_writes_the_same_files_wherever_it_is_and_another_seed_others() throws IOException {
        Path[] made = new Path[3];
        String[] seeds = {"7", "7", "8"};
        for (int i = 0; i < made.length; i++) {
            made[i] = temporary.resolve(String.valueOf(i));
            Said said = Said.by(Settings.environment("TIME_ZONE", i == 1 ? "Asia/Tokyo" : "America/Chicago"),
                    "sample", "--plans", "50", "--seed", seeds[i], made[i].toString());
            assertThat(said.exitCode()).as(said.err()).isZero();
            assertThat(said.out()).startsWith("Made up a practice: ");
        }
        for (PracticeFile file : PracticeFile.OF_RECORDS) {
            assertThat(file.in(made[1])).hasSameBinaryContentAs(file.in(made[0]));
        }
        assertThat(Files.readString(PracticeFile.PROC_TPS.in(made[2]))).isNotEqualTo(Files.readString(PracticeFile.PROC_TPS.in(made[0])));
    }

    @Test
    void nothing_is_written_over_and_a_wrong_call_is_said() throws IOException {
        Files.writeString(temporary.resolve("treatplans.ndjson"), "mine");
        Said present = Said.by(Map.of(), "sample", "--plans", "1", temporary.toString());
        assertThat(present.exitCode()).isEqualTo(2);
        assertThat(present.err()).startsWith("treatplans.ndjson is in " + temporary + " already");
        assertThat(temporary.resolve("treatplans.ndjson")).content().isEqualTo("mine");
        for (String plans : new String[] {"0", "-1", "100000001", "many"}) {
            Said wrong = Said.by(Map.of(), "sample", "--plans", plans, temporary.resolve("new").toString());
            assertThat(wrong.exitCode()).isEqualTo(2);
            assertThat(wrong.err()).contains("--plans");
        }
        assertThat(Said.by(Map.of(), "sample", temporary.resolve("new").toString()).exitCode()).isEqualTo(2);
        assertThat(temporary.resolve("new")).doesNotExist();
    }
}
