package planted.postgres;

import java.util.Calendar;

/** Tells the time by a calendar. */
final class PostgresAsksACalendar {

    Calendar calendar() {
        return Calendar.getInstance();
    }
}
