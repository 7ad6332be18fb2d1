package proctp.http;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import proctp.domain.EditStamp;

/**
 * Who entered a record of a line and when it last changed; now, if nothing is known of that, so that programs that ask for
 * changes hear of it.
 *
 * @param clock  tells the time, and its zone is the practice's
 * @param format how date-times are written
 */
record LineStamp(Clock clock, WireFormat format) {

    LineStamp(Clock clock) {
        this(clock, WireFormat.vendors(clock.getZone()));
    }

    EditStamp of(LineObject object) {
        return new EditStamp(object.whole("SecUserNumEntry", 0), object.date("SecDateEntry"),
                object.dateTime("SecDateTEdit", format).orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.SECONDS)));
    }
}
