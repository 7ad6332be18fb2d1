package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
