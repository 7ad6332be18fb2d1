package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** The options for the JVM that the page for the operator recommends do what it says. */
@Tag("faults")
@Timeout(120)
@EnabledForJreRange(min = JRE.JAVA_25)
class JvmOptionsIT {

    private static final String VARIABLE = "JDK_JAVA_OPTIONS";
    private static final String CACHE = "/opt/proctp/proctp.aot";

    @Test
    void a_cache_is_written_by_a_run_that_is_told_to_stop_and_taken_by_the_next(@TempDir Path own) throws Exception {
        Path cache = own.resolve("proctp.aot");
        List<String> options = Files.readAllLines(Path.of("..", "docs", "operating.md")).stream()
                .filter(line -> line.startsWith(VARIABLE)).map(line -> line.replaceAll("^[A-Z_]+='?([^']*).*", "$1"))
                .map(line -> line.replace(CACHE, cache.toString())).toList();
        assertThat(options).hasSize(2);

        assertThat(exitCodeAfterARequest(own, options.get(1))).isZero();
        assertThat(cache).isNotEmptyFile();
        // in this mode the JVM ends when it cannot take the cache
        assertThat(exitCodeAfterARequest(own, options.get(0) + " -XX:AOTMode=on")).isZero();
    }

    private static int exitCodeAfterARequest(Path directory, String options) throws IOException {
        try (RunningJar jar = RunningJar.up(RunningJar.settings(directory.resolve("data"), VARIABLE, options))) {
            assertThat(jar.office().get("/treatplans").statusCode()).isEqualTo(200);
            return jar.exitCodeWhenToldToStop();
        }
    }
}
