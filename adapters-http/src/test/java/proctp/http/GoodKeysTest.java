package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import proctp.application.KeyDigest;

/** Which pairs of keys worked lately. */
class GoodKeysTest {

    private static final KeyDigest PAIR = InMemoryServer.SECRET.digest("a developer", "a customer");

    private final StillTime time = new StillTime();
    private final GoodKeys goodKeys = new GoodKeys(time);

    @Test
    void a_pair_is_known_for_an_hour_since_it_last_worked() {
        assertThat(goodKeys.has(PAIR)).isFalse();
        goodKeys.add(PAIR);
        time.advance(Duration.ofMinutes(59));
        assertThat(goodKeys.has(PAIR)).isTrue();
        goodKeys.add(PAIR);
        time.advance(Duration.ofMinutes(59));
        assertThat(goodKeys.has(PAIR)).isTrue();
        time.advance(Duration.ofMinutes(1));
        assertThat(goodKeys.has(PAIR)).isFalse();
    }

    @Test
    void a_pair_that_does_not_work_any_more_is_forgotten() {
        goodKeys.add(PAIR);
        goodKeys.remove(PAIR);
        assertThat(goodKeys.has(PAIR)).isFalse();
    }
}
