package proctp.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.regex.Pattern;
import proctp.domain.Refusal;

/** Times as clients write them, in the practice's time zone. */
final class LocalTimes {

    /** The years are those of .NET: there is no year 0. */
    private static final Pattern DATE_TIME =
            Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}");

    private LocalTimes() {
    }

    /** The moment that a parameter of that name must be; {@code PARAMETER_INVALID} when it is none. */
    static Instant parameter(String name, String text, ZoneId zone) {
        try {
            if (DATE_TIME.matcher(text).matches()) {
                return instant(LocalDateTime.parse(text.replace(' ', 'T')), zone);
            }
        } catch (DateTimeException noSuchDay) {
            // refused below, like any other text that names no time
        }
        throw new Refusal(Refusal.Kind.PARAMETER_INVALID, name + " format must be yyyy-MM-dd HH:mm:ss.");
    }

    /** A time that the clocks skipped is the moment when they did, so that an earlier time never means a later moment. */
    private static Instant instant(LocalDateTime local, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition != null && transition.isGap() ? transition.getInstant() : local.atZone(zone).toInstant();
    }
}
