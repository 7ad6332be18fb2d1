package proctp.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.sample.SampleOffice;
import proctp.contract.check.ContractCheck;
import proctp.http.Meddler.Onward;

/** What the check of the wire contract changes in an office that is not as it should be, and what it says of what stays. */
@Tag("faults")
@Timeout(120)
class ContractCheckUndoTest {

    private static final InMemoryServer SERVER = new InMemoryServer();
    private static final String ROW = "/api/v1/proctps/976";

    private URI server;

    @BeforeEach
    void fresh() {
        server = SERVER.fresh();
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_plan_that_an_answer_names_and_that_is_not_ours_is_left_alone(boolean underItsHeading) {
        List<String> before = SERVER.stored();
        try (Meddler meddler = new Meddler(server, (sent, onward) -> isSaving(sent) ? asAnother(onward.pass(sent), underItsHeading)
                : onward.pass(sent))) {
            Checked checked = Checked.at(meddler.address(), "--write");
            assertThat(meddler.passed()).filteredOn(sent -> !sent.method().equals("GET")).noneMatch(sent -> sent.path().contains("970"));
            assertThat(meddler.passed()).filteredOn(ContractCheckUndoTest::isSaving).as("saved, and not tried again").hasSize(1);
            assertThat(checked.failed()).containsExactly("T3");
            assertThat(checked.exitCode()).isEqualTo(1);
        }
        assertThat(SERVER.stored()).isEqualTo(before);
    }

    private static Reply asAnother(Reply reply, boolean underItsHeading) {
        String other = reply.body().replaceFirst("\"TreatPlanNum\":[0-9]+", "\"TreatPlanNum\":970");
        return reply.saying(underItsHeading ? other.replaceFirst("contract check [0-9a-f-]+", "somebody else's") : other);
    }

    @Test
    void a_row_whose_update_is_refused_is_not_said_to_be_another() {
        try (Meddler signed = new Meddler(server, (sent, onward) -> isSaving(sent) || isOfTheRow(sent) ? refused(sent, onward, 400)
                : onward.pass(sent))) {
            Checked checked = Checked.at(signed.address(), "--write", "--without-additions");
            assertThat(checked.line("U1")).startsWith("U1 skipped: ").endsWith("takes an unsigned plan as --treat-plan, whose rows can be updated");
            assertThat(checked.out()).noneMatch(line -> line.contains(" hold again") || line.contains(" holds neither"));
            assertThat(checked.exitCode()).as(String.join("\n", checked.out())).isZero();
            assertThat(signed.passed()).filteredOn(ContractCheckUndoTest::isSaving).as("asked once for all checks").hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400})
    void a_row_that_is_not_put_back_is_said_whatever_the_server_says(int status, @TempDir Path directory) throws IOException {
        Path json = directory.resolve("report.json");
        AtomicInteger updates = new AtomicInteger();
        try (Meddler once = new Meddler(server, (sent, onward) -> isSaving(sent) ? refused(sent, onward, 400)
                : isOfTheRow(sent) && updates.incrementAndGet() > 1 ? refused(sent, onward, status) : onward.pass(sent))) {
            Checked checked = Checked.at(once.address(), "--write", "--without-additions", "--json", json.toString());
            assertThat(checked.failed()).isEmpty();
            assertThat(checked.out()).contains("/proctps/976 does not hold again what it held before.");
            assertThat(checked.exitCode()).isEqualTo(1);
            assertThat(json).content().contains("\"notPutBack\":[\"/proctps/976 does not hold again what it held before.\"]");
        }
    }

    @Test
    void what_a_person_writes_before_the_row_is_changed_is_what_is_put_back() {
        try (Meddler person = new Meddler(server, (sent, onward) -> {
            if (isSaving(sent)) {
                onward.pass(sent.to("PUT", ROW, "{\"ProcAbbr\":\"before\"}"));
                return refused(sent, onward, 400);
            }
            return onward.pass(sent);
        })) {
            assertThat(Checked.at(person.address(), "--write", "--without-additions").exitCode()).isZero();
        }
        assertThat(SERVER.stored()).anyMatch(row -> row.contains("procAbbr=before"));
    }

    @Test
    void what_a_person_writes_after_the_row_was_changed_stays_and_is_said() {
        try (Meddler person = new Meddler(server, (sent, onward) -> {
            Reply reply = isSaving(sent) ? refused(sent, onward, 400) : onward.pass(sent);
            if (isOfTheRow(sent)) {
                onward.pass(sent.to("PUT", ROW, "{\"ProcAbbr\":\"after\"}"));
            }
            return reply;
        })) {
            assertThat(Checked.at(person.address(), "--write", "--without-additions").out()).contains("/proctps/976 holds neither what it held"
                    + " before nor what this program wrote, and was left as it is.");
        }
        assertThat(SERVER.stored()).anyMatch(row -> row.contains("procAbbr=after"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 503})
    void a_row_of_the_named_plan_is_not_touched_where_saving_fails_otherwise(int status) {
        List<String> before = SERVER.stored();
        try (Meddler meddler = new Meddler(server, (sent, onward) -> isSaving(sent) ? refused(sent, onward, status) : onward.pass(sent))) {
            Checked checked = Checked.at(meddler.address(), "--write", "--without-additions");
            assertThat(checked.line("U1")).isEqualTo("U1 skipped: needs a plan of its own, and this server answers " + status + " to POST"
                    + " /treatplans/Saved");
            assertThat(meddler.passed()).noneMatch(ContractCheckUndoTest::isOfTheRow);
        }
        assertThat(SERVER.stored()).isEqualTo(before);
    }

    @Test
    void plans_that_stay_whatever_the_server_says_are_named_in_lines_and_reports(@TempDir Path directory) throws IOException {
        Path junit = directory.resolve("junit.xml");
        try (Meddler liar = new Meddler(server, (sent, onward) -> isDeleting(sent) ? refused(sent, onward, 200) : onward.pass(sent))) {
            Checked checked = Checked.at(liar.address(), "--write", "--junit", junit.toString());
            assertThat(checked.exitCode()).isEqualTo(1);
            assertThat(checked.out()).filteredOn(line -> line.matches("TreatPlan [0-9]+, which this program saved, is still there: delete it\\."))
                    .hasSizeGreaterThan(5);
            assertThat(junit).content().containsPattern("<system-err>TreatPlan [0-9]+, which this program saved, is still there: delete it\\.");
        }
    }

    @Test
    void when_it_is_stopped_it_says_what_stays_and_nothing_else_on_standard_error() throws Exception {
        try (Meddler meddler = new Meddler(server, (sent, onward) -> isDeleting(sent) ? refused(sent, onward, 400) : onward.pass(sent))) {
            Process check = started(meddler.address());
            while (meddler.passed().stream().noneMatch(ContractCheckUndoTest::isOfARow) && check.isAlive()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            // not Process.destroy, which would close what it prints
            check.toHandle().destroy();
            List<String> said = check.errorReader(UTF_8).lines().toList();
            assertThat(check.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(check.exitValue()).isEqualTo(128 + 15);
            assertThat(said).isNotEmpty()
                    .allMatch(line -> line.matches("TreatPlan [0-9]+, which this program saved, is still there: delete it\\."));
            assertThat(check.inputReader(UTF_8).lines()).as("a report of half a check").isEmpty();
        }
    }

    private static Process started(URI address) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), ContractCheck.class.getName()));
        command.addAll(List.of("--url", address.toString(), "--developer-key", SampleOffice.DEVELOPER_KEY, "--customer-key",
                SampleOffice.CUSTOMER_KEY, "--treat-plan", "963", "--write"));
        return new ProcessBuilder(command).start();
    }

    private static boolean isSaving(Sent sent) {
        return sent.method().equals("POST") && sent.resource().equals("/treatplans/Saved");
    }

    private static boolean isDeleting(Sent sent) {
        return sent.method().equals("DELETE") && sent.resource().startsWith("/treatplans/");
    }

    private static boolean isOfARow(Sent sent) {
        return Set.of("PUT", "DELETE").contains(sent.method()) && sent.resource().matches("/proctps/[0-9]{1,9}");
    }

    private static boolean isOfTheRow(Sent sent) {
        return isOfARow(sent) && sent.path().equals(ROW);
    }

    /** An answer with all headers that is due to another request, so that nothing is done. */
    private static Reply refused(Sent sent, Onward onward, int status) {
        return onward.pass(sent.to("GET", "/api/v1/proctps", "")).as(status).saying(status == 200 ? "" : "\"This is not done.\"");
    }
}
