package planted.application;

import java.time.Instant;

/** Tells the time without a clock. */
final class UseCaseTellsTheTime {

    Instant time() {
        return Instant.now();
    }
}
