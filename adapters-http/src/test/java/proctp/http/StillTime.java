package proctp.http;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** A time that stands still until it is put forward. */
final class StillTime implements TimeMeter {

    private volatile long nanoseconds;

    void advance(Duration time) {
        nanoseconds += time.toNanos();
    }

    @Override
    public long currentTimeNanos() {
        return nanoseconds;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
