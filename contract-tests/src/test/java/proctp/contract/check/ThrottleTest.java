package proctp.contract.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Duration SHARE = Duration.ofMillis(100);

    private final Throttle throttle = new Throttle(Duration.ofMinutes(1));

    @Test
    void after_the_last_request_of_a_policy_the_next_one_waits_for_its_share() {
        throttle.note(headers("\"key\";r=0;t=1"));
        assertThat(timeToAwait()).isGreaterThanOrEqualTo(SHARE);
        assertThat(timeToAwait()).as("once only").isLessThan(SHARE);
    }

    @Test
    void as_long_as_there_are_requests_left_nobody_waits() {
        throttle.note(headers("\"key\";r=3;t=1"));
        throttle.note(headers("\"key\";r=10;t=0"));
        throttle.note(HttpHeaders.of(Map.of(), (name, value) -> true));
        assertThat(timeToAwait()).isLessThan(SHARE);
    }

    @Test
    void its_time_is_over_until_there_is_more() {
        Throttle late = new Throttle(Duration.ofMillis(-1));
        assertThat(late.isOver()).isTrue();
        late.extend(Duration.ofMinutes(1));
        assertThat(late.isOver()).isFalse();
    }

    private Duration timeToAwait() {
        long start = System.nanoTime();
        throttle.await();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static HttpHeaders headers(String rateLimit) {
        return HttpHeaders.of(Map.of("RateLimit", List.of(rateLimit), "RateLimit-Policy", List.of("\"key\";q=10;w=1")), (name, value) -> true);
    }
}
