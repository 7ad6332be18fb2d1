package proctp.contract.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The way to the server: every request has its time, comes as often as the server allows, and is one that may be sent at all.
 */
final class Calls {

    /** Longer than ten thousand rows; what is longer is no answer of this API. */
    private static final int LONGEST = 32 * 1024 * 1024;
    private static final Duration TO_PUT_BACK = Duration.ofMinutes(2);
    private static final Set<Integer> TOO_SOON = Set.of(429, 503);

    private final Subject subject;
    private final HttpClient http;
    private final Throttle throttle;
    private final List<Answer> answers = Collections.synchronizedList(new ArrayList<>());
    private final Set<Answer> toAdditions = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    private volatile boolean forAddition;

    /** Whoever puts things back waits for what is on its way, and nothing sets out after that. */
    private final ReadWriteLock open = new ReentrantReadWriteLock(true);
    private volatile boolean closed;

    Calls(Subject subject) {
        this.subject = subject;
        // without a clock of its own: whoever waits for an answer has one, and of two of one length either may be the first to strike
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        this.throttle = new Throttle(subject.limit());
    }

    /** Notes whether what is sent from now on is sent for a rule that only this API promises. */
    void forAddition(boolean addition) {
        forAddition = addition;
    }

    /** Every answer so far, but for those that only said to come later. */
    List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** Those of them to requests that were sent for such a rule, or those to all others. */
    List<Answer> answers(boolean toAddition) {
        return answers().stream().filter(answer -> toAdditions.contains(answer) == toAddition).toList();
    }

    /** Sends a request with the keys. */
    Answer send(Request request) throws Deviation, Unchecked {
        return sendBare(request.with("Authorization", subject.keys().credentials()));
    }

    /** Sends a request as it is. */
    Answer sendBare(Request request) throws Deviation, Unchecked {
        if (!subject.writes() && !request.isHarmless()) {
            throw new IllegalStateException("a bug of this program: it must not send " + request);
        }
        if (request.reads()) {
            return answered(request);
        }
        open.readLock().lock();
        try {
            return answered(request);
        } finally {
            open.readLock().unlock();
        }
    }

    /** Lets nobody change anything any more but whoever does it by {@code last}, and waits for those who are at it. */
    void close(Runnable last) {
        closed = true;
        open.writeLock().lock();
        try {
            closed = false;
            throttle.extend(TO_PUT_BACK);
            last.run();
        } finally {
            closed = true;
            open.writeLock().unlock();
        }
    }

    private Answer answered(Request request) throws Deviation, Unchecked {
        for (int tried = 1;; tried++) {
            if (closed || throttle.isOver()) {
                throw new Deviation("not checked: " + (closed ? "the check was stopped"
                        : "the time for all of it is over, " + subject.limit().toSeconds() + " seconds (--time-limit)"));
            }
            throttle.await();
            Answer answer = exchange(request);
            throttle.note(answer.headers());
            // 503 leaves open whether it was done
            if (!TOO_SOON.contains(answer.status()) || answer.status() == 503 && !request.reads() || tried == Throttle.TRIES) {
                if (forAddition) {
                    toAdditions.add(answer);
                }
                answers.add(answer);
                return answer;
            }
            throttle.awaitAfter(answer.headers());
        }
    }

    private Answer exchange(Request request) throws Deviation {
        CompletableFuture<HttpResponse<InputStream>> begun = http.sendAsync(built(request), BodyHandlers.ofInputStream());
        try {
            return begun.thenApplyAsync(response -> read(request, response)).get(subject.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException overdue) {
            begun.thenAccept(Calls::hangUp);
            begun.cancel(true);
            throw new Deviation("an answer", "none within " + subject.patience().toSeconds() + " seconds", request.toString());
        } catch (ExecutionException broken) {
            throw new Deviation("an answer", "none that is whole and HTTP", request.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Deviation("not checked: the check was stopped");
        }
    }

    private static Answer read(Request request, HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return new Answer(request, response.statusCode(), response.headers(), body.readNBytes(LONGEST));
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        }
    }

    private static void hangUp(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException gone) {
            // that was the aim
        }
    }

    /** Begins to listen to an answer that goes on. */
    CompletableFuture<HttpResponse<InputStream>> listen(Request request) throws Deviation {
        return http.sendAsync(built(request.with("Authorization", subject.keys().credentials())), BodyHandlers.ofInputStream());
    }

    /** Why nothing is there to be called; empty when something is. */
    Optional<String> trouble() {
        URI address = URI.create(subject.base());
        int port = address.getPort() >= 0 ? address.getPort() : address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), port), (int) subject.patience().toMillis());
            return Optional.empty();
        } catch (UnknownHostException unknown) {
            return Optional.of("there is no such host");
        } catch (IOException refused) {
            return Optional.of(Shape.printable(String.valueOf(refused.getMessage())));
        }
    }

    private HttpRequest built(Request request) throws Deviation {
        URI address;
        try {
            address = URI.create(subject.base() + (request.bare() ? "" : Subject.PREFIX) + request.path());
        } catch (IllegalArgumentException none) {
            // it is made of what the server answered
            throw new Deviation("an address that can be called", "none", request.toString());
        }
        BodyPublisher body = request.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body(), UTF_8);
        HttpRequest.Builder builder = HttpRequest.newBuilder(address).method(request.method(), body);
        if (!request.headers().isEmpty()) {
            builder.headers(request.headers().toArray(String[]::new));
        }
        return builder.build();
    }
}
