package proctp.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;
import proctp.domain.Refusal;

/** Somebody tries keys. */
class WrongKeysTest {

    /** So few that none comes back while a test sends them. */
    private static final int A_MINUTE = 12;

    private final StillTime time = new StillTime();
    private final WrongKeys wrongKeys = new WrongKeys(A_MINUTE, time);
    private final Context context = mock(Context.class);
    private URI base;

    @BeforeEach
    void serve() {
        base = new InMemoryServer(TestSettings.with(new HttpSettings.Throttle(A_MINUTE, Optional.empty(),
                Set.of(InetAddress.getLoopbackAddress())))).fresh();
    }

    @Test
    void A4_a_minutes_worth_of_wrong_keys_is_401_and_one_more_429() {
        WireClient stranger = SeenClient.of(base, "NOSUCHCUSTOMERKY");
        for (int i = 0; i < A_MINUTE; i++) {
            assertThat(stranger.get("/definitions").statusCode()).isEqualTo(401);
        }
        HttpResponse<String> refused = stranger.get("/definitions");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Error-Code")).contains("WRONG_KEYS_EXCEEDED");
        assertThat(refused.headers().firstValueAsLong("Retry-After").getAsLong()).isBetween(1L, 5L);
        assertThat(refused.body()).isEqualTo("\"Too many requests with wrong keys came from this address: 12 in a minute are"
                + " answered. Mend the keys first.\"");
    }

    @Test
    void A4_a_good_key_from_the_same_address_goes_on_working() {
        useUp(base);
        assertThat(SeenClient.anonymous(base).get("/definitions").statusCode()).isEqualTo(429);
        assertThat(SeenClient.of(base, SampleOffice.CUSTOMER_KEY).get("/definitions").statusCode()).isEqualTo(200);
    }

    @Test
    void A4_a_missing_and_a_malformed_header_count_too() {
        useUp(base);
        assertThat(SeenClient.anonymous(base).with("Authorization", "Basic abc").get("/proctps").statusCode()).isEqualTo(429);
        assertThat(SeenClient.of(base, "NOSUCHCUSTOMERKY").get("/proctps").statusCode()).isEqualTo(429);
    }

    @Test
    void A4_another_address_has_a_minutes_worth_of_its_own() throws IOException {
        useUp(base);
        assertThat(statusFrom("127.0.0.1")).isEqualTo("429");
        assertThat(statusFrom("127.0.0.2")).isEqualTo("401");
    }

    @Test
    void A4_behind_a_trusted_proxy_the_clients_count_and_not_the_proxy() {
        WireClient one = SeenClient.anonymous(base).with("X-Forwarded-For", "198.51.100.7");
        WireClient other = SeenClient.anonymous(base).with("X-Forwarded-For", "198.51.100.8");
        for (int i = 0; i < A_MINUTE; i++) {
            one.get("/definitions");
        }
        assertThat(one.get("/definitions").statusCode()).isEqualTo(429);
        assertThat(other.get("/definitions").statusCode()).isEqualTo(401);
    }

    @Test
    void A4_one_more_is_looked_at_when_the_time_has_come_that_was_said() throws IOException {
        InetAddress client = InetAddress.getByName("192.0.2.1");
        for (int i = 0; i < A_MINUTE; i++) {
            wrongKeys.count(client, context);
        }
        assertThatThrownBy(() -> wrongKeys.count(client, context)).isInstanceOf(Refusal.class);
        verify(context).header("Retry-After", "5");
        time.advance(Duration.ofSeconds(5));
        assertThatCode(() -> wrongKeys.count(client, context)).doesNotThrowAnyException();
        assertThatThrownBy(() -> wrongKeys.count(client, context)).isInstanceOf(Refusal.class);
    }

    @Test
    void A4_of_IPv6_one_client_has_a_whole_network() throws IOException {
        for (int i = 0; i < A_MINUTE; i++) {
            wrongKeys.count(InetAddress.getByName("2001:db8:1:2::" + i), context);
        }
        InetAddress sameNetwork = InetAddress.getByName("2001:db8:1:2:ffff::1");
        InetAddress otherNetwork = InetAddress.getByName("2001:db8:1:3::1");
        assertThatThrownBy(() -> wrongKeys.count(sameNetwork, context)).isInstanceOf(Refusal.class);
        assertThatCode(() -> wrongKeys.count(otherNetwork, context)).doesNotThrowAnyException();
    }

    @Test
    void A4_with_a_limit_of_0_nobody_is_slowed_down() throws IOException {
        WrongKeys unlimited = new WrongKeys(0, time);
        InetAddress client = InetAddress.getByName("192.0.2.1");
        assertThatCode(() -> {
            for (int i = 0; i < 10 * A_MINUTE; i++) {
                unlimited.count(client, context);
            }
        }).doesNotThrowAnyException();
    }

    @Test
    void A4_an_address_has_as_many_look_ups_at_a_time_as_wrong_keys_left_and_two_more() throws IOException {
        InetAddress client = InetAddress.getByName("192.0.2.1");
        assertThat(atATime(client, 500)).as("when it has sent no wrong ones").isEqualTo(500);
        wrongKeys.count(client, context);
        assertThat(atATime(client, 500)).isEqualTo(A_MINUTE - 1 + 2);
        for (int i = 1; i < A_MINUTE; i++) {
            wrongKeys.count(client, context);
        }
        assertThat(atATime(client, 500)).isEqualTo(2);
        assertThat(atATime(client, 500)).as("again, when those have ended").isEqualTo(2);
        time.advance(Duration.ofSeconds(5));
        assertThat(atATime(client, 500)).isEqualTo(3);
        assertThat(atATime(InetAddress.getByName("192.0.2.2"), 500)).as("another address").isEqualTo(500);
    }

    /** How many look-ups are let in, each while the one before is under way, of so many. */
    private int atATime(InetAddress client, int tried) {
        try {
            return tried == 0 ? 0 : wrongKeys.inTurn(client, context, () -> 1 + atATime(client, tried - 1));
        } catch (Refusal refused) {
            assertThat(refused.kind()).isEqualTo(Refusal.Kind.WRONG_KEYS_EXCEEDED);
            return 0;
        }
    }

    private static void useUp(URI base) {
        for (int i = 0; i < A_MINUTE; i++) {
            SeenClient.anonymous(base).get("/definitions");
        }
    }

    private String statusFrom(String address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(address, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", base.getPort()), 5_000);
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write("GET /definitions HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII).substring(9, 12);
        }
    }
}
