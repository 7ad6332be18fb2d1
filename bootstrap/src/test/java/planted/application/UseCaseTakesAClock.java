package planted.application;

import java.time.Clock;
import java.time.LocalDate;

/** Keeps the rules: reads a clock that it was given. */
final class UseCaseTakesAClock {

    LocalDate today(Clock clock) {
        return LocalDate.now(clock);
    }
}
