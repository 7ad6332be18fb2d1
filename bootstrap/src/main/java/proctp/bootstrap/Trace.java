package proctp.bootstrap;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.sql.SQLException;

/**
 * Writes what failed and where, but not in the words of a library: those may quote what it choked on, which may be of a
 * patient. Public because the log library makes it.
 */
public final class Trace extends ThrowableHandlingConverter {

    @Override
    public String convert(ILoggingEvent line) {
        StringBuilder trace = new StringBuilder();
        if (line.getThrowableProxy() != null) {
            write(trace, "", line.getThrowableProxy());
        }
        return trace.toString();
    }

    private static void write(StringBuilder trace, String relation, IThrowableProxy failure) {
        trace.append(relation).append(failure.getClassName()).append(words(failure)).append('\n');
        StackTraceElementProxy[] frames = failure.getStackTraceElementProxyArray();
        for (int i = 0; i < frames.length - failure.getCommonFrames(); i++) {
            trace.append("\tat ").append(frames[i].getStackTraceElement()).append('\n');
        }
        for (IThrowableProxy suppressed : failure.getSuppressed()) {
            write(trace, "Suppressed: ", suppressed);
        }
        if (failure.getCause() != null) {
            write(trace, "Caused by: ", failure.getCause());
        }
    }

    /** What can be said of it without a risk: our own words, and PostgreSQL's number for the failure. */
    private static String words(IThrowableProxy failure) {
        if (failure instanceof ThrowableProxy real && real.getThrowable() instanceof SQLException refused) {
            return " (SQLSTATE " + Visible.of(String.valueOf(refused.getSQLState())) + ")";
        }
        return failure.getClassName().startsWith("proctp.bootstrap.") ? ": " + Visible.of(String.valueOf(failure.getMessage())) : "";
    }
}
