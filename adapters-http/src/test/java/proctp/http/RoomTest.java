package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that has little memory for bodies that are half sent. */
@Timeout(60)
class RoomTest {

    private static final int HELD = 1_000;
    private static final int TRIES = 2_000;

    private static final InMemoryServer SERVER = new InMemoryServer(TestSettings.with(new HttpSettings.Limits(
            2_000, 8_192, 8_192, 16, 100, Duration.ofSeconds(2), TestSettings.ANSWER_TIME, HELD)));

    @BeforeEach
    void fill() {
        SERVER.fresh();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void a_body_that_has_no_room_is_refused_as_long_as_another_is_half_sent() throws InterruptedException {
        try (Wire half = half()) {
            String refused = untilIs(503);
            assertThat(refused).contains("\r\nError-Code: UNAVAILABLE\r\n", "\r\nRetry-After: 2\r\n", "\r\nConnection: close\r\n")
                    .endsWith("\"Too many bodies are half sent just now. Try again in a few seconds.\"");
            assertThat(half.send("}").answer()).startsWith("HTTP/1.1 200 ");
        }
        untilIs(200);
    }

    @Test
    void one_body_alone_may_be_longer() {
        assertThat(whole(2_000)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void the_room_is_given_back_when_the_body_is_refused() throws InterruptedException {
        givenBack(half -> assertThat(half.send("!").answer()).startsWith("HTTP/1.1 400 ").contains("BODY_INVALID"));
    }

    @Test
    void the_room_is_given_back_when_the_client_hangs_up() throws InterruptedException {
        givenBack(Wire::close);
    }

    @Test
    void the_room_is_given_back_when_the_body_is_cut_off() throws InterruptedException {
        givenBack(half -> assertThat(half.rest()).contains("The request did not arrive within 2 seconds."));
    }

    private static void givenBack(Consumer<Wire> ending) throws InterruptedException {
        Wire half = half();
        untilIs(503);
        ending.accept(half);
        untilIs(200);
    }

    /** All of a body but its last character, which the server has taken before another asks for room. */
    private static Wire half() throws InterruptedException {
        Wire half = new Wire(SERVER.port()).send(Wire.UPDATE + "Content-Length: 600\r\n\r\n{" + " ".repeat(598));
        Thread.sleep(500);
        return half;
    }

    private static String whole(int length) {
        try (Wire other = new Wire(SERVER.port())) {
            return other.send(Wire.UPDATE + "Connection: close\r\nContent-Length: " + length + "\r\n\r\n{" + " ".repeat(length - 2) + "}")
                    .rest();
        }
    }

    /** The answer to another's body, once it has this status. */
    private static String untilIs(int status) {
        String start = "HTTP/1.1 " + status + " ";
        String answer = whole(600);
        for (int i = 0; i < TRIES && !answer.startsWith(start); i++) {
            answer = whole(600);
        }
        assertThat(answer).startsWith(start);
        return answer;
    }
}
