package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What 5,800 slow and silent clients do to the others, on the whole service: nothing that one would notice. */
@Tag("load")
class SlowClientsLoadTest {

    private static final int BODIES = 400;
    private static final int HEADERS = 400;
    private static final int IDLE = 5_000;
    private static final Duration WARMING = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(40);

    private static final double MOST_MILLISECONDS = 100;

    /** A machine so busy that others wait long without the crowd can only show that they do not wait much longer with it. */
    private static final double MOST_TIMES = 2;

    @Test
    void others_are_served_as_before() throws Exception {
        assumeTrue(files() >= 2L * (BODIES + HEADERS + IDLE) + 1_000,
                "Each slow client takes two open files, and this process may have only " + files() + ": raise ulimit -n to 20000.");
        try (ServiceOnPostgres service = new ServiceOnPostgres()) {
            URI base = service.fresh();
            Bystanders.measure(base, WARMING);
            Bystanders.Times alone = Bystanders.measure(base, MEASURED);
            try (SlowCrowd crowd = new SlowCrowd(base.getPort(), BODIES, HEADERS, IDLE)) {
                Bystanders.Times crowded = Bystanders.measure(base, MEASURED);
                System.out.printf("alone    %s%ncrowded  %s, %d came back after they were cut off%nratio    p50 %.2f, p99 %.2f%n",
                        alone, crowded, crowd.returned(), crowded.p50() / alone.p50(), crowded.p99() / alone.p99());
                assertThat(crowd.returned()).as("the slow ones were cut off").isPositive();
                assertThat(crowded.p99()).isLessThan(Math.max(MOST_MILLISECONDS, MOST_TIMES * alone.p99()));
            }
        }
    }

    private static long files() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount() : Long.MAX_VALUE;
    }
}
