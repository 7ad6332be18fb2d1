package proctp.contract.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import proctp.application.sample.SampleOffice;

/** A program that calls the API, with one pair of keys. */
public final class WireClient {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();

    private final URI base;
    private final Duration patience;
    private final List<String> headers;
    private final Consumer<WireAnswer> witness;

    private WireClient(URI base, Duration patience, List<String> headers, Consumer<WireAnswer> witness) {
        this.base = base;
        this.patience = patience;
        this.headers = List.copyOf(headers);
        this.witness = witness;
    }

    /** A program with this customer key of the sample's developer. */
    public static WireClient of(URI base, String customerKey) {
        return anonymous(base).with("Authorization", credentials(customerKey));
    }

    /** A program without keys. */
    public static WireClient anonymous(URI base) {
        return new WireClient(base, Duration.ofSeconds(10), List.of(), WireAnswer.UNSEEN);
    }

    /** The value of the Authorization header for a customer key of the sample's developer. */
    public static String credentials(String customerKey) {
        return "ODFHIR " + SampleOffice.DEVELOPER_KEY + "/" + customerKey;
    }

    /** The same program, sending one more header. */
    public WireClient with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new WireClient(base, patience, more, witness);
    }

    /** The same program, waiting so long for an answer. */
    public WireClient waiting(Duration patience) {
        return new WireClient(base, patience, headers, witness);
    }

    /** The same program, each of whose answers this one sees before it does. */
    public WireClient seenBy(Consumer<WireAnswer> witness) {
        return new WireClient(base, patience, headers, witness);
    }

    /** GET, below {@code /api/v1}. */
    public HttpResponse<String> get(String path) {
        return send("GET", "/api/v1" + path);
    }

    /** POST, below {@code /api/v1}. */
    public HttpResponse<String> post(String path, String body) {
        return send("POST", "/api/v1" + path, body);
    }

    /** PUT, below {@code /api/v1}. */
    public HttpResponse<String> put(String path, String body) {
        return send("PUT", "/api/v1" + path, body);
    }

    /** DELETE, below {@code /api/v1}. */
    public HttpResponse<String> delete(String path) {
        return send("DELETE", "/api/v1" + path);
    }

    /** Any method on any path, without a body. */
    public HttpResponse<String> send(String method, String path) {
        return send(method, path, BodyPublishers.noBody());
    }

    /** Any method on any path, with a text as its body. */
    public HttpResponse<String> send(String method, String path, String body) {
        return send(method, path, BodyPublishers.ofString(body));
    }

    /** Any method on any path, with a body of any bytes. */
    public HttpResponse<String> send(String method, String path, BodyPublisher body) {
        HttpRequest request = request(path).timeout(patience).method(method, body).build();
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            witness.accept(new WireAnswer(method, path, answer.statusCode(), answer.headers().map(), answer.body()));
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Listens to the events of a path below {@code /api/v1}. */
    public WireEvents listen(String path) {
        WireEvents events = new WireEvents(HTTP, request("/api/v1" + path).header("Accept", "text/event-stream").build());
        witness.accept(new WireAnswer("GET", path, events.head().statusCode(), events.head().headers().map(), ""));
        return events;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request;
    }

    /**
     * Sends bytes as they are, for what no HTTP library would send, and gives all that comes back until the server closes.
     * The text must ask for {@code Connection: close} where the server would otherwise wait for more.
     */
    public String raw(String request) {
        return raw(request, false);
    }

    /** As {@link #raw}, but sends nothing more after the text, as a program does that dies. */
    public String rawThenHangUp(String request) {
        return raw(request, true);
    }

    private String raw(String request, boolean hangUp) {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            if (hangUp) {
                socket.shutdownOutput();
            }
            String received = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            WireAnswer.read(request, received).ifPresent(witness);
            return received;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
