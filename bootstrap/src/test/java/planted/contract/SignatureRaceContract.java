package planted.contract;

import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Keeps the rules: one of the two that may wait, and free to tell the time. */
public final class SignatureRaceContract {

    Instant later() {
        LockSupport.parkNanos(1);
        return Instant.now();
    }
}
