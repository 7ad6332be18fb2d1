package example.jsonfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import proctp.application.Caller;
import proctp.application.KeySecret;
import proctp.application.UseCases;
import proctp.application.sample.SampleOffice;
import proctp.domain.NewTreatPlan;
import proctp.domain.TreatPlan;

/** The second way in, on the same use cases as HTTP. */
class CommandLineTest {

    private static final KeySecret SECRET = new KeySecret("a secret for tests");
    private static final String KEYS = SampleOffice.DEVELOPER_KEY + "/" + SampleOffice.CUSTOMER_KEY;

    @TempDir
    private Path directory;

    private JsonFileOffice office;

    /** What a command has said, and how it ended. */
    private record Said(int exitCode, String out, String err) {
    }

    @BeforeEach
    void open() throws IOException {
        office = JsonFileOffice.open(directory.resolve("office.json"), Clock.systemUTC());
        office.fillIfEmpty(SampleOffice.practices(SECRET, ZoneOffset.UTC));
    }

    @AfterEach
    void close() throws IOException {
        office.close();
    }

    @Test
    void the_rows_of_a_plan_are_listed_in_its_order() {
        assertThat(run(KEYS, "list", "963")).isEqualTo(new Said(0,
                "976  0  13  MOD  D2393  resin-based composite - three surfaces, posterior  204.0000\n977  1      D0140  Limited Exam  57.0000\n", ""));
    }

    @Test
    void a_row_is_edited_and_shown_as_it_is_stored() {
        assertThat(run(KEYS, "edit", "976", "Surf=DO", "FeeAmt=180.5", "Descript=a=b").out())
                .isEqualTo("976  0  13  DO  D2393  a=b  180.5000\n");
        assertThat(run(KEYS, "list", "963").out()).startsWith("976  0  13  DO  D2393  a=b  180.5000\n");
    }

    @Test
    void a_row_is_deleted_once() {
        assertThat(run(KEYS, "delete", "293")).isEqualTo(new Said(0, "", ""));
        assertThat(run(KEYS, "delete", "293")).isEqualTo(new Said(1, "", "ProcTP not found.\n"));
    }

    @Test
    void a_row_of_a_signed_plan_stays_and_the_refusal_is_that_of_HTTP() {
        String sentence = "TreatPlan 970 is signed by the patient. Only ProcTPs of an unsigned treatment plan can be updated or deleted.\n";
        assertThat(run(KEYS, "edit", "1001", "Discount=1")).isEqualTo(new Said(1, "", sentence));
        assertThat(run(KEYS, "delete", "1001")).isEqualTo(new Said(1, "", sentence));
        assertThat(run(KEYS, "list", "970").out().lines()).hasSize(3);
    }

    @Test
    void a_pair_of_keys_opens_its_own_practice_for_what_it_may_do() {
        for (String wrong : List.of("", "/", "nobody", KEYS + "x", SampleOffice.DEVELOPER_KEY + "/" + SampleOffice.DISABLED_KEY)) {
            assertThat(run(wrong, "list", "963").err()).as(wrong).startsWith("Invalid DeveloperKey or CustomerKey.");
        }
        String readOnly = SampleOffice.DEVELOPER_KEY + "/" + SampleOffice.READ_ONLY_KEY;
        assertThat(run(readOnly, "list", "963").exitCode()).isZero();
        assertThat(run(readOnly, "edit", "976", "Surf=DO")).isEqualTo(new Said(1, "", "Not Authorized\n"));
        assertThat(run(readOnly, "delete", "976")).isEqualTo(new Said(1, "", "Not Authorized\n"));
    }

    @Test
    void all_faults_of_an_edit_are_named_and_nothing_changes() {
        Said said = run(KEYS, "edit", "976", "Surf=DO", "FeeAmt=much", "ProcCode=" + "1".repeat(16), "Tooth=13", "Priority", "Priority=x");
        assertThat(said.err()).contains("FeeAmt must be an amount such as 204.00.", "ProcCode must be at most 15 characters long, not 16.",
                "Tooth is no member of a row that can change", "Priority is no member", "Priority must be the DefNum");
        assertThat(run(KEYS, "list", "963").out()).startsWith("976  0  13  MOD");
    }

    @Test
    void a_command_that_is_none_is_explained() {
        for (String[] words : List.of(new String[] {}, new String[] {"list"}, new String[] {"sign", "963"})) {
            assertThat(run(KEYS, words)).isEqualTo(new Said(1, "", CommandLine.USAGE + "\n"));
        }
        assertThat(run(KEYS, "list", "+963").err()).isEqualTo("The number of a plan or a row must be digits, not '+963'.\n");
    }

    @Test
    void a_list_is_never_cut() throws IOException {
        NewTreatPlan.Builder draft = NewTreatPlan.builder().patNum(722);
        IntStream.rangeClosed(1, 1_001).forEach(any -> draft.procTP());
        TreatPlan plan = office.treatPlans().save(Caller.atConsole(SampleOffice.PRACTICE), draft.build(any -> true), Optional.empty()).value();
        assertThat(run(KEYS, "list", String.valueOf(plan.num().value())).out().lines()).hasSize(1_001);
    }

    @Test
    void a_file_that_cannot_be_used_is_named_in_a_sentence() throws IOException {
        Path nowhere = directory.resolve("nowhere");
        assertThat(start(nowhere.resolve("office.json"))).isEqualTo("There is no directory " + nowhere + " for the office's file.\n");
        assertThat(start(directory)).isEqualTo(directory + " is a directory. The office needs a file.\n");
        Files.createDirectories(directory.resolve("locked.json.lock"));
        assertThat(start(directory.resolve("locked.json"))).startsWith("The file " + directory.toRealPath().resolve("locked.json.lock") + " cannot be opened: ");
        Files.createDirectories(directory.resolve("full.json.next").resolve("full"));
        assertThat(start(directory.resolve("full.json"))).isEqualTo(
                "The office's file cannot be written just now. Nothing was changed; try again later.\n");
    }

    private static String start(Path file) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(Main.run(file, List.of("list", "963"), new PrintStream(err, true, UTF_8), new PrintStream(err, true, UTF_8))).isEqualTo(1);
        return text(err);
    }

    private Said run(String keys, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        UseCases useCases = UseCases.on(office, SECRET, () -> LocalDate.of(2026, 11, 23));
        int exitCode = new CommandLine(useCases, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
                .run(keys, List.of(words));
        return new Said(exitCode, text(out), text(err));
    }

    private static String text(ByteArrayOutputStream said) {
        return said.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }
}
