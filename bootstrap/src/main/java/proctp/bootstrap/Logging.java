package proctp.bootstrap;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.logstash.logback.decorate.json.JsonWriteFeatureDecorator;
import net.logstash.logback.encoder.LogstashEncoder;
import net.logstash.logback.fieldnames.LogstashFieldNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How log lines look. Where they go, and which of them, is in {@code logback.xml}, which writes text. */
final class Logging {

    private static final String OFF = "[ignore]";

    /** Standard error, where a system shows its processes' files. */
    static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    private Logging() {
    }

    /** Has log lines written like that from now on. */
    static void use(LogFormat format) {
        if (format == LogFormat.JSON || format == LogFormat.AUTO && !isTerminal(STANDARD_ERROR)) {
            LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
            ConsoleAppender<ILoggingEvent> console =
                    (ConsoleAppender<ILoggingEvent>) context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("STDERR");
            console.setEncoder(json(context));
        }
    }

    /** Writes each line as one flat object, in ASCII alone: whatever reads it, there is nothing in it to obey. */
    static LogstashEncoder json(LoggerContext context) {
        JsonWriteFeatureDecorator ascii = new JsonWriteFeatureDecorator();
        ascii.addEnable("ESCAPE_NON_ASCII");
        LogstashFieldNames names = new LogstashFieldNames();
        names.setTimestamp("timestamp");
        names.setLogger("logger");
        names.setThread("thread");
        names.setStackTrace("trace");
        names.setVersion(OFF);
        names.setLevelValue(OFF);
        LogstashEncoder json = new LogstashEncoder();
        json.setContext(context);
        json.setFieldNames(names);
        json.addDecorator(ascii);
        json.setThrowableConverter(started(new Trace()));
        json.start();
        return json;
    }

    private static Trace started(Trace trace) {
        trace.start();
        return trace;
    }

    /**
     * Whether this is a terminal. Where the system does not show its processes' files, as on macOS and Windows, it goes by
     * whether the JVM has one at all, which is not quite the same: it does not see that only standard error was redirected.
     */
    static boolean isTerminal(Path file) {
        try {
            return Files.isSymbolicLink(file)
                    ? Files.readSymbolicLink(file).toString().matches("/dev/(pts/.*|tty.*|console)")
                    : System.console() != null;
        } catch (IOException hidden) {
            return false;
        }
    }
}
