package proctp.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long whoever runs one test waits for its server. */
class StartTest {

    /** Three times what its thread takes; of the time at work, since on a busy machine the rest is waiting for others. */
    private static final long OF_ITS_THREAD = 2_500;
    /** Three times what all threads take, the compiler's and the garbage collector's among them. */
    private static final long OF_ALL = 6_000;

    @Test
    @Timeout(180)
    void in_a_JVM_that_has_done_nothing_else_it_is_there_at_once() throws Exception {
        Process cold = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), ColdStart.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        List<Long> taken = Arrays.stream(new String(cold.getInputStream().readAllBytes()).trim().split(" ")).map(Long::valueOf).toList();
        assertThat(cold.waitFor()).isZero();
        System.out.printf("A first ProcTP took %d ms, of which its thread was at work for %d and all threads for %d, one beside it %d ms,"
                        + " and one after it %d ms.%n",
                taken.get(0), taken.get(3), taken.get(4), taken.get(1), taken.get(2));
        assertThat(taken.get(3)).isBetween(1L, OF_ITS_THREAD);
        assertThat(taken.get(4)).isBetween(taken.get(3), OF_ALL);
        assertThat(taken.get(2)).isLessThan(taken.get(0));
    }
}
