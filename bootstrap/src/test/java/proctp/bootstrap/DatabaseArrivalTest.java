package proctp.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is said of a database that is waited for. */
class DatabaseArrivalTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void nothing_when_it_is_there() {
        try (DatabaseArrival arrival = arrival(Optional::empty)) {
            arrival.begin();

            assertThat(arrival.hasCome()).isTrue();
            assertThat(lines()).isEmpty();
        }
    }

    @Test
    void what_will_not_mend_itself_ends_the_start() {
        try (DatabaseArrival arrival = arrival(() -> {
            throw new IllegalStateException("It is somebody else's.");
        })) {
            assertThatThrownBy(arrival::begin).isInstanceOf(StartException.class).hasMessage("It is somebody else's.");
            assertThat(arrival.hasCome()).isFalse();
        }
    }

    @Test
    void each_reason_once_until_it_comes_also_what_somebody_has_to_mend() throws InterruptedException {
        Deque<String> reasons = new ArrayDeque<>(List.of("It is away.", "It is away.", "!It is somebody else's.", ""));
        CountDownLatch come = new CountDownLatch(1);
        PrintStream listener = new PrintStream(said, true, UTF_8) {
            @Override
            public void println(String line) {
                super.println(line);
                if (line.endsWith("has come.")) {
                    come.countDown();
                }
            }
        };
        try (DatabaseArrival arrival = new DatabaseArrival("here", () -> next(reasons), listener::println)) {
            arrival.begin();
            assertThat(arrival.hasCome()).isFalse();

            assertThat(come.await(20, SECONDS)).isTrue();
            assertThat(arrival.hasCome()).isTrue();
        }

        assertThat(lines()).containsExactly(
                "Waiting for the database at here, answering 503 until it can be used: It is away.",
                "Waiting for the database at here, answering 503 until it can be used: It is somebody else's.",
                "The database at here has come.");
        assertThat(reasons).isEmpty();
    }

    @Test
    void nothing_of_an_attempt_that_is_cut_off_when_the_wait_is_given_up() throws InterruptedException {
        SynchronousQueue<Thread> trying = new SynchronousQueue<>();
        AtomicInteger tries = new AtomicInteger();
        DatabaseArrival arrival = arrival(() -> Optional.of(tries.getAndIncrement() == 0 ? "It is away." : cutOff(trying)));
        arrival.begin();
        Thread cutOff = trying.poll(20, SECONDS);
        arrival.close();
        cutOff.join(SECONDS.toMillis(20));

        assertThat(cutOff.isAlive()).isFalse();
        assertThat(lines()).hasSize(1);
    }

    private static String cutOff(SynchronousQueue<Thread> trying) {
        try {
            trying.put(Thread.currentThread());
            new CountDownLatch(1).await();
            return "Nobody comes here.";
        } catch (InterruptedException cutOff) {
            return "It was cut off.";
        }
    }

    /** The next reason: one with a mark is somebody's to mend, an empty one is none. */
    private static Optional<String> next(Deque<String> reasons) {
        String reason = reasons.remove();
        if (reason.startsWith("!")) {
            throw new IllegalStateException(reason.substring(1));
        }
        return Optional.of(reason).filter(why -> !why.isEmpty());
    }

    private DatabaseArrival arrival(Supplier<Optional<String>> attempt) {
        return new DatabaseArrival("here", attempt, new PrintStream(said, true, UTF_8)::println);
    }

    private List<String> lines() {
        return said.toString(UTF_8).lines().toList();
    }
}
