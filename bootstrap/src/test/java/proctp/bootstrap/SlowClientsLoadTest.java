package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** What 5,800 slow and silent clients do to the others, on the whole service: nothing that one would notice. */
@Tag("load")
class SlowClientsLoadTest {

    private static final int BODIES = 400;
    private static final int HEADERS = 400;
    private static final int IDLE = 5_000;
    private static final int CLIENTS = 4;
    private static final Duration WARMING = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(40);
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final double MOST_MILLISECONDS = 100;

    /** A machine so busy that others wait long without the crowd can only show that they do not wait much longer with it. */
    private static final double MOST_TIMES = 2;

    @Test
    void others_are_served_as_before() throws Exception {
        assumeTrue(files() >= 2L * (BODIES + HEADERS + IDLE) + 1_000,
                "Each slow client takes two open files, and this process may have only " + files() + ": raise ulimit -n to 20000.");
        try (ServiceOnPostgres service = new ServiceOnPostgres()) {
            URI base = service.fresh();
            measure(base, WARMING);
            Times alone = measure(base, MEASURED);
            try (SlowCrowd crowd = new SlowCrowd(base.getPort(), BODIES, HEADERS, IDLE)) {
                Times crowded = measure(base, MEASURED);
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

    /** Reads and updates in turn, 200 a second together; none may fail. */
    private static Times measure(URI base, Duration duration) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<List<Double>>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(() -> call(WireClient.of(base, SampleOffice.CUSTOMER_KEY), duration)));
            }
            List<Double> all = new ArrayList<>();
            for (Future<List<Double>> client : clients) {
                all.addAll(client.get());
            }
            return new Times(all.stream().mapToDouble(Double::doubleValue).sorted().toArray());
        } finally {
            threads.shutdown();
        }
    }

    private static List<Double> call(WireClient client, Duration duration) throws InterruptedException {
        List<Double> milliseconds = new ArrayList<>();
        long start = System.nanoTime();
        for (long due = start; due < start + duration.toNanos(); due += EVERY_NANOS) {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            int status = milliseconds.size() % 2 == 0 ? client.get("/proctps?TreatPlanNum=963").statusCode()
                    : client.put("/proctps/293", "{\"Surf\":\"" + milliseconds.size() + "\"}").statusCode();
            assertThat(status).isEqualTo(200);
            // from when it was due: whoever waits for an answer does not send the next, and would hide the wait
            milliseconds.add((System.nanoTime() - due) / 1e6);
        }
        return milliseconds;
    }

    private record Times(double[] sorted) {

        double p50() {
            return sorted[sorted.length / 2];
        }

        double p99() {
            return sorted[sorted.length * 99 / 100];
        }

        @Override
        public String toString() {
            return "%d requests, p50 %.1f ms, p99 %.1f ms, longest %.1f ms"
                    .formatted(sorted.length, p50(), p99(), Arrays.stream(sorted).max().orElseThrow());
        }
    }
}
