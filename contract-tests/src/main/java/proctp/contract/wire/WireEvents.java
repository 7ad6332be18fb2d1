package proctp.contract.wire;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A program that listens to server-sent events. */
public final class WireEvents implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 10;

    private static final String END = "the end";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final CompletableFuture<ResponseInfo> head = new CompletableFuture<>();
    private final CompletableFuture<Flow.Subscription> answer = new CompletableFuture<>();

    /** An event as it came. */
    public record Event(String id, String type, String data) {
    }

    WireEvents(HttpClient client, HttpRequest request) {
        client.sendAsync(request, begun -> {
            head.complete(begun);
            return BodySubscribers.fromLineSubscriber(new Lines());
        }).exceptionally(broken -> {
            head.completeExceptionally(broken);
            lines.add(END);
            return null;
        });
    }

    /** How the answer begins. */
    public ResponseInfo head() {
        return head.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** The next lines up to an empty one: an event, or a comment. */
    public List<String> block() {
        List<String> block = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            block.add(line);
        }
        return block;
    }

    /** The next event. */
    public Event event() {
        List<String> block = block();
        while (block.get(0).startsWith(":")) {
            block = block();
        }
        if (block.size() != 3) {
            throw new AssertionError("not an event of three lines: " + block);
        }
        return new Event(value("id: ", block.get(0)), value("event: ", block.get(1)), value("data: ", block.get(2)));
    }

    /** All lines that come until the server ends it. */
    public List<String> rest() {
        List<String> rest = new ArrayList<>();
        for (String line = next(); !line.equals(END); line = next()) {
            rest.add(line);
        }
        return rest;
    }

    private String line() {
        String line = next();
        if (line.equals(END)) {
            throw new AssertionError("the stream has ended");
        }
        return line;
    }

    private String next() {
        try {
            String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("nothing came within " + PATIENCE_SECONDS + " seconds");
            }
            return line;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String value(String name, String line) {
        if (!line.startsWith(name)) {
            throw new AssertionError("'" + line + "' does not begin with '" + name + "'");
        }
        return line.substring(name.length());
    }

    /** Hangs up. */
    @Override
    public void close() {
        answer.thenAccept(Flow.Subscription::cancel);
    }

    private final class Lines implements Flow.Subscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            answer.complete(subscription);
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            lines.add(line);
        }

        @Override
        public void onError(Throwable broken) {
            lines.add(END);
        }

        @Override
        public void onComplete() {
            lines.add(END);
        }
    }
}
