package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static proctp.contract.wire.ServerUnderTest.ZONE;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;
import proctp.http.HttpSettings.Limits;
import proctp.http.HttpSettings.Listen;

/** A server that proves itself with a certificate. */
@Timeout(60)
class TlsTest {

    @TempDir
    private static Path directory;
    private static PemFiles first;
    private static InMemoryServer server;

    @BeforeAll
    static void start() {
        first = PemFiles.made(directory, "first", "-keyalg", "EC");
        server = serve(first.settings());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void reads_and_updates_go_over_tls() throws Exception {
        HttpResponse<String> read = call(server, first, "GET", "/proctps?TreatPlanNum=963", "");
        assertThat(read.statusCode()).isEqualTo(200);
        HttpResponse<String> update = call(server, first, "PUT", "/proctps/976", "{\"Surf\":\"B\"}");
        assertThat(update.body()).contains("\"Surf\":\"B\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "Ed25519"})
    void keys_of_other_kinds_serve_too(String algorithm) throws Exception {
        PemFiles files = PemFiles.made(directory, algorithm, "-keyalg", algorithm);
        try (InMemoryServer other = serve(files.settings())) {
            assertThat(call(other, files, "GET", "/treatplans", "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void plain_http_is_not_answered_and_does_no_harm() throws Exception {
        assertThat(new Wire(server.port()).send(Wire.READ + "\r\n").rest()).doesNotContain("200");
        assertThat(call(server, first, "GET", "/treatplans", "").statusCode()).isEqualTo(200);
    }

    @Test
    void a_client_may_call_by_a_name_that_the_certificate_has_not() throws Exception {
        try (SSLSocket socket = socket()) {
            assertThat(new Wire(socket).send(Wire.READ + "\r\n").answer()).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void versions_that_are_safe_are_spoken(String version) throws Exception {
        try (SSLSocket socket = socket()) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void a_handshake_that_drips_is_cut_off() {
        Wire slow = new Wire(server.port());
        CompletableFuture<String> rest = CompletableFuture.supplyAsync(slow::rest, OwnThreads.EACH);
        // the start of a greeting that would be 512 bytes long
        slow.send("\u0016\u0003\u0001\u0002\u0000");
        assertThat(rest).succeedsWithin(8, TimeUnit.SECONDS);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void a_body_that_drips_is_cut_off_too() throws Exception {
        try (SSLSocket socket = socket()) {
            Wire slow = new Wire(socket).send(Wire.UPDATE + "Content-Length: 100\r\n\r\n{");
            assertThat(CompletableFuture.supplyAsync(slow::rest, OwnThreads.EACH)).succeedsWithin(8, TimeUnit.SECONDS).asString()
                    .endsWith("\"The request did not arrive within 2 seconds.\"");
        }
    }

    @Execution(ExecutionMode.CONCURRENT)
    @Test
    void a_new_pair_serves_new_connections_and_a_bad_one_leaves_the_old() throws Exception {
        PemFiles old = PemFiles.made(directory, "old", "-keyalg", "EC");
        PemFiles next = PemFiles.made(directory, "next", "-keyalg", "EC");
        HttpSettings.Tls files = new HttpSettings.Tls(directory.resolve("live.crt"), directory.resolve("live.key"));
        put(old, files);
        try (InMemoryServer changing = serve(files); LogLines log = new LogLines(ServerCertificate.class.getName())) {
            assertThat(call(changing, old, "GET", "/treatplans", "").statusCode()).isEqualTo(200);
            Files.writeString(files.key(), "no key");
            assertThat(log.next().getFormattedMessage()).startsWith("The TLS certificate has changed, and the one before it stays in use: ");
            assertThat(call(changing, old, "GET", "/treatplans", "").statusCode()).isEqualTo(200);
            put(next, files);
            assertThat(log.next().getFormattedMessage()).isEqualTo("The TLS certificate was read again");
            assertThat(call(changing, next, "GET", "/treatplans", "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void long_answers_that_are_not_taken_for_a_while_arrive_whole() throws Exception {
        server.serve(SlowReadersTest.officeWithLists(1_000));
        try (Wire slow = new Wire(socket()).send((Wire.READ + "\r\n").repeat(10))) {
            Thread.sleep(500);
            String first = body(slow.answer());
            assertThat(first).hasSizeGreaterThan(500_000).endsWith("}]");
            for (int i = 1; i < 10; i++) {
                assertThat(body(slow.answer())).isEqualTo(first);
            }
        } finally {
            server.fresh();
        }
    }

    private static String body(String answer) {
        return answer.split("\r\n\r\n", 2)[1];
    }

    @Test
    void a_bad_pair_is_refused_at_the_start() {
        PemFiles other = PemFiles.made(directory, "stranger", "-keyalg", "EC");
        assertThatIllegalArgumentException().isThrownBy(() -> serve(new HttpSettings.Tls(first.certificate, other.key)))
                .withMessageContaining("does not belong to the certificate");
    }

    private static void put(PemFiles from, HttpSettings.Tls to) throws IOException {
        Files.copy(from.certificate, to.certificate(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(from.key, to.key(), StandardCopyOption.REPLACE_EXISTING);
    }

    /** On a connection of its own. */
    private static HttpResponse<String> call(InMemoryServer called, PemFiles trusted, String method, String path, String body)
            throws IOException, InterruptedException {
        return HttpClient.newBuilder().sslContext(trusted.trusting()).build().send(
                HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + called.port() + path))
                        .header("Authorization", WireClient.credentials(SampleOffice.CUSTOMER_KEY))
                        .method(method, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static SSLSocket socket() throws IOException {
        return (SSLSocket) first.trusting().getSocketFactory().createSocket(new Socket("127.0.0.1", server.port()),
                "127.0.0.1", server.port(), true);
    }

    private static InMemoryServer serve(HttpSettings.Tls tls) {
        InMemoryServer started = new InMemoryServer(new HttpSettings(new Listen("127.0.0.1", 0, Optional.of(tls)), ZONE,
                TestSettings.PAGES, Set.of(),
                new Limits(1000, 8192, 8192, 16, 100, Duration.ofSeconds(2), TestSettings.ANSWER_TIME, TestSettings.HELD),
                TestSettings.THROTTLE));
        started.fresh();
        return started;
    }
}
