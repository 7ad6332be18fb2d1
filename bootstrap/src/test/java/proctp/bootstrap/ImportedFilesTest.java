package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an import says of files before it asks for the office. */
class ImportedFilesTest {

    /** Nobody listens there: whoever asks for the office fails. */
    private static final Map<String, String> NOWHERE = Settings.environment("DATABASE_URL", "postgresql://127.0.0.1:1/none",
            "DATABASE_USER", "nobody", "KEY_SECRET", "a secret of the tests", "TIME_ZONE", "America/Chicago");

    @TempDir
    private Path directory;

    @Test
    void a_dry_run_says_that_nothing_is_wrong_and_does_not_ask_for_the_office() throws IOException {
        write(PracticeFile.PRACTICE, "{\"PracticeName\":\"Maple\",\"LastTreatPlanNum\":5}");
        write(PracticeFile.TREAT_PLANS, plan(1, "Saved"), plan(2, "Active"));
        write(PracticeFile.PROC_TPS, row(1, 1));
        assertThat(dryRun()).isEqualTo(new Said(0,
                "Nothing is wrong with the files: 0 definitions, 2 treatplans, 1 proctps. Nothing was imported.\n", ""));
        assertThat(Said.by(NOWHERE, "import", directory.toString()).exitCode()).as("the office is not there").isEqualTo(1);
    }

    @Test
    void all_faults_of_all_files_are_named_with_their_places() throws IOException {
        write(PracticeFile.PRACTICE, "{}", "", "{\"LastDefNum\":-1}", "{}");
        write(PracticeFile.DEFINITIONS, "{\"DefNum\":1,\"Category\":20}", "{\"DefNum\":1,\"Category\":20}", "{\"DefNum\":2}");
        write(PracticeFile.TREAT_PLANS, plan(1, "Saved"), plan(2, "Active"), plan(1, "Saved"));
        write(PracticeFile.PROC_TPS, row(1, 1), "", row(2, 1).replace("}", ",\"ProcCode\":\"1234567890123456\"}"),
                row(1, 1), row(3, 2), "{\"ProcTPNum\":", row(4, 1));
        List<String> faults = List.of(
                "practice.ndjson:3: LastDefNum must be the last number that was given out, or 0.",
                "practice.ndjson:4: There is one practice in a directory, and this is another.",
                "definitions.ndjson:2: DefNum 1 is there a second time.",
                "definitions.ndjson:3: Category is required.",
                "treatplans.ndjson:3: TreatPlanNum 1 is there a second time.",
                "proctps.ndjson:3: ProcCode must be at most 15 characters long, not 16.",
                "proctps.ndjson:4: ProcTPNum 1 is there a second time.",
                "proctps.ndjson:5: TreatPlan 2 is not Saved, and only Saved plans have ProcTPs.",
                "proctps.ndjson:6: The line is not valid JSON from column 14 on. Each record must be whole on its line.",
                "Nothing was imported.");
        assertThat(dryRun()).isEqualTo(new Said(1, "", lines(faults)));
    }

    @Test
    void a_row_whose_plan_is_nowhere_is_a_fault_unless_plans_could_not_be_read() throws IOException {
        write(PracticeFile.PROC_TPS, row(1, 963));
        assertThat(dryRun().err()).isEqualTo("proctps.ndjson:1: TreatPlan 963 is not in treatplans.ndjson.\nNothing was imported.\n");
        write(PracticeFile.TREAT_PLANS, "{\"TreatPlanNum\":963}");
        assertThat(dryRun().err()).isEqualTo("treatplans.ndjson:1: PatNum is required.\nNothing was imported.\n");
    }

    @Test
    void a_row_of_another_patient_than_its_plan_is_a_fault() throws IOException {
        write(PracticeFile.TREAT_PLANS, plan(4, "Saved"), plan(5, "Saved"), plan(1L << 53, "Saved"));
        write(PracticeFile.PROC_TPS, row(1, 4), row(2, 5).replace("7}", "8}"), row(3, 1L << 53), row(4, 1L << 53).replace("7}", "8}"));
        assertThat(dryRun().err()).isEqualTo("proctps.ndjson:2: PatNum is not that of TreatPlan 5.\n"
                + "proctps.ndjson:4: PatNum is not that of TreatPlan 9007199254740992.\nNothing was imported.\n");
    }

    @Test
    void a_moment_that_no_database_could_hold_is_a_fault_with_its_place() throws IOException {
        write(PracticeFile.TREAT_PLANS, plan(1, "Saved"), plan(2, "Saved").replace("}", ",\"SecDateTEdit\":\"9999-12-31 23:59:59\"}"));
        assertThat(dryRun().err()).isEqualTo("treatplans.ndjson:2: SecDateTEdit must be in the years 1 to 9999 in UTC, too.\n"
                + "Nothing was imported.\n");
    }

    @Test
    void of_many_faults_the_first_hundred_are_named_and_the_others_counted() throws IOException {
        write(PracticeFile.PROC_TPS, IntStream.rangeClosed(1, 1_350).mapToObj(num -> row(num, 1)).toArray(String[]::new));
        List<String> said = dryRun().err().lines().toList();
        assertThat(said).hasSize(102);
        assertThat(said.get(99)).isEqualTo("proctps.ndjson:100: TreatPlan 1 is not in treatplans.ndjson.");
        assertThat(said.get(100)).isEqualTo("And 1,250 more.");
    }

    @Test
    void a_directory_without_any_of_the_files_is_a_wrong_call() {
        assertThat(dryRun().exitCode()).isEqualTo(2);
        assertThat(dryRun().err()).startsWith("There is none of the files practice.ndjson, definitions.ndjson, treatplans.ndjson,"
                + " proctps.ndjson in " + directory + ".");
    }

    @Test
    void what_is_no_directory_is_a_wrong_call() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "mine");
        for (List<String> call : List.of(List.of("import"), List.of("export"), List.of("sample", "--plans", "1"))) {
            assertRefused(call, "", "DIR must be the name of a directory.");
            assertRefused(call, file.toString(), file + " is not a directory.");
        }
        assertRefused(List.of("import"), directory.resolve("none").toString(), "There is no directory " + directory.resolve("none") + ".");
    }

    private static void assertRefused(List<String> call, String directory, String sentence) {
        Said said = Said.by(NOWHERE, Stream.concat(call.stream(), Stream.of(directory)).toArray(String[]::new));
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).startsWith(sentence + "\n");
    }

    @Test
    void a_file_that_cannot_be_read_is_told() throws IOException {
        Files.createDirectory(PracticeFile.PROC_TPS.in(directory));
        assertThat(dryRun().exitCode()).isEqualTo(1);
        assertThat(dryRun().err()).startsWith("The files in " + directory + " cannot be read: ");
    }

    @Test
    void an_export_leaves_files_that_are_there_alone() throws IOException {
        write(PracticeFile.DEFINITIONS, "{}");
        Said said = Said.by(NOWHERE, "export", directory.toString());
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.err()).startsWith("definitions.ndjson is in " + directory + " already");
        assertThat(PracticeFile.DEFINITIONS.in(directory)).hasContent("{}");
    }

    private Said dryRun() {
        return Said.by(NOWHERE, "import", directory.toString(), "--dry-run");
    }

    private static String plan(long num, String status) {
        return "{\"TreatPlanNum\":%d,\"PatNum\":7,\"TPStatus\":\"%s\"}".formatted(num, status);
    }

    private static String row(long num, long plan) {
        return "{\"ProcTPNum\":%d,\"TreatPlanNum\":%d,\"PatNum\":7}".formatted(num, plan);
    }

    private static String lines(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private void write(PracticeFile file, String... lines) throws IOException {
        Files.write(file.in(directory), List.of(lines));
    }
}
