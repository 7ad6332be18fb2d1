package proctp.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.sample.SampleOffice;

/** The check of the wire contract where there is not much to check: nonsense, silence, a throttle, a wrong command line. */
@Timeout(60)
class ContractCheckLimitsTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nConnection: close\r\n";

    @ParameterizedTest
    @ValueSource(strings = {HEAD + "Content-Type: text/html\r\n\r\n<html><body>It works</body></html>", HEAD + "Content-Length: 0\r\n\r\n",
        HEAD + "Content-Length: 100\r\n\r\n[{\"ProcTPNum\":1", HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", "SSH-2.0-OpenSSH\r\n", "",
        HEAD + "\r\n[[[[[[[", HEAD + "\r\n[1,null,\"x\",{},[]]", HEAD + "\r\n[{\"ProcTPNum\":\"x\",\"TreatPlanNum\":1e99,\"SecDateTEdit\":\"\\u0000 \\\"<\"}]"})
    void a_server_that_answers_nonsense_fails_in_lines_and_in_nothing_else(String answer) throws IOException {
        try (ServerSocket nonsense = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> serve(nonsense, answer));
            server.start();
            Checked checked = Checked.at(URI.create("http://127.0.0.1:" + nonsense.getLocalPort()), "--write", "--timeout", "2");
            assertThat(checked.exitCode()).isEqualTo(1);
            assertThat(checked.failed()).hasSizeGreaterThan(5);
            assertThat(checked.out()).allMatch(line -> line.matches("[A-Z][0-9]+ (ok|FAILED .*|skipped: .*|ok .*)|[0-9]+ rules: .*"))
                    .noneMatch(line -> line.contains("Exception"));
            assertThat(checked.err()).isEmpty();
        }
    }

    private static void serve(ServerSocket nonsense, String answer) {
        try {
            while (true) {
                try (Socket client = nonsense.accept()) {
                    client.getInputStream().read(new byte[65_536]);
                    client.getOutputStream().write(answer.getBytes(UTF_8));
                }
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    @Tag("faults")
    @Test
    void a_server_that_does_not_answer_is_waited_for_no_longer_than_it_may_take() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Checked checked = Checked.at(URI.create("http://127.0.0.1:" + silent.getLocalPort()), "--timeout", "1", "--time-limit", "2");
            assertThat(checked.exitCode()).isEqualTo(1);
            assertThat(checked.line("G1")).isEqualTo("G1 FAILED expected an answer, got none within 1 seconds for GET /proctps?TreatPlanNum=963"
                    + " [seed]");
            assertThat(checked.out()).anyMatch(line -> line.contains("not checked: the time for all of it is over, 2 seconds (--time-limit)"));
        }
    }

    @Test
    void what_came_too_soon_is_sent_again_and_done_once() {
        AtomicInteger requests = new AtomicInteger();
        try (InMemoryServer server = new InMemoryServer();
             Meddler busy = new Meddler(server.fresh(), (sent, onward) -> requests.incrementAndGet() % 2 == 0 ? onward.pass(sent)
                     : new Reply(429, Map.of("Retry-After", "0", "Content-Type", "text/plain"), "Too many requests"))) {
            List<String> before = server.stored();
            Checked checked = Checked.at(busy.address(), "--write", "--leave-out", "U3,U4,X6");
            assertThat(checked.exitCode()).as(String.join("\n", checked.out())).isZero();
            assertThat(server.stored()).isEqualTo(before);
        }
    }

    @Tag("faults")
    @Test
    void a_server_that_puts_off_everything_ends_with_the_time_limit() {
        try (InMemoryServer server = new InMemoryServer();
             Meddler later = new Meddler(server.fresh(), (sent, onward) -> onward.pass(sent).as(429).with("Retry-After", "1"))) {
            Checked checked = Checked.at(later.address(), "--time-limit", "2");
            assertThat(checked.exitCode()).isEqualTo(1);
            assertThat(checked.line("G1")).contains("the time for all of it is over");
        }
    }

    @Test
    void nobody_there_wrong_keys_and_a_plan_that_is_not_there_end_it_with_a_sentence_and_2() throws IOException {
        int free;
        try (ServerSocket taken = new ServerSocket(0)) {
            free = taken.getLocalPort();
        }
        Checked nobody = Checked.at(URI.create("http://127.0.0.1:" + free));
        assertThat(nobody).extracting(Checked::exitCode, Checked::out).containsExactly(2, List.of());
        assertThat(nobody.err()).startsWith("http://127.0.0.1:" + free + " cannot be reached: ").hasLineCount(1);
        try (InMemoryServer server = new InMemoryServer()) {
            String base = server.fresh().toString();
            Checked wrongKeys = called(base, "NOKEY", "963");
            assertThat(wrongKeys.exitCode()).isEqualTo(2);
            assertThat(wrongKeys.err().strip()).isEqualTo(base + " does not take these keys: it answers 401 to GET /proctps?TreatPlanNum=963.");
            Checked noPlan = called(base, SampleOffice.CUSTOMER_KEY, "7777");
            assertThat(noPlan.exitCode()).isEqualTo(2);
            assertThat(noPlan.err()).startsWith(base + " answers 404 to GET /proctps?TreatPlanNum=7777: give the number of a plan");
        }
    }

    @Test
    void a_report_that_cannot_be_written_is_said_before_anything_is_checked(@TempDir Path directory) {
        try (InMemoryServer server = new InMemoryServer(); Meddler recorder = new Meddler(server.fresh(), (sent, onward) -> onward.pass(sent))) {
            Checked checked = Checked.at(recorder.address(), "--write", "--json", directory.resolve("none/report.json").toString());
            assertThat(checked.exitCode()).isEqualTo(2);
            assertThat(checked.err()).startsWith("The report cannot be written: ").hasLineCount(1);
            assertThat(checked.out()).isEmpty();
            assertThat(recorder.passed()).as("whether the plan is there").hasSize(1);
        }
    }

    private static Checked called(String base, String customerKey, String plan) {
        return Checked.by(List.of("--url", base, "--developer-key", SampleOffice.DEVELOPER_KEY, "--customer-key", customerKey, "--treat-plan", plan));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--url ftp://x --developer-key A --customer-key SECRET --treat-plan 1|--url must be an address such as http://localhost:30222/api/v1.",
        "--url http://a:b@x --developer-key A --customer-key SECRET --treat-plan 1|--url must be an address such as",
        "--url http://x --developer-key A --customer-key SECRET --treat-plan x|Invalid value for option '--treat-plan': 'x' is not a long",
        "--url http://x --developer-key A --customerkey=SECRET --treat-plan 1|Missing required option: '--customer-key=KEY'",
        "--url http://x --developer-key A --customer-key SECRET --treat-plan 1 --wriet=SECRET|There is no such option: --wriet.",
        "--url http://x --developer-key A --customer-key SE/CRET --treat-plan 1|A key is not one: ",
        "--url http://x --developer-key A --customer-key SECRET --treat-plan 1 --write-definitions|--write-definitions makes something, and needs --write.",
        "--url http://x --developer-key A --customer-key SECRET --treat-plan 1 --leave-out Q1|--leave-out: there is no rule Q1."})
    void a_wrong_command_line_is_said_in_a_sentence_without_keys(String arguments, String sentence) {
        Checked checked = Checked.by(List.of(arguments.split(" ")));
        assertThat(checked.exitCode()).isEqualTo(2);
        assertThat(checked.err()).startsWith(sentence).contains("--help").doesNotContain("SECRET", "CRET");
        assertThat(checked.out()).isEmpty();
    }

    @Test
    void help_and_the_page_name_the_same_options() throws IOException {
        Checked help = Checked.by(List.of("--help"));
        assertThat(help.exitCode()).isZero();
        assertThat(String.join(" ", help.out())).contains("Without --write it only reads");
        Set<String> ofHelp = options(String.join("\n", help.out()));
        ofHelp.removeAll(Set.of("--help", "--version"));
        assertThat(options(Files.readString(Path.of("..", "docs", "contract-tests.md")))).isEqualTo(ofHelp);
    }

    private static Set<String> options(String text) {
        return Pattern.compile("(?<![-\\w])--[a-z]+(?:-[a-z]+)*").matcher(text).results().map(MatchResult::group).collect(toCollection(TreeSet::new));
    }
}
