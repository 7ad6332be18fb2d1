package planted.postgres;

import java.time.Clock;

/** Makes a clock that no test can set. */
final class PostgresMakesAClock {

    Clock clock() {
        return Clock.systemUTC();
    }
}
