package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** The lines of a log as they come: some come only after the client has its answer. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final BlockingQueue<ILoggingEvent> lines = new LinkedBlockingQueue<>();
    private final Logger logger;

    LogLines(String name) {
        logger = (Logger) LoggerFactory.getLogger(name);
        logger.setLevel(ch.qos.logback.classic.Level.INFO);
        logger.setAdditive(false);
        start();
        logger.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent line) {
        lines.add(line);
    }

    /** The next line. */
    ILoggingEvent next() throws InterruptedException {
        ILoggingEvent line = lines.poll(10, TimeUnit.SECONDS);
        assertThat(line).as("a line").isNotNull();
        return line;
    }

    /** The fields of the next line, in its order. */
    Map<String, Object> nextFields() throws InterruptedException {
        Map<String, Object> fields = new LinkedHashMap<>();
        next().getKeyValuePairs().forEach(field -> assertThat(fields.put(field.key, field.value)).as(field.key).isNull());
        return fields;
    }

    @Override
    public void close() {
        logger.setLevel(null);
        logger.detachAppender(this);
    }
}
