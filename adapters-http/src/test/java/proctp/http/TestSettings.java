package proctp.http;

import static proctp.contract.wire.ServerUnderTest.ORIGIN;
import static proctp.contract.wire.ServerUnderTest.ZONE;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import proctp.http.HttpSettings.Limits;
import proctp.http.HttpSettings.Listen;
import proctp.http.HttpSettings.Pages;
import proctp.http.HttpSettings.Throttle;

/** The settings of a server for tests: what an operator has who sets nothing, on a free port. */
final class TestSettings {

    static final Listen LISTEN = new Listen("127.0.0.1", 0, Optional.empty());
    static final Pages PAGES = new Pages(100, 1000);
    static final long HELD = 64 * 1024 * 1024;
    static final Duration ANSWER_TIME = Duration.ofMinutes(2);
    static final Limits LIMITS =
            new Limits(256 * 1024, 32 * 1024, 16 * 1024, 16, 10_000, Duration.ofSeconds(30), ANSWER_TIME, HELD);
    /** Tests send more wrong keys than anybody should. */
    static final Throttle THROTTLE = new Throttle(0, Optional.empty(), Set.of());

    static final HttpSettings USUAL = new HttpSettings(LISTEN, ZONE, PAGES, Set.of(ORIGIN), LIMITS, THROTTLE);

    private TestSettings() {
    }

    static HttpSettings with(Pages pages) {
        return new HttpSettings(LISTEN, ZONE, pages, Set.of(), LIMITS, THROTTLE);
    }

    static HttpSettings with(Limits limits) {
        return new HttpSettings(LISTEN, ZONE, PAGES, Set.of(), limits, THROTTLE);
    }

    static HttpSettings with(Throttle throttle) {
        return new HttpSettings(LISTEN, ZONE, PAGES, Set.of(), LIMITS, throttle);
    }
}
