package planted.domain;

import java.time.Clock;

/** Takes a clock, where it should take the time. */
record DomainTakesAClock(Clock clock) {
}
