package proctp.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long whoever runs one test waits for its server. */
class StartTest {

    /** Far more than it takes, on a machine that has other things to do; what it takes is printed. */
    private static final long FIRST = 20_000;
    private static final long LATER = 5_000;

    @Test
    @Timeout(60)
    void in_a_JVM_that_has_done_nothing_else_it_is_there_at_once() throws Exception {
        Process cold = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), ColdStart.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<Long> taken = Arrays.stream(new String(cold.getInputStream().readAllBytes()).trim().split(" ")).map(Long::valueOf).toList();
        assertThat(cold.waitFor()).isZero();
        System.out.printf("A first ProcTP took %d ms, of which its thread was at work for %d, one beside it %d ms, and one after it %d ms.%n",
                taken.get(0), taken.get(3), taken.get(1), taken.get(2));
        assertThat(taken.get(0)).isBetween(1L, FIRST);
        assertThat(taken.get(1)).isBetween(1L, LATER);
        assertThat(taken.get(2)).isLessThan(LATER);
    }
}
