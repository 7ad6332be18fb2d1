package proctp.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A man in the middle between a client and a server, who passes everything on and changes what he was asked to. */
final class Meddler implements AutoCloseable {

    static {
        // head and body of an answer go out apart, and the second would wait for what confirms the first
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What each side says of its own connection. */
    private static final Set<String> OF_THE_CONNECTION = Set.of("connection", "content-length", "host", "transfer-encoding", "http2-settings",
            "upgrade", "expect", "date");

    /** The way on to the server. */
    interface Onward {
        Reply pass(Sent sent);
    }

    /** What is done to a request and its answer. */
    interface Meddling {
        Reply answer(Sent sent, Onward onward);
    }

    private final URI server;
    private final Meddling meddling;
    private final HttpServer proxy;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Sent> passed = new CopyOnWriteArrayList<>();

    Meddler(URI server, Meddling meddling) {
        this.server = server;
        this.meddling = meddling;
        try {
            proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        proxy.setExecutor(threads);
        proxy.createContext("/", this::serve);
        proxy.start();
    }

    /** Where a client finds him in the server's place. */
    URI address() {
        return URI.create("http://127.0.0.1:" + proxy.getAddress().getPort());
    }

    /** All that clients sent. */
    List<Sent> passed() {
        return passed;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            Sent sent = new Sent(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers,
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            passed.add(sent);
            if (headers.getOrDefault("Accept", "").equals("text/event-stream")) {
                stream(sent, exchange);
            } else if (sent.method().equals("HEAD")) {
                writeHead(meddling.answer(sent.to("GET", sent.path(), ""), this::pass), exchange);
            } else {
                write(meddling.answer(sent, this::pass), exchange);
            }
        } catch (RuntimeException cutOff) {
            // the client learns it by the connection's end
        }
    }

    private static void writeHead(Reply reply, HttpExchange exchange) throws IOException {
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.getResponseHeaders().set("Content-Length", String.valueOf(reply.body().getBytes(UTF_8).length));
        exchange.sendResponseHeaders(reply.status(), -1);
    }

    private static void write(Reply reply, HttpExchange exchange) throws IOException {
        byte[] body = reply.body().getBytes(UTF_8);
        reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private Reply pass(Sent sent) {
        try {
            HttpResponse<byte[]> answer = CLIENT.send(request(sent), BodyHandlers.ofByteArray());
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            answer.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
            headers.keySet().removeIf(name -> OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT)));
            return new Reply(answer.statusCode(), headers, new String(answer.body(), UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** An answer that goes on is passed line by line, with the first of them changed where the whole would be. */
    private void stream(Sent sent, HttpExchange exchange) throws IOException {
        try {
            HttpResponse<InputStream> answer = CLIENT.send(request(sent), BodyHandlers.ofInputStream());
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.put("Content-Type", answer.headers().firstValue("Content-Type").orElse(""));
            Reply head = meddling.answer(sent, asked -> new Reply(answer.statusCode(), headers, ""));
            head.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            exchange.sendResponseHeaders(head.status(), 0);
            try (InputStream events = answer.body(); OutputStream out = exchange.getResponseBody()) {
                byte[] part = new byte[8192];
                for (int length = events.read(part); length >= 0; length = events.read(part)) {
                    out.write(part, 0, length);
                    out.flush();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(Sent sent) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + sent.path()))
                .method(sent.method(), sent.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(sent.body()));
        sent.headers().forEach((name, value) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, value);
            }
        });
        return request.build();
    }

    @Override
    public void close() {
        proxy.stop(0);
        threads.shutdownNow();
    }
}
