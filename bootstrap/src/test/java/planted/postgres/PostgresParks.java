package planted.postgres;

import java.util.concurrent.locks.LockSupport;

/** Sleeps by a third name. */
final class PostgresParks {

    void pause() {
        LockSupport.parkNanos(1);
    }
}
