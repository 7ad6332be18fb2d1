package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import proctp.application.sample.SampleOffice;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The check of the wire contract, run at the HTTP adapter on the in-memory office. */
class ContractCheckTest {

    private static final InMemoryServer SERVER = new InMemoryServer();

    /** What makes every rule one that can be checked. */
    private static final String[] EVERYTHING = {"--read-only-key", SampleOffice.READ_ONLY_KEY, "--other-customer-key",
        SampleOffice.OTHER_CUSTOMER_KEY, "--other-treat-plan", "5963"};

    private URI server;

    @BeforeEach
    void fresh() {
        server = SERVER.fresh();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void all_rules_hold_and_the_office_is_what_it_was() {
        List<String> before = SERVER.stored();
        try (Meddler recorder = new Meddler(server, (sent, onward) -> onward.pass(sent))) {
            Checked checked = Checked.at(recorder.address(), with("--write", "--signed-plan", "970"));
            assertThat(checked.exitCode()).as(String.join("\n", checked.out())).isZero();
            assertThat(checked.out()).filteredOn(line -> !line.endsWith(" ok")).containsExactly(
                    "F2 skipped: needs --write-definitions, since a definition cannot be removed",
                    "57 rules: 56 hold, 0 do not, 1 skipped.");
            // a server may keep what lacks all
            assertThat(recorder.passed()).noneMatch(sent -> sent.method().equals("POST") && sent.resource().equals("/definitions"));
        }
        assertThat(SERVER.stored()).isEqualTo(before);
    }

    @Test
    void without_write_nothing_is_sent_that_could_change_anything() {
        List<String> before = SERVER.stored();
        try (Meddler recorder = new Meddler(server, (sent, onward) -> onward.pass(sent))) {
            assertThat(Checked.at(recorder.address(), EVERYTHING).exitCode()).isZero();
            Set<String> changing = new TreeSet<>();
            recorder.passed().stream().filter(sent -> !Set.of("GET", "HEAD", "OPTIONS").contains(sent.method()))
                    .forEach(sent -> changing.add(sent.method() + " " + sent.path() + " " + sent.body()));
            assertThat(changing).containsExactly("POST /api/v1/proctps ", "PUT /api/v1/proctps/9223372036854775807 {}",
                    "PUT /api/v1/proctps/x {}");
        }
        assertThat(SERVER.stored()).isEqualTo(before);
    }

    @Test
    void a_definition_is_made_only_where_that_is_asked_for() {
        List<String> before = SERVER.stored();
        assertThat(Checked.at(server, with("--write", "--write-definitions")).line("F2")).isEqualTo("F2 ok");
        assertThat(SERVER.stored()).hasSize(before.size() + 1).anyMatch(row -> row.contains("Contract check"));
        try (Meddler careless = new Meddler(server, (sent, onward) -> sent.resource().equals("/definitions") && sent.body().equals("{}")
                ? onward.pass(sent).as(201) : onward.pass(sent))) {
            assertThat(Checked.at(careless.address(), "--write", "--write-definitions", "--without-additions").failed()).containsExactly("F2");
        }
    }

    /** As a real Open Dental, as far as that is known: it saves no plan from rows, and has nothing of section 8. */
    @Test
    void where_no_plan_can_be_saved_a_row_of_the_named_plan_is_changed_and_put_back() {
        List<String> before = stored();
        try (Meddler vendor = new Meddler(server, (sent, onward) -> sent.method().equals("POST") && sent.resource().equals("/treatplans/Saved")
                ? onward.pass(sent.to("POST", sent.path(), "{}")) : onward.pass(sent))) {
            Checked checked = Checked.at(vendor.address(), "--write", "--without-additions", "--signed-plan", "970");
            assertThat(checked.exitCode()).as(String.join("\n", checked.out())).isZero();
            assertThat(checked.out()).contains("U1 ok (in part: needs a plan of its own, and this server refuses to save one from rows)",
                    "D1 skipped: needs a plan of its own, and this server refuses to save one from rows; an addition", "G3 skipped: an addition",
                    "T3 skipped: an addition", "X1 skipped: an addition").anyMatch(line -> line.startsWith("U2 ok"));
            assertThat(vendor.passed()).anyMatch(sent -> sent.body().equals("{\"ProcAbbr\":\"Chk\"}"));
            assertThat(Checked.at(vendor.address(), "--write").failed()).containsExactly("T3");
        }
        assertThat(stored()).isEqualTo(before);
    }

    /** A real Open Dental stores doubles, and nobody knows what it makes of a pattern that says nothing. */
    @Test
    void who_differs_only_in_what_is_ours_is_not_blamed_without_additions() {
        try (Meddler vendor = new Meddler(server, (sent, onward) -> {
            Reply reply = onward.pass(sent.path().endsWith("DateFormatString=") ? sent.to("GET", sent.path().replaceFirst("&[^&]*$", ""), "") : sent);
            return sent.resource().matches("(?i)/proctps/?") ? reply.saying(reply.body().replace("\"FeeAmt\":204.0", "\"FeeAmt\":33.333333333333336"))
                    : reply;
        })) {
            Checked checked = Checked.at(vendor.address(), "--without-additions");
            assertThat(checked.exitCode()).as(String.join("\n", checked.out())).isZero();
            assertThat(Checked.at(vendor.address()).line("S3")).contains(" FAILED ").endsWith("[ours]");
        }
    }

    @Test
    void what_answers_only_an_addition_is_held_to_every_rule_as_ours() {
        try (Meddler meddler = new Meddler(server, (sent, onward) -> sent.path().length() > 10_000 || sent.method().equals("OPTIONS")
                ? new Reply(414, Map.of("Content-Type", "text/plain"), "{}") : onward.pass(sent))) {
            Checked checked = Checked.at(meddler.address());
            assertThat(checked.failed()).contains("B1", "B2");
            assertThat(checked.out()).filteredOn(line -> line.contains(" FAILED ")).allMatch(line -> line.contains("[ours]"));
        }
    }

    @Test
    void X9_a_server_that_compares_bodies_by_what_they_say_keeps_the_rule() {
        try (Meddler strips = new Meddler(server, (sent, onward) -> onward.pass(sent.to(sent.method(), sent.path(), sent.body().strip())))) {
            assertThat(Checked.at(strips.address(), "--write").line("X9")).isEqualTo("X9 ok");
        }
    }

    @Test
    void who_works_there_meanwhile_makes_no_rule_fail() {
        AtomicInteger edits = new AtomicInteger();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        try (Meddler busy = new Meddler(server, (sent, onward) -> {
            String path = sent.path();
            if (path.matches("(?i).*(/PROCTPS[?]|/proctps/[?]|^/proctps[?]|&Limit=1|/proctps/976|[?]PatNum=7|&SecDateTEdit=2|TimeFormat).*")
                    && sent.headers().getOrDefault("Authorization", "").contains(SampleOffice.CUSTOMER_KEY) && seen.add(path)) {
                onward.pass(sent.to("PUT", "/api/v1/proctps/976", "{\"Dx\":\"" + edits.incrementAndGet() + "\"}"));
            }
            return onward.pass(sent);
        })) {
            Checked checked = Checked.at(busy.address());
            assertThat(checked.failed()).as(String.join("\n", checked.out())).isEmpty();
            assertThat(edits.get()).isGreaterThan(6);
        }
    }

    @Test
    void F1_that_hidden_definitions_are_left_out_is_seen_only_where_there_is_one() {
        try (Meddler deaf = new Meddler(server, (sent, onward) -> onward.pass(
                sent.to(sent.method(), sent.path().replaceFirst("includeHidden=true", "includeHidden=false"), sent.body())))) {
            assertThat(Checked.at(deaf.address()).line("F1")).isEqualTo("F1 ok (in part: takes a definition that is hidden, and"
                    + " GET /definitions?includeHidden=true&Limit=1000 lists none)");
        }
    }

    @Test
    void an_address_with_the_prefix_and_with_slashes_is_the_same() {
        for (String end : new String[] {"/", "/api/v1", "/API/v1//"}) {
            assertThat(Checked.at(URI.create(server + end), EVERYTHING).exitCode()).as(end).isZero();
        }
    }

    @Test
    void a_line_names_the_rule_what_was_expected_what_was_there_and_whose_rule_it_is() {
        try (Meddler meddler = new Meddler(server, (sent, onward) -> sent.path().contains("TreatPlanNum=9223372036854775807")
                ? onward.pass(sent).as(200).saying("[]") : onward.pass(sent))) {
            assertThat(Checked.at(meddler.address()).line("G4")).isEqualTo("G4 FAILED expected 404, got 200 and a list of 0"
                    + " for GET /proctps?TreatPlanNum=9223372036854775807 [live]");
        }
    }

    @Test
    void the_reports_say_the_same_as_the_lines(@TempDir Path directory) throws Exception {
        Path junit = directory.resolve("junit.xml");
        Path json = directory.resolve("report.json");
        try (Meddler meddler = new Meddler(server, (sent, onward) -> onward.pass(sent).with("Server", "x<y>&\u0007"))) {
            Checked checked = Checked.at(meddler.address(), "--junit", junit.toString(), "--json", json.toString());
            assertThat(checked.failed()).contains("B11");
            Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(junit.toFile());
            assertThat(xml.getElementsByTagName("testcase").getLength()).isEqualTo(57);
            assertThat(xml.getElementsByTagName("failure").getLength()).isEqualTo(checked.failed().size());
            assertThat(xml.getElementsByTagName("skipped").getLength())
                    .isEqualTo((int) checked.out().stream().filter(line -> line.contains(" skipped: ")).count());
            assertThat(texts(json)).contains("B11", "failed", "ok", "skipped", "needs --write", "ours");
        }
    }

    @Test
    void neither_keys_nor_what_rows_say_are_in_any_line_or_file(@TempDir Path directory) throws IOException {
        Path junit = directory.resolve("junit.xml");
        Path json = directory.resolve("report.json");
        // everything is wrong, and says again what was sent
        try (Meddler echo = new Meddler(server, (sent, onward) -> sent.path().endsWith("TreatPlanNum=963") && sent.headers().size() < 4
                ? onward.pass(sent) : onward.pass(sent).as(400).saying("\"" + sent.headers().get("Authorization") + "\""))) {
            Checked checked = Checked.at(echo.address(), with("--junit", junit.toString(), "--json", json.toString()));
            assertThat(checked.failed()).hasSizeGreaterThan(10);
            String all = String.join("\n", checked.out()) + checked.err() + Files.readString(junit) + Files.readString(json);
            assertThat(all).contains("ODFHIR .../...").doesNotContain(SampleOffice.DEVELOPER_KEY, SampleOffice.CUSTOMER_KEY,
                    SampleOffice.READ_ONLY_KEY, SampleOffice.OTHER_CUSTOMER_KEY, "resin", "Limited Exam", "722");
        }
    }

    private static Set<String> texts(Path json) throws IOException {
        Set<String> texts = new TreeSet<>();
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), Files.readAllBytes(json))) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                texts.add(parser.getString());
            }
        }
        return texts;
    }

    /** But for the time of the last change, which stays when a row is put back. */
    private static List<String> stored() {
        return SERVER.stored().stream().map(row -> row.replaceAll("secDateTEdit=[^,\\]]*", "")).toList();
    }

    private static String[] with(String... more) {
        String[] all = Arrays.copyOf(EVERYTHING, EVERYTHING.length + more.length);
        System.arraycopy(more, 0, all, EVERYTHING.length, more.length);
        return all;
    }
}
