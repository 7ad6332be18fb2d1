package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import proctp.application.sample.SampleOffice;
import proctp.contract.ledger.Ledger;
import proctp.contract.ledger.Ledger.Outcome;
import proctp.contract.wire.WireClient;

/** Clients that write over HTTP, each write to a row of its own, and note what they are told. */
final class Writers implements AutoCloseable {

    /** So that a client that hears nothing for so long was forgotten by the service, and not merely slowly served. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int CLIENTS = 12;
    /** One write of so many deletes its row, the others edit theirs. */
    private static final int DELETES = 4;
    private static final Duration LOOK = Duration.ofMillis(15);

    private final WireClient office;
    private final Ledger ledger;
    private final AtomicLong next;
    private final long end;
    private final Duration pause;
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads;
    private volatile boolean stopped;

    /**
     * A write that was not acknowledged.
     *
     * @param began  when it was sent, by the nanosecond clock
     * @param took   until the client was told, or gave up
     * @param answer what it was told
     */
    record Failure(long began, Duration took, String answer) {
    }

    /**
     * Starts them.
     *
     * @param rows  how many there are to write, from {@link BreakablePostgres#FIRST_ROW}
     * @param pause of each client after each of its writes
     */
    Writers(URI base, Ledger ledger, int rows, Duration pause) {
        this.office = WireClient.of(base, SampleOffice.CUSTOMER_KEY).waiting(PATIENCE);
        this.pause = pause;
        this.ledger = ledger;
        this.next = new AtomicLong(BreakablePostgres.FIRST_ROW);
        this.end = BreakablePostgres.FIRST_ROW + rows;
        this.threads = IntStream.range(0, CLIENTS).mapToObj(i -> new Thread(this::write, "writer " + i)).toList();
        threads.forEach(Thread::start);
    }

    /** Comes back when so many more writes were acknowledged. */
    void awaitAcknowledged(int more) {
        int wanted = ledger.count(Outcome.ACKNOWLEDGED) + more;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ledger.count(Outcome.ACKNOWLEDGED) < wanted) {
            assertThat(next.get()).as("rows that are left to write").isLessThan(end);
            assertThat(System.nanoTime() - deadline).as("waiting for writes that are acknowledged").isNegative();
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** The writes so far that were not acknowledged. */
    List<Failure> failures() {
        return List.copyOf(failures);
    }

    /** Lets each of them end its last write. */
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

    private void write() {
        for (long row = next.getAndIncrement(); row < end && !stopped; row = next.getAndIncrement()) {
            Optional<String> wanted = row % DELETES == 0 ? Optional.empty() : Optional.of("token of row " + row);
            long began = System.nanoTime();
            Answer answer = send(row, wanted);
            if (answer.outcome != Outcome.ACKNOWLEDGED) {
                failures.add(new Failure(began, Duration.ofNanos(System.nanoTime() - began), answer.words));
            }
            ledger.note(row, wanted, answer.outcome);
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private Answer send(long row, Optional<String> wanted) {
        String path = "/proctps/" + row;
        try {
            HttpResponse<String> answer = wanted.map(text -> office.put(path, "{\"Descript\":\"" + text + "\"}"))
                    .orElseGet(() -> office.delete(path));
            return new Answer(outcome(answer), answer.statusCode() + " " + answer.body());
        } catch (UncheckedIOException broken) {
            // whom it never reached, he has not done it
            boolean unsent = broken.getCause() instanceof ConnectException;
            return new Answer(unsent ? Outcome.REFUSED : Outcome.UNKNOWN, broken.getMessage());
        }
    }

    private static Outcome outcome(HttpResponse<String> answer) {
        return switch (answer.statusCode()) {
            case 200 -> Outcome.ACKNOWLEDGED;
            case 400, 404, 429 -> Outcome.REFUSED;
            case 503 -> answer.headers().firstValue("Error-Code").filter("UNAVAILABLE"::equals).isPresent()
                    ? Outcome.REFUSED
                    : Outcome.UNKNOWN;
            default -> Outcome.UNKNOWN;
        };
    }

    /** What a client was told of a write, and the words. */
    private record Answer(Outcome outcome, String words) {
    }
}
