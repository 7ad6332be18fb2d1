package proctp.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import proctp.contract.wire.WireClient;

/** What whoever runs {@code java -jar proctp-contract.jar} meets, at the packaged service on PostgreSQL. */
@Tag("faults")
@Timeout(180)
class ContractJarIT {

    private static final Path ROOT = Path.of("..");
    private static final Path JAR = Path.of("contract-tests", "target", "proctp-contract.jar");
    private static final String COMMAND = "java -jar contract-tests/target/proctp-contract.jar ";
    private static final List<String> SAMPLE = List.of("--developer-key", "DEMODEVELOPERKEY", "--customer-key", "DEMOCUSTOMERKEY1",
            "--treat-plan", "963");

    @TempDir
    static Path directory;

    private static RunningJar service;

    /** What the program printed, and ended with. */
    private record Ended(int exitCode, List<String> lines) {
    }

    @BeforeAll
    static void start() throws IOException {
        service = RunningJar.up(RunningJar.settings(directory));
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
    }

    @Test
    void every_command_of_the_page_works_and_leaves_rows_and_plans_as_they_were() throws Exception {
        String before = everything();
        List<List<String>> commands = commands();
        assertThat(commands).hasSize(3);
        for (List<String> arguments : commands) {
            Ended ended = ended(started(arguments));
            assertThat(ended.exitCode()).as(arguments + "\n" + String.join("\n", ended.lines())).isZero();
            assertThat(ended.lines()).contains("G4 ok").last().asString().contains(" rules: ").contains(" 0 do not, ");
        }
        assertThat(everything()).isEqualTo(before);
        assertThat(ROOT.resolve("contract-tests/target/wire-contract.xml")).content().contains("<testcase ", "name=\"X11\"");
        assertThat(ROOT.resolve("contract-tests/target/wire-contract.json")).content().contains("\"rule\":\"X11\",\"result\":\"ok\"");
    }

    @Test
    void ctrl_c_half_way_leaves_no_plan_behind() throws Exception {
        String before = everything();
        Process check = started(at(service.base(), "--write"));
        while (!office().get("/treatplans?Limit=1000&PatNum=722").body().contains("contract check") && check.isAlive()) {
            // the moment after is the one to meet
        }
        // not Process.destroy, which would close what it prints
        check.toHandle().destroy();
        assertThat(ended(check).exitCode()).as("of one that was not let finish").isEqualTo(128 + 15);
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_server_that_is_another_one_ends_it_with_1_and_none_at_all_with_2() throws Exception {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] page = "<html>It works</html>".getBytes(UTF_8);
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, isHead ? -1 : page.length);
            exchange.getResponseBody().write(isHead ? new byte[0] : page);
            exchange.close();
        });
        other.start();
        URI address = URI.create("http://127.0.0.1:" + other.getAddress().getPort());
        Ended page = ended(started(at(address)));
        other.stop(0);
        assertThat(page.exitCode()).isEqualTo(1);
        assertThat(page.lines()).anyMatch(line -> line.startsWith("B1 FAILED expected JSON in UTF-8, got 200 and what is not JSON for GET "));
        Ended nobody = ended(started(at(address)));
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.lines()).singleElement().asString().contains(" cannot be reached: ");
    }

    @Test
    void it_is_small_and_brings_nothing_that_it_does_not_need() throws IOException {
        assertThat(Files.size(ROOT.resolve(JAR))).isLessThan(1_500_000);
        try (JarFile jar = new JarFile(ROOT.resolve(JAR).toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName()).filter(name -> name.endsWith(".class")))
                    .allMatch(name -> name.matches("(META-INF/versions/[0-9]+/)?(proctp/contract/check|tools/jackson/core|picocli)/.*"));
        }
    }

    /** The commands of the page, at this service and with its keys. */
    private static List<List<String>> commands() throws IOException {
        return Files.readString(ROOT.resolve("docs/contract-tests.md")).replace("\\\n", "").lines().filter(line -> line.startsWith(COMMAND))
                .map(line -> line.replace("http://localhost:30222", service.base().toString())
                        .replace("YOUR_DEVELOPER_KEY", "DEMODEVELOPERKEY").replace("YOUR_CUSTOMER_KEY", "DEMOCUSTOMERKEY1"))
                .map(line -> Arrays.asList(line.substring(COMMAND.length()).strip().split(" +"))).toList();
    }

    private static List<String> at(URI address, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--url", address.toString()));
        arguments.addAll(SAMPLE);
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static Process started(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true).start();
    }

    private static Ended ended(Process process) throws InterruptedException {
        List<String> lines = process.inputReader(UTF_8).lines().toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), lines);
    }

    private static WireClient office() {
        return WireClient.of(service.base(), "DEMOCUSTOMERKEY1");
    }

    private static String everything() {
        return office().get("/treatplans?Limit=1000").body() + office().get("/proctps?SecDateTEdit=2000-01-01%2000:00:00").body()
                + office().get("/definitions?includeHidden=true").body();
    }
}
