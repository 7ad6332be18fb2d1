package proctp.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.KeyValuePair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a line of the log looks like. */
class LogLinesTest {

    private static final LoggerContext CONTEXT = new LoggerContext();
    private static Map<LogFormat, Encoder<ILoggingEvent>> encoders;

    @TempDir
    private Path directory;

    @BeforeAll
    static void configureAsTheServiceDoes() throws JoranException {
        CONTEXT.setMDCAdapter(new LogbackMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(CONTEXT);
        configurator.doConfigure(LogLinesTest.class.getResource("/logback.xml"));
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>) CONTEXT.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("STDERR");
        encoders = Map.of(LogFormat.TEXT, console.getEncoder(), LogFormat.JSON, Logging.json(CONTEXT));
    }

    @Test
    void as_JSON_it_is_one_flat_object() {
        LoggingEvent event = event("Answered", null);
        event.addKeyValuePair(new KeyValuePair("requestId", "req-7"));
        event.addKeyValuePair(new KeyValuePair("status", 200));
        event.addKeyValuePair(new KeyValuePair("ProcTPNum", 293L));
        JsonNode line = JsonMapper.shared().readTree(encoded(LogFormat.JSON, event));
        assertThat(line.propertyNames()).containsExactlyInAnyOrder("timestamp", "level", "logger", "thread", "message", "requestId", "status", "ProcTPNum");
        assertThat(line.get("message").asString()).isEqualTo("Answered");
        assertThat(line.get("logger").asString()).isEqualTo("proctp.test");
        assertThat(line.get("status").isInt()).isTrue();
        assertThat(line.get("ProcTPNum").asLong()).isEqualTo(293);
    }

    @Test
    void as_text_it_has_the_same_fields() {
        LoggingEvent event = event("Answered", null);
        event.addKeyValuePair(new KeyValuePair("requestId", "req-7"));
        event.addKeyValuePair(new KeyValuePair("status", 200));
        assertThat(encoded(LogFormat.TEXT, event))
                .matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+\\S* WARN  proctp.test Answered requestId=\"req-7\" status=\"200\"\\s*\n");
    }

    @ParameterizedTest
    @EnumSource(value = LogFormat.class, names = {"JSON", "TEXT"})
    void it_stays_one_line_and_has_nothing_that_a_terminal_would_obey(LogFormat format) {
        String planted = "a\r\n2026-01-01 ERROR forged \u001b[31m\u0007\u0085\u009b\u2028\u2029\u202e\u0000z";
        LoggingEvent event = event(planted, null);
        event.addKeyValuePair(new KeyValuePair("method", planted));
        String line = encoded(format, event);
        assertThat(line.stripTrailing()).matches("[\\x20-\\x7e]*").containsIgnoringCase("\\u001b[31m")
                .containsIgnoringCase("\\u009b").contains("\\u2028", "forged");
        assertThat(line).endsWith("\n");
    }

    @ParameterizedTest
    @EnumSource(value = LogFormat.class, names = {"JSON", "TEXT"})
    void a_failure_is_told_by_its_class_state_and_place_and_not_in_a_librarys_words(LogFormat format) {
        IllegalStateException failure = new IllegalStateException("no plan for Mustermann",
                new SQLException("invalid input syntax for type integer: \"Mustermann\"", "22P02"));
        failure.addSuppressed(new RuntimeException("Mustermann again"));
        String line = encoded(format, event("Request failed", failure));
        assertThat(line).doesNotContain("Mustermann")
                .contains("java.lang.IllegalStateException", "java.sql.SQLException (SQLSTATE 22P02)", "Suppressed: ",
                        "at proctp.bootstrap.LogLinesTest.a_failure_is_told_by_its_class_state_and_place");
        assertThat(line.lines().count() == 1).isEqualTo(format == LogFormat.JSON);
    }

    @Test
    void what_the_service_says_is_written_and_of_libraries_only_what_is_wrong() {
        assertThat(CONTEXT.getLogger("proctp.http.ServerCertificate").isInfoEnabled()).isTrue();
        assertThat(CONTEXT.getLogger("org.flywaydb").isInfoEnabled()).isFalse();
        assertThat(CONTEXT.getLogger("org.flywaydb").isWarnEnabled()).isTrue();
    }

    @Test
    void a_failure_of_the_service_itself_has_its_words() {
        assertThat(encoded(LogFormat.TEXT, event("Stopped", new StartException("The disk is full.\n\u001b"))))
                .contains("proctp.bootstrap.StartException: The disk is full.\\u000a\\u001b\n");
    }

    @Test
    void failures_in_a_circle_come_to_an_end() {
        IllegalStateException one = new IllegalStateException();
        one.initCause(new IllegalArgumentException(one));
        assertThat(encoded(LogFormat.TEXT, event("Failed", one))).contains("Caused by: java.lang.IllegalArgumentException");
    }

    @ParameterizedTest
    @CsvSource({"/dev/pts/3, true", "/dev/tty1, true", "/dev/console, true", "pipe:[4711], false", "/dev/null, false", "/var/log/proctp.log, false"})
    void a_terminal_is_known_by_its_name(String target, boolean isTerminal) throws IOException {
        Path standardError = Files.createSymbolicLink(directory.resolve("2"), Path.of(target));
        assertThat(Logging.isTerminal(standardError)).isEqualTo(isTerminal);
        Files.delete(standardError);
    }

    private static LoggingEvent event(String message, Throwable failure) {
        return new LoggingEvent(LogLinesTest.class.getName(), CONTEXT.getLogger("proctp.test"), Level.WARN, message, failure, null);
    }

    private static String encoded(LogFormat format, LoggingEvent event) {
        return new String(encoders.get(format).encode(event), UTF_8);
    }
}
