package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.Caller;
import proctp.application.KeySecret;
import proctp.application.Page;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.application.VerifySignatures;
import proctp.application.memory.InMemoryOffice;
import proctp.application.port.PlanGuard;
import proctp.application.sample.SampleOffice;
import proctp.contract.HostilePractice;
import proctp.domain.NewTreatPlan;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlanNum;
import proctp.http.OfficeLines;

/** An office that moves: out of one database, by files, into another. */
class MovingTest {

    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final PracticeNum ONE = new PracticeNum(1);
    private static final Caller CONSOLE = Caller.atConsole(ONE);

    @TempDir
    static Path shared;

    private static EmbeddedDatabase server;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedDatabase.start(OfficeDirectory.used(shared));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_sample_comes_out_goes_in_and_comes_out_in_the_same_bytes() throws Exception {
        EmptyOffice source = office("sample");
        source.ask(office -> office.fillIfEmpty(SampleOffice.practices(new KeySecret("a secret of the tests"), ZONE)));
        for (String practice : List.of("1", "2")) {
            EmptyOffice target = office("sample_copy" + practice);
            Path first = directory.resolve("first" + practice);
            assertThat(Said.by(source.environment(), "export", first.toString(), "--practice", practice).exitCode()).isZero();
            Said imported = Said.by(target.environment(), "import", first.toString());
            assertThat(imported.err()).isEmpty();
            assertThat(imported.out()).startsWith("Imported into practice 1: ");
            assertExportsSame(target, first);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void whatever_goes_in_comes_out_in_the_same_bytes(long seed) throws Exception {
        EmptyOffice target = office("hostile" + seed);
        Path first = directory.resolve("first");
        export(filled(HostilePractice.of(ONE, seed, 300)), first);
        Said imported = Said.by(target.environment(), "import", first.toString());
        assertThat(imported.err()).isEmpty();
        assertExportsSame(target, first);
        VerifySignatures.Findings findings =
                target.ask(office -> new VerifySignatures(office.treatPlans(), office.procTPs()).verify(CONSOLE));
        assertThat(findings.matching()).isPositive();
        assertThat(findings.changed()).isEmpty();
    }

    private void assertExportsSame(EmptyOffice target, Path first) throws IOException {
        Path second = directory.resolve(first.getFileName() + "_again");
        Said exported = Said.by(target.environment(), "export", second.toString());
        assertThat(exported.err()).isEmpty();
        assertThat(exported.exitCode()).isZero();
        for (PracticeFile file : PracticeFile.OF_RECORDS) {
            assertThat(Files.mismatch(file.in(first), file.in(second))).as(file.fileName()).isEqualTo(-1);
        }
        assertThat(Files.size(PracticeFile.PROC_TPS.in(second))).isPositive();
    }

    @Test
    void numbers_go_on_from_those_that_the_source_has_given_out() throws Exception {
        InMemoryOffice source = filled(HostilePractice.of(ONE, 1, 5));
        TreatPlanNum saved = source.treatPlans().save(CONSOLE, draft(), Optional.empty()).value().num();
        source.treatPlans().delete(CONSOLE, saved, PlanGuard.NONE);
        export(source, directory);
        EmptyOffice target = office("numbers");
        Said.by(target.environment(), "import", directory.toString());
        assertThat(target.<TreatPlanNum>ask(office -> office.treatPlans().save(CONSOLE, draft(), Optional.empty()).value().num()))
                .isEqualTo(new TreatPlanNum(saved.value() + 1));
    }

    private static NewTreatPlan draft() {
        return NewTreatPlan.builder().patNum(5).build(any -> true);
    }

    @Test
    void what_was_fetched_from_another_API_is_taken_as_it_came() throws Exception {
        EmptyOffice target = office("fetched");
        write(PracticeFile.TREAT_PLANS, "[{\"TreatPlanNum\":963,\"PatNum\":722,\"DateTP\":\"2023-01-24\",\"Note\":\"n\","
                + "\"TPStatus\":\"Saved\",\"isSigned\":\"true\",\"serverDateTime\":\"2026-01-01 00:00:00\"}]\r\n");
        write(PracticeFile.PROC_TPS, "[{\"ProcTPNum\":976,\"TreatPlanNum\":963,\"PatNum\":722,\"PatAmt\":70.0,\"Dx\":null}]"
                + "[{\"ProcTPNum\":977,\"TreatPlanNum\":963,\"PatNum\":722,\"ItemOrder\":1}]");
        Said said = Said.by(target.environment(), "import", directory.toString());
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).isEqualTo("Imported into practice 1: 0 definitions, 1 treatplans, 2 proctps.\n");
        assertThat(target.<List<ProcTP>>ask(office -> office.procTPs().list(CONSOLE, new TreatPlanNum(963), Page.EVERYTHING)))
                .extracting(row -> row.num().value()).containsExactly(976L, 977L);
        assertThat(target.ask(office -> new VerifySignatures(office.treatPlans(), office.procTPs()).verify(CONSOLE)).matching())
                .as("its signature binds what came").isEqualTo(1);
    }

    @Test
    void a_practice_that_has_records_is_left_as_it_is() throws Exception {
        EmptyOffice target = office("taken");
        target.ask(office -> office.fillIfEmpty(List.of(HostilePractice.of(ONE, 1, 5))));
        write(PracticeFile.DEFINITIONS, "{\"DefNum\":1,\"Category\":20}\n");
        Said said = Said.by(target.environment(), "import", directory.toString());
        assertThat(said).isEqualTo(new Said(1, "", "Practice 1 has records already, so nothing was imported:"
                + " only a practice without any can take records in.\n"));
        assertThat(Said.by(target.environment(), "import", directory.toString(), "--practice", "7").out())
                .isEqualTo("Imported into practice 7: 1 definitions, 0 treatplans, 0 proctps.\n");
        assertThat(Said.by(target.environment(), "import", directory.toString()).exitCode())
                .as("it must say which of the two").isEqualTo(2);
    }

    @Test
    void a_practice_that_has_records_is_told_before_the_files_are_read() throws Exception {
        EmptyOffice target = office("told_first");
        target.ask(office -> office.fillIfEmpty(List.of(HostilePractice.of(ONE, 1, 5))));
        write(PracticeFile.DEFINITIONS, "{\n");
        assertThat(Said.by(target.environment(), "import", directory.toString()).err()).startsWith("Practice 1 has records already");
    }

    @Test
    void what_the_database_refuses_after_all_is_told_without_a_value() throws Exception {
        EmptyOffice target = office("refusing");
        target.ask(office -> office.practices().list());
        try (Connection connection = DriverManager.getConnection(target.url(), server.user(), server.password());
             Statement statement = connection.createStatement()) {
            statement.execute("alter table treatplan add check (patnum <> 4711)");
        }
        write(PracticeFile.TREAT_PLANS, "{\"TreatPlanNum\":1,\"PatNum\":4711}\n");
        assertThat(Said.by(target.environment(), "import", directory.toString())).isEqualTo(new Said(1, "", "The files in " + directory
                + " have changed since they were checked, or hold what the database cannot, so nothing was imported.\n"));
    }

    @Test
    void the_first_and_the_last_moment_that_the_check_lets_through_are_stored() throws Exception {
        EmptyOffice target = office("moments");
        Path first = Files.createDirectory(directory.resolve("first"));
        Files.writeString(PracticeFile.TREAT_PLANS.in(first), """
                {"TreatPlanNum":1,"PatNum":2,"SecDateTEdit":"0001-01-01 00:00:01"}
                {"TreatPlanNum":2,"PatNum":2,"SecDateTEdit":"9999-12-31 17:59:59"}
                """);
        assertThat(Said.by(target.environment(), "import", first.toString()).err()).isEmpty();
        Path second = directory.resolve("second");
        assertThat(Said.by(target.environment(), "export", second.toString()).err()).isEmpty();
        assertThat(PracticeFile.TREAT_PLANS.in(second)).content().contains("0001-01-01 00:00:01", "9999-12-31 17:59:59");
    }

    @Test
    void a_fault_at_the_very_end_leaves_nothing_behind() throws Exception {
        EmptyOffice target = office("faulty");
        target.ask(office -> office.practices().list());
        PracticeContents many = HostilePractice.of(ONE, 5, 500);
        export(filled(many), directory);
        Path rows = PracticeFile.PROC_TPS.in(directory);
        Files.writeString(rows, Files.readString(rows) + "{\"ProcTPNum\":1,\"TreatPlanNum\":3,\"PatNum\":4,\"Surf\":true}\n");
        Said said = Said.by(target.environment(), "import", directory.toString());
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).isEqualTo("proctps.ndjson:" + (many.procTPs().size() + 1) + ": Surf must be text.\nNothing was imported.\n");
        assertThat(target.<Map<PracticeNum, String>>ask(office -> office.practices().list())).isEmpty();
    }

    @Test
    void the_embedded_database_takes_an_office_in_whether_ProcTP_runs_on_it_or_not() throws Exception {
        Path data = OfficeDirectory.used(directory.resolve("own"));
        Map<String, String> environment = Settings.environment("DATA_DIR", data.toString());
        Path files = Files.createDirectory(directory.resolve("files"));
        Files.writeString(PracticeFile.DEFINITIONS.in(files), "{\"DefNum\":1,\"Category\":20,\"ItemName\":\"High\"}\n");
        assertThat(Said.by(environment, "import", files.toString()).exitCode()).isZero();
        try (EmbeddedDatabase running = EmbeddedDatabase.start(data)) {
            assertThat(Said.by(environment, "import", files.toString(), "--practice", "2").exitCode()).isZero();
            assertThat(OfficeDirectory.value(running, "select count(*) from definition")).isEqualTo("2");
        }
        assertThat(Said.by(environment, "export", directory.resolve("out").toString(), "--practice", "2").out())
                .isEqualTo("Exported practice 2: 1 definitions, 0 treatplans, 0 proctps.\n");
    }

    private static InMemoryOffice filled(PracticeContents practice) {
        InMemoryOffice office = new InMemoryOffice(Clock.systemUTC());
        office.fillIfEmpty(List.of(practice));
        return office;
    }

    private static void export(InMemoryOffice office, Path directory) throws IOException {
        PracticeExport.write(sink -> office.archive().show(CONSOLE, sink), Optional.empty(), new OfficeLines(Clock.system(ZONE)), directory,
                new Progress(new PrintWriter(Writer.nullWriter()), false, Clock.systemUTC()));
    }

    private static EmptyOffice office(String name) throws SQLException {
        return EmptyOffice.on(server, name);
    }

    private void write(PracticeFile file, String text) throws IOException {
        Files.writeString(file.in(directory), text);
    }
}
