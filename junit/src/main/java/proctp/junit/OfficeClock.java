package proctp.junit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of a stand-in: it stands still until it is set. */
final class OfficeClock extends Clock {

    private final ZoneId zone;
    private volatile Instant now = Instant.EPOCH;

    /** @param zone the practices', in which it tells the day */
    OfficeClock(ZoneId zone) {
        this.zone = zone;
    }

    /** Sets it. */
    void set(Instant moment) {
        now = moment;
    }

    /** Puts it forward, or back by a negative time. */
    synchronized void advance(Duration time) {
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
    public Clock withZone(ZoneId other) {
        throw new UnsupportedOperationException("the office's clock has the practices' zone already");
    }
}
