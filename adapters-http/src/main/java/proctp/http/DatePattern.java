package proctp.http;

import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import proctp.domain.Refusal;

/**
 * How a client wants dates written: a custom date and time pattern of .NET, in its culture-neutral reading, as Open
 * Dental's API takes it. It is read once, and writing costs time in proportion to its length.
 */
final class DatePattern {

    private static final int LONGEST = 64;
    private static final int MOST_FRACTION_DIGITS = 7;

    private final List<Part> parts = new ArrayList<>();
    private final String parameter;
    private final String pattern;

    /** One piece of the pattern: adds to what is written so far. */
    @FunctionalInterface
    private interface Part {

        void write(StringBuilder text, ZonedDateTime time);
    }

    private DatePattern(String parameter, String pattern) {
        this.parameter = parameter;
        this.pattern = pattern;
    }

    /**
     * Reads a pattern.
     *
     * @param parameter the name of the parameter that it came in, for the sentence if it cannot be honoured
     * @throws Refusal {@code PARAMETER_INVALID}
     */
    static DatePattern parse(String parameter, String pattern) {
        DatePattern read = new DatePattern(parameter, pattern);
        if (pattern.isEmpty() || pattern.length() > LONGEST) {
            throw read.fault("must be a pattern of 1 to " + LONGEST + " characters, such as MM/dd/yyyy");
        }
        if (pattern.length() == 1) {
            throw read.fault("must be a custom pattern such as MM/dd/yyyy; standard formats of one letter are not known here");
        }
        for (int at = 0; at < pattern.length(); ) {
            at = read.part(at);
        }
        return read;
    }

    /** The pattern as it was given. */
    String pattern() {
        return pattern;
    }

    /** The time, written by this pattern. */
    String format(ZonedDateTime time) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> part.write(text, time));
        return text.toString();
    }

    /** Reads the part that begins here and says where the next one begins. */
    private int part(int at) {
        char letter = pattern.charAt(at);
        return switch (letter) {
            case '\'', '"' -> quoted(at, letter);
            case '\\' -> escaped(at);
            case '%' -> percent(at);
            default -> run(at, letter);
        };
    }

    private int quoted(int at, char quote) {
        StringBuilder text = new StringBuilder();
        for (int i = at + 1; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == quote) {
                parts.add(literal(text.toString()));
                return i + 1;
            }
            if (c == '\\' && ++i < pattern.length()) {
                c = pattern.charAt(i);
            }
            text.append(c);
        }
        throw fault("has a quote that is not closed");
    }

    private int escaped(int at) {
        if (at + 1 == pattern.length()) {
            throw fault("ends in a backslash with nothing to escape");
        }
        parts.add(literal(pattern.substring(at + 1, at + 2)));
        return at + 2;
    }

    /** The sign says that the one letter behind it is a pattern of its own. */
    private int percent(int at) {
        if (at + 1 == pattern.length() || "%'\"\\".indexOf(pattern.charAt(at + 1)) >= 0) {
            throw fault("has a % with no letter behind it");
        }
        parts.add(letters(pattern.charAt(at + 1), 1));
        return at + 2;
    }

    private int run(int at, char letter) {
        int end = at;
        while (end < pattern.length() && pattern.charAt(end) == letter) {
            end++;
        }
        parts.add(letters(letter, end - at));
        return end;
    }

    private Part letters(char letter, int count) {
        if ((letter == 'f' || letter == 'F') && count > MOST_FRACTION_DIGITS) {
            throw fault("has more than " + MOST_FRACTION_DIGITS + " digits of a second");
        }
        return switch (letter) {
            case 'd' -> count > 2 ? text(day(count)) : number(ZonedDateTime::getDayOfMonth, count);
            case 'M' -> count > 2 ? text(month(count)) : number(ZonedDateTime::getMonthValue, count);
            case 'y' -> count > 2 ? number(ZonedDateTime::getYear, count) : number(time -> time.getYear() % 100, count);
            case 'H' -> number(ZonedDateTime::getHour, Math.min(count, 2));
            case 'h' -> number(time -> (time.getHour() + 11) % 12 + 1, Math.min(count, 2));
            case 'm' -> number(ZonedDateTime::getMinute, Math.min(count, 2));
            case 's' -> number(ZonedDateTime::getSecond, Math.min(count, 2));
            case 't' -> text(time -> (time.getHour() < 12 ? "AM" : "PM").substring(0, Math.min(count, 2)));
            // times are kept in whole seconds: f writes the zeros, F leaves them out and the point before them
            case 'f' -> literal("0".repeat(count));
            case 'F' -> (text, time) -> text.setLength(endsInPoint(text) ? text.length() - 1 : text.length());
            case 'g' -> literal("A.D.");
            case 'z' -> text(time -> offset(time, count));
            case 'K' -> text(time -> offset(time, 3).repeat(count));
            default -> literal(String.valueOf(letter).repeat(count));
        };
    }

    private static boolean endsInPoint(StringBuilder text) {
        return text.length() > 0 && text.charAt(text.length() - 1) == '.';
    }

    private static Part literal(String literal) {
        return (text, time) -> text.append(literal);
    }

    private static Part text(Function<ZonedDateTime, String> part) {
        return (text, time) -> text.append(part.apply(time));
    }

    private static Part number(Function<ZonedDateTime, Integer> field, int digits) {
        return text(time -> {
            String number = String.valueOf(field.apply(time));
            return "0".repeat(Math.max(0, digits - number.length())) + number;
        });
    }

    private static Function<ZonedDateTime, String> day(int count) {
        return time -> time.getDayOfWeek().getDisplayName(style(count), Locale.ENGLISH);
    }

    private static Function<ZonedDateTime, String> month(int count) {
        return time -> time.getMonth().getDisplayName(style(count), Locale.ENGLISH);
    }

    private static TextStyle style(int count) {
        return count == 3 ? TextStyle.SHORT : TextStyle.FULL;
    }

    private static String offset(ZonedDateTime time, int count) {
        int minutes = time.getOffset().getTotalSeconds() / 60;
        String sign = minutes < 0 ? "-" : "+";
        String hours = String.valueOf(Math.abs(minutes) / 60);
        String padded = count > 1 && hours.length() < 2 ? "0" + hours : hours;
        String rest = String.valueOf(100 + Math.abs(minutes) % 60).substring(1);
        return sign + padded + (count > 2 ? ":" + rest : "");
    }

    private Refusal fault(String fault) {
        return new Refusal(Refusal.Kind.PARAMETER_INVALID, parameter + " " + fault + ".");
    }
}
