package example.jsonfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import proctp.application.Caller;
import proctp.application.ChangeFilter;
import proctp.application.IdempotencyKey;
import proctp.application.KeySecret;
import proctp.application.Page;
import proctp.application.Posted;
import proctp.application.ProcTPFilter;
import proctp.application.TreatPlanFilter;
import proctp.application.port.Office;
import proctp.application.port.PlanGuard;
import proctp.application.port.ProcTPGuard;
import proctp.application.sample.SampleOffice;
import proctp.contract.HostilePractice;
import proctp.domain.DefCat;
import proctp.domain.Definition;
import proctp.domain.NewDefinition;
import proctp.domain.NewTreatPlan;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** What was acknowledged is there when the office is opened again. */
class RestartTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:15:30Z"), ZoneId.of("America/Chicago"));
    private static final Caller CALLER = Caller.atConsole(SampleOffice.PRACTICE);
    private static final NewDefinition DEFINITION = new NewDefinition(DefCat.TX_PRIORITIES, "Tomorrow", "");
    private static final Page ALL = new Page(10_000, 0);

    @TempDir
    private Path directory;

    @BeforeEach
    void fill() throws IOException {
        try (JsonFileOffice office = open()) {
            office.fillIfEmpty(SampleOffice.practices(new KeySecret("a secret for tests"), CLOCK.getZone()));
        }
    }

    private JsonFileOffice open() throws IOException {
        return JsonFileOffice.open(directory.resolve("office.json"), CLOCK);
    }

    /** As a kill would leave it: what a closing would do is not done. */
    private JsonFileOffice copyOfWhatIsThere() throws IOException {
        Path copy = directory.resolve("copy.json");
        Files.write(copy, Files.readAllBytes(directory.resolve("office.json")));
        return JsonFileOffice.open(copy, CLOCK);
    }

    @Test
    void everything_is_there_again_after_every_kind_of_change() throws IOException {
        try (JsonFileOffice office = open()) {
            office.procTPs().edit(CALLER, new ProcTPNum(976), ProcTPEdit.builder().descript("changed").build(any -> true), ProcTPGuard.NONE);
            office.procTPs().delete(CALLER, new ProcTPNum(293), ProcTPGuard.NONE);
            office.treatPlans().revise(CALLER, new TreatPlanNum(964), (plan, rows, now) ->
                    plan.signedBy(new TreatPlan.Signature("ink", Optional.of(now), "Ada Example", "ab".repeat(32)), now));
            office.treatPlans().delete(CALLER, new TreatPlanNum(971), PlanGuard.NONE);
            office.apiKeys().change(SampleOffice.PRACTICE, office.apiKeys().list().get(0).num(), key -> key.expiringBy(LocalDate.MAX));
            office.practices().rename(SampleOffice.OTHER_PRACTICE, "Another name");
            office.archive().fill(Caller.atConsole(office.practices().add("")), HostilePractice.of(CALLER.practice(), 7, 60).source());
            try (JsonFileOffice again = copyOfWhatIsThere()) {
                assertThat(all(again)).isEqualTo(all(office));
            }
        }
    }

    @Test
    void no_number_is_given_out_twice() throws IOException {
        TreatPlan plan;
        Definition definition;
        try (JsonFileOffice office = open()) {
            plan = save(office, Optional.empty()).value();
            office.treatPlans().delete(CALLER, plan.num(), PlanGuard.NONE);
            definition = office.definitions().add(CALLER, DEFINITION, Optional.empty()).value();
        }
        try (JsonFileOffice again = open()) {
            assertThat(save(again, Optional.empty()).value().num().value()).isEqualTo(plan.num().value() + 1);
            assertThat(again.definitions().add(CALLER, DEFINITION, Optional.empty()).value().num().value())
                    .isEqualTo(definition.num().value() + 1);
        }
    }

    @Test
    void X9_a_request_that_comes_again_gets_its_first_answer() throws IOException {
        Optional<IdempotencyKey> key = Optional.of(IdempotencyKey.of("a key", "POST", new byte[0]));
        TreatPlan plan;
        try (JsonFileOffice office = open()) {
            plan = save(office, key).value();
        }
        try (JsonFileOffice again = open()) {
            assertThat(save(again, key)).isEqualTo(new Posted<>(plan, true));
        }
    }

    @Test
    void a_second_program_is_refused_and_the_next_one_is_not() throws Exception {
        try (JsonFileOffice office = open()) {
            assertThatThrownBy(this::open).isInstanceOf(IllegalStateException.class).hasMessageContaining("office.json.lock is locked");
            assertThat(office.practices().list()).hasSize(2);
            Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp", System.getProperty("java.class.path"), Main.class.getName(), directory.resolve("office.json").toString(), "list", "963")
                    .redirectErrorStream(true).start();
            assertThat(new String(other.getInputStream().readAllBytes(), UTF_8)).contains("Another program has the office open");
            assertThat(other.waitFor()).isEqualTo(1);
        }
        open().close();
    }

    @Test
    void a_file_that_is_no_office_is_left_as_it_is() throws IOException {
        for (String text : List.of("", "{", "[]", "{\"practices\":[{}]}", "null", "{}")) {
            Path file = Files.writeString(directory.resolve("broken.json"), text);
            assertThatThrownBy(() -> JsonFileOffice.open(file, CLOCK)).as(text).isInstanceOf(IOException.class)
                    .hasMessageContaining("holds no office");
            assertThat(file).hasContent(text);
        }
    }

    private static Posted<TreatPlan> save(Office office, Optional<IdempotencyKey> key) {
        NewTreatPlan.Builder draft = NewTreatPlan.builder().patNum(722);
        draft.procTP();
        return office.treatPlans().save(CALLER, draft.build(any -> true), key);
    }

    /** All that anybody can see of the office. */
    private static List<Object> all(Office office) {
        return office.practices().list().keySet().stream().map(Caller::atConsole).<Object>map(caller -> List.of(
                office.practices().list(), office.apiKeys().list(),
                office.definitions().list(caller, Optional.empty(), true, ALL),
                office.treatPlans().list(caller, TreatPlanFilter.ALL, ALL),
                office.procTPs().list(caller, new ProcTPFilter(Optional.empty(), Optional.empty(), Optional.of(Instant.MIN)), ALL),
                office.changes().list(caller, ChangeFilter.ALL, 10_000))).toList();
    }
}
