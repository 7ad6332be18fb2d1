package proctp.contract.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("faults")
@Timeout(60)
class EventsTest {

    @Test
    void X6_an_event_has_a_second_and_some_for_a_busy_machine() throws Exception {
        at(5, events -> assertThatThrownBy(() -> events.line(Events.FOR_AN_EVENT)).hasMessageContaining("none within 3 seconds"));
    }

    @Test
    void X6_the_first_comment_may_come_with_the_first_heart_beat() throws Exception {
        at(12, events -> assertThat(events.line(Events.FOR_A_COMMENT)).isEqualTo(": here"));
    }

    /** What is to be seen of a stream. */
    private interface Seen {
        void in(Events events) throws Deviation, Unchecked;
    }

    private static void at(int seconds, Seen seen) throws Exception {
        HttpServer late = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        late.createContext("/", exchange -> comment(exchange, seconds));
        late.start();
        Subject subject = new Subject("http://127.0.0.1:" + late.getAddress().getPort(), new Subject.Keys("A", "B"), 963, Optional.empty(),
                Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), false, false, Duration.ofSeconds(10), Duration.ofMinutes(1));
        Calls calls = new Calls(subject);
        try (Events events = Events.of(new Visit(subject, calls, new Undo(calls)), Request.get("/changes"))) {
            seen.in(events);
        } finally {
            late.stop(0);
        }
    }

    private static void comment(HttpExchange exchange, int seconds) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (exchange) {
            TimeUnit.SECONDS.sleep(seconds);
            exchange.getResponseBody().write(": here\n".getBytes(UTF_8));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
