package proctp.bootstrap;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** Clients that read a list, each time over a connection of its own, as scripts do. */
final class Visitors implements AutoCloseable {

    private static final int CLIENTS = 6;
    private static final String REQUEST = "GET /api/v1/proctps?TreatPlanNum=963 HTTP/1.1\r\nHost: localhost\r\n"
            + "Connection: close\r\nAuthorization: " + WireClient.credentials(SampleOffice.CUSTOMER_KEY) + "\r\n\r\n";

    private final WireClient office;
    private final Queue<Long> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads;
    private volatile boolean stopped;

    /** Starts them. */
    Visitors(URI base) {
        this.office = WireClient.anonymous(base);
        this.threads = IntStream.range(0, CLIENTS).mapToObj(i -> new Thread(this::read, "visitor " + i)).toList();
        threads.forEach(Thread::start);
    }

    /** When each visit began that ended without a list, by the nanosecond clock. */
    List<Long> failures() {
        return List.copyOf(failures);
    }

    /** Lets each of them end its last visit. */
    @Override
    public void close() {
        stopped = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until the first failure: whoever is not let in stays away. */
    private void read() {
        while (!stopped) {
            long began = System.nanoTime();
            if (!isServed()) {
                failures.add(began);
                return;
            }
        }
    }

    private boolean isServed() {
        try {
            return office.raw(REQUEST).startsWith("HTTP/1.1 200 ");
        } catch (UncheckedIOException broken) {
            return false;
        }
    }
}
