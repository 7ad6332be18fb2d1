package proctp.contract.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An answer that goes on: its lines, each within its time. */
final class Events implements AutoCloseable {

    /** A second by the contract, and some for a busy machine. */
    static final int FOR_AN_EVENT = 3;

    /** A comment comes every fifteen seconds, and need not come before. */
    static final int FOR_A_COMMENT = 20;

    private final Request request;
    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;

    private Events(Request request, HttpResponse<InputStream> response) {
        this.request = request;
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), UTF_8));
    }

    /** Begins to listen, where the server has a stream there. */
    static Events of(Visit visit, Request request) throws Deviation {
        Request listening = request.with("Accept", "text/event-stream");
        Events events = new Events(request, within(visit.calls().listen(listening), listening, (int) visit.subject().patience().toSeconds()));
        String type = events.response.headers().firstValue("Content-Type").orElse("");
        if (events.response.statusCode() != 200 || !type.startsWith("text/event-stream")) {
            events.close();
            throw events.deviation("200 and text/event-stream", events.response.statusCode() + " and " + Shape.printable(type));
        }
        return events;
    }

    /** The next line, within so many seconds. */
    String line(int seconds) throws Deviation {
        String line = within(CompletableFuture.supplyAsync(() -> {
            try {
                return lines.readLine();
            } catch (IOException cutOff) {
                throw new UncheckedIOException(cutOff);
            }
        }), request, seconds);
        if (line == null) {
            throw deviation("a stream that goes on", "its end");
        }
        return line;
    }

    /** Holds the next event against an entry of the feed. */
    void is(Json entry) throws Deviation, Unchecked {
        String id = "";
        for (String line = line(FOR_AN_EVENT); ; line = line(FOR_AN_EVENT)) {
            if (line.startsWith("id:")) {
                id = line.substring(3).strip();
            }
            if (line.startsWith("data:")) {
                if (!id.equals(entry.text("ChangeNum")) || !Json.read(line.substring(5).getBytes(UTF_8)).equals(Optional.of(entry))) {
                    throw deviation("change " + entry.text("ChangeNum") + " as a page has it", "another event");
                }
                return;
            }
        }
    }

    Deviation deviation(String expected, String got) {
        return new Deviation(expected, got, request + " as events");
    }

    private static <T> T within(CompletableFuture<T> future, Request request, int seconds) throws Deviation {
        try {
            return future.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            future.cancel(true);
            throw new Deviation("the next line of a stream", "none within " + seconds + " seconds", request + " as events");
        } catch (ExecutionException cutOff) {
            throw new Deviation("a stream that goes on", "one that was cut off", request + " as events");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Deviation("not checked: the check was stopped");
        }
    }

    /** Hangs up. */
    @Override
    public void close() {
        try {
            response.body().close();
        } catch (IOException gone) {
            // that was the aim
        }
    }
}
