package proctp.contract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands still until it is put forward, so that a test knows the time of each edit. */
public final class SettableClock extends Clock {

    private final ZoneId zone;
    private volatile Instant now;

    /** @param zone the practice's, in which it tells the day */
    public SettableClock(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Puts it forward. */
    public void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the office's clock has the practice's zone already");
    }
}
