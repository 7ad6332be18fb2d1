package proctp.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How single values are written, and read where that is the reverse: the vendor's formats, and its stand-ins for what is not
 * there.
 *
 * @param zone     the practice's time zone
 * @param date     how this answer writes dates, when the client asked for something else than {@code yyyy-MM-dd}
 * @param dateTime how this answer writes date-times, when the client asked for something else than
 *                 {@code yyyy-MM-dd HH:mm:ss}
 */
record WireFormat(ZoneId zone, Optional<DatePattern> date, Optional<DatePattern> dateTime) {

    /** What the vendor writes for no date; it lives here and nowhere else. */
    private static final LocalDate NO_DATE = LocalDate.of(1, 1, 1);

    /** The years are those of .NET: there is no year 0. */
    private static final Pattern DATE = Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static final Pattern DATE_TIME = Pattern.compile(DATE + "[ T][0-9]{2}:[0-9]{2}:[0-9]{2}");

    /** As the vendor writes dates when nothing else is asked for. */
    static WireFormat vendors(ZoneId zone) {
        return new WireFormat(zone, Optional.empty(), Optional.empty());
    }

    /** A date, {@code 0001-01-01} for none. */
    String date(Optional<LocalDate> value) {
        LocalDate day = value.orElse(NO_DATE);
        return date.map(pattern -> pattern.format(midnight(day))).orElseGet(day::toString);
    }

    /** The date that a client means by this text, an empty one for none; empty when the text is no date. */
    static Optional<Optional<LocalDate>> dateFrom(String text) {
        try {
            return DATE.matcher(text).matches()
                    ? Optional.of(Optional.of(LocalDate.parse(text)).filter(day -> !day.equals(NO_DATE)))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A date-time in the practice's zone. */
    String dateTime(Instant value) {
        return write(value.atZone(zone));
    }

    /** A date-time in the practice's zone, {@code 0001-01-01 00:00:00} for none. */
    String dateTime(Optional<Instant> value) {
        return value.map(this::dateTime).orElseGet(() -> write(midnight(NO_DATE)));
    }

    /** Midnight also where the clocks skip it; what is no date has no offset from UTC that means anything. */
    private ZonedDateTime midnight(LocalDate day) {
        LocalDateTime time = day.atStartOfDay();
        return time.atZone(day.equals(NO_DATE) ? ZoneOffset.UTC : zone.getRules().getOffset(time));
    }

    /** The moment that this date-time is in the practice's zone, an empty one for none; empty when the text is no date-time. */
    Optional<Optional<Instant>> dateTimeFrom(String text) {
        if (!DATE_TIME.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime time = LocalDateTime.parse(text.replace(' ', 'T'));
            return Optional.of(Optional.of(time).filter(any -> !any.equals(NO_DATE.atStartOfDay()))
                    .map(there -> there.atZone(zone).toInstant()));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private String write(ZonedDateTime time) {
        return dateTime.map(pattern -> pattern.format(time)).orElseGet(() -> {
            StringBuilder text = new StringBuilder(19).append(time.toLocalDate()).append(' ');
            twoDigits(text, time.getHour()).append(':');
            twoDigits(text, time.getMinute()).append(':');
            return twoDigits(text, time.getSecond()).toString();
        });
    }

    private static StringBuilder twoDigits(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** A boolean column: the vendor writes it as text. */
    static String bool(boolean value) {
        return value ? "true" : "false";
    }

    /** The boolean that a client means by this text; empty when the text is none. */
    static Optional<Boolean> boolFrom(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
