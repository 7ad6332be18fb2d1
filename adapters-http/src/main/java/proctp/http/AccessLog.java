package proctp.http;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import proctp.application.Caller;

/**
 * Writes one line for each request at its end, whatever became of it: who asked what of which record, and what the answer
 * was. Never a key, a path, a query, a body or anybody's name but those of the key and its developer.
 */
final class AccessLog implements RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger("proctp.access");

    private final ClientAddress clientAddress;

    AccessLog(ClientAddress clientAddress) {
        this.clientAddress = clientAddress;
    }

    @Override
    public void log(Request request, Response response) {
        Exchange exchange = Exchange.of(request);
        String errorCode = response.getHeaders().get(Errors.CODE_HEADER);
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("requestId", response.getHeaders().get(EdgeHandler.REQUEST_ID_HEADER))
                .addKeyValue("method", Echo.of(String.valueOf(request.getMethod())))
                .addKeyValue("route", exchange.route())
                .addKeyValue("status", response.getStatus());
        if (errorCode != null) {
            line = line.addKeyValue("errorCode", errorCode);
        }
        line = line.addKeyValue("milliseconds", TimeUnit.NANOSECONDS.toMillis(nanoseconds(request)));
        if (exchange.caller().isPresent()) {
            line = caller(line, exchange.caller().get());
        }
        for (var numbered : exchange.records().entrySet()) {
            List<Long> numbers = numbered.getValue();
            line = line.addKeyValue(numbered.getKey(), numbers.size() == 1 ? numbers.get(0) : numbers);
        }
        if (exchange.rows().isPresent()) {
            line = line.addKeyValue("rows", exchange.rows().getAsInt());
        }
        line.addKeyValue("client", clientAddress.of(request).getHostAddress())
                .addKeyValue("bytes", Response.getContentBytesWritten(response))
                .log("Answered");
    }

    private static LoggingEventBuilder caller(LoggingEventBuilder line, Caller caller) {
        return line.addKeyValue("practice", caller.practice().value())
                .addKeyValue("developer", Echo.of(caller.developerName()))
                .addKeyValue("key", Echo.of(caller.keyName()));
    }

    /** How long it took from when the headers were there; from its first byte when they never were. */
    static long nanoseconds(Request request) {
        long since = request.getHeadersNanoTime() == Long.MIN_VALUE ? request.getBeginNanoTime() : request.getHeadersNanoTime();
        return Math.max(0, System.nanoTime() - since);
    }
}
