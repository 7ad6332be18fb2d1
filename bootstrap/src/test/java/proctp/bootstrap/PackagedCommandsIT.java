package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What whoever gives {@code java -jar proctp.jar} a word to do meets. */
@Timeout(180)
class PackagedCommandsIT {

    @Test
    void a_command_works_beside_the_service_and_without_it(@TempDir Path own) throws Exception {
        Path home = own.toRealPath();
        try (RunningJar nowhere = RunningJar.ended(RunningJar.settings(home.resolve("nowhere")), "verify")) {
            assertThat(nowhere.exitCode()).isEqualTo(1);
            assertThat(nowhere.errors()).startsWith("There is no office in " + home.resolve("nowhere") + ": ");
        }
        try (RunningJar service = RunningJar.up(RunningJar.settings(home));
             RunningJar beside = RunningJar.ended(RunningJar.settings(home), "verify", "--practice", "1")) {
            assertThat(beside.printed()).as(beside.errors()).containsExactly("1 signed plan matches.");
            assertThat(beside.exitCode()).isZero();
            assertThat(service.office().get("/treatplans").statusCode()).isEqualTo(200);
        }
        try (RunningJar alone = RunningJar.ended(RunningJar.settings(home), "verify", "--practice", "1", "--json")) {
            assertThat(alone.printed()).as(alone.errors()).singleElement().asString().contains("\"matching\":1");
        }
        assertThat(RunningJar.programs(home)).isEmpty();
    }

    @Tag("faults")
    @Test
    void ctrl_c_during_a_command_leaves_no_postgresql_behind_and_no_story(@TempDir Path own) throws Exception {
        Path home = own.toRealPath();
        RunningJar.up(RunningJar.settings(home)).close();
        try (RunningJar jar = RunningJar.launched(RunningJar.settings(home), PostmasterNote.file(home), "verify", "--practice", "1")) {
            assertThat(RunningJar.programs(home)).isNotEmpty();
            jar.interrupt();
            assertThat(jar.exitCode()).as("of one that was not let finish").isGreaterThan(128);
            assertThat(jar.errors()).isEmpty();
        }
        assertThat(RunningJar.programs(home)).isEmpty();
        assertThat(PostmasterNote.file(home)).doesNotExist();
    }

    @Test
    void questions_are_answered_and_other_words_refused() throws IOException {
        try (RunningJar help = RunningJar.ended(Map.of(), "--help");
             RunningJar version = RunningJar.ended(Map.of(), "--version");
             RunningJar other = RunningJar.ended(Map.of(), "--prot");
             RunningJar more = RunningJar.ended(Map.of(), "config", "chekc");
             RunningJar check = RunningJar.ended(Map.of("PROCTP_PORT", "http"), "config", "check")) {
            assertThat(help.exitCode()).isZero();
            assertThat(String.join("\n", help.printed())).contains("PROCTP_PORT", "PROCTP_DATA_DIR", "default: 30222");
            assertThat(version.printed()).singleElement().asString().matches("ProcTP \\d.*");
            assertThat(other.exitCode()).isEqualTo(2);
            assertThat(other.errors()).contains("'--prot'", "--help");
            assertThat(more.exitCode()).isEqualTo(2);
            assertThat(more.errors()).contains("'chekc'");
            assertThat(more.printed()).isEmpty();
            assertThat(check.exitCode()).isEqualTo(2);
            assertThat(check.errors().lines()).singleElement().asString().contains("PROCTP_PORT");
        }
    }
}
