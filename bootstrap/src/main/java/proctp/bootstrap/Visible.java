package proctp.bootstrap;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.pattern.CompositeConverter;

/**
 * Keeps a log line one line, on any terminal: what a terminal or a log reader would obey is written as its number. Public
 * because the log library makes it.
 */
public final class Visible extends CompositeConverter<ILoggingEvent> {

    @Override
    protected String transform(ILoggingEvent line, String text) {
        return of(text);
    }

    /** The text with control, format and separator characters as {@code \\u001b}. */
    static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            if (isObeyed(codePoint)) {
                visible.append("\\u").append("%04x".formatted(codePoint));
            } else {
                visible.appendCodePoint(codePoint);
            }
        });
        return visible.toString();
    }

    /** Whether a terminal may do something else with it than show it. */
    static boolean isObeyed(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
