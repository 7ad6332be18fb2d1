package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** Programs with a good key, at a steady rate: what others do to the service is told by how long these wait. */
final class Bystanders {

    private static final int CLIENTS = 4;
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Bystanders() {
    }

    /**
     * Reads and updates in turn, 200 a second together, for so long.
     *
     * @throws java.util.concurrent.ExecutionException when one was not served
     */
    static Times measure(URI base, Duration duration) throws Exception {
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

    /**
     * How long they waited.
     *
     * @param sorted milliseconds of each request, the shortest first
     */
    record Times(double[] sorted) {

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
