package proctp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What wrk takes for an answer; where wrk is not, this is left out. */
class RequestsTest {

    private static final int PAUSE_MILLIS = 20;

    @TempDir
    private Path directory;

    @BeforeEach
    void wrk_is_here() {
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(path -> Files.isExecutable(Path.of(path, "wrk"))));
    }

    @Test
    void a_client_that_has_a_list_and_is_sent_it_again_counts_as_failed() throws IOException {
        assertThat(measured(304, "\"tag\"").requests()).isPositive();
        assertThatThrownBy(() -> measured(200, "\"tag\"")).hasMessageContaining("failed=");
    }

    @Test
    void a_client_that_has_none_is_sent_it() throws IOException {
        assertThat(measured(200, "-").requests()).isPositive();
    }

    private Measured measured(int status, String tag) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            pause();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            Path targets = Files.writeString(directory.resolve("targets"), "GET\t/api/v1/proctps\tkey\t" + tag + "\n");
            return Measured.ofWrk(Program.run(List.of("wrk", "-t1", "-c1", "-d1s", "-s", "requests.lua",
                    "http://127.0.0.1:" + server.getAddress().getPort(), "--", targets.toString(), "0"), Map.of()).output());
        } finally {
            server.stop(0);
        }
    }

    /** So that it takes hardly any time on a CPU. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
