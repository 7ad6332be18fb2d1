package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.ApiKeyNum;
import proctp.application.Caller;
import proctp.application.ChangeFilter;
import proctp.application.Permission;
import proctp.application.port.PlanGuard;
import proctp.application.port.ProcTPGuard;
import proctp.application.sample.SampleOffice;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlanNum;

/** The audit trail at a console: what it shows of whom, and what can be taken out of it. */
class AuditCommandTest {

    private static final Caller CALLER = new Caller(SampleOffice.PRACTICE, new ApiKeyNum(1), "Demo Developer", "Demo\u001bkey",
            EnumSet.allOf(Permission.class)).in("request-1");
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @RegisterExtension
    static final OfficeAtConsole office = new OfficeAtConsole();

    /** The last change of the sample itself. */
    private long last;

    @BeforeEach
    void change() {
        last = office.office().changes().last(List.of(CALLER)).get(SampleOffice.PRACTICE);
        office.office().procTPs().edit(CALLER, new ProcTPNum(976), ProcTPEdit.builder().descript("Café of Ada \u009b").build(any -> true),
                ProcTPGuard.NONE);
        office.office().treatPlans().delete(Caller.atConsole(SampleOffice.PRACTICE), new TreatPlanNum(963), PlanGuard.NONE);
    }

    @Test
    void every_change_is_one_line_that_says_when_what_and_who_but_nothing_of_a_patient_but_the_number() {
        Said said = office.by("audit", "--practice", "1");
        List<String> lines = said.out().lines().toList();

        assertThat(lines).hasSize((int) last + 4);
        assertThat(lines.get((int) last)).matches((last + 1) + "  " + TODAY + " \\d\\d:\\d\\d:\\d\\d  Updated ProcTP 976 of TreatPlan 963"
                + " of patient 722: Descript, SecDateTEdit  by Demo Developer, Demo\\\\u001bkey \\(key 1\\), request request-1");
        assertThat(lines.get((int) last + 3)).matches((last + 4) + "  .*  Deleted TreatPlan 963 of patient 722  by console");
        assertThat(said.out()).doesNotContain("Caf");
        assertThat(said.err()).isEmpty();
        assertThat(said.exitCode()).isZero();
    }

    @Test
    void for_a_program_every_change_is_one_object_as_the_API_returns_it() {
        List<String> lines = office.by("audit", "--practice", "1", "--json").out().lines().toList();

        assertThat(lines).hasSize((int) last + 4);
        assertThat(lines.get((int) last)).startsWith("{\"ChangeNum\":" + (last + 1) + ",\"ChangeDateTime\":\"" + TODAY)
                .contains("\"ChangedFields\":[\"Descript\",\"SecDateTEdit\"],\"before\":{\"ProcTPNum\":976,")
                .contains("\"Descript\":\"Caf\\u00e9 of Ada \\u009b\"").endsWith("}}");
    }

    @ParameterizedTest
    @CsvSource({"--plan 963, 7", "--patient 722 --key 1, 1", "--key 0 --plan 963, 6", "--key 4, 0"})
    void it_is_narrowed_down(String options, int lines) {
        String[] call = ("audit --practice 1 " + options).split(" ");
        assertThat(office.by(call).out().lines()).hasSize(lines);
    }

    @Test
    void it_begins_at_a_time() throws SQLException {
        age("2019-03-04 05:06:07Z", 3);
        assertThat(office.by("audit", "--practice", "1", "--since", "2019-03-05").out().lines()).hasSize((int) last + 1);
        assertThat(office.by("audit", "--practice", "1", "--since", "2019-03-04T05:06:07").out().lines()).hasSize((int) last + 4);
        assertThat(office.by("audit", "--practice", "1", "--since", "2019-03-04T05:06:08").out().lines()).hasSize((int) last + 1);
    }

    @Test
    void more_than_are_read_at_once_are_all_printed() throws SQLException {
        office.executeByHand("insert into change select practice_id, changenum + n * 1000,"
                + " made, action, apikeynum, developername, keyname, requestid, proctpnum, treatplannum, patnum, before, after"
                + " from change, generate_series(1, 2500) n where practice_id = 1 and changenum = 1");
        assertThat(office.by("audit", "--practice", "1").out().lines()).hasSize((int) last + 2_504).doesNotHaveDuplicates();
    }

    @Test
    void what_is_older_than_six_years_can_be_forgotten() throws SQLException {
        age(TODAY.minusYears(6).minusDays(1) + " 23:59:59Z", 3);
        Said said = office.by("audit", "forget", "--practice", "1", "--yes");
        assertThat(said.out()).isEqualTo("3 changes of practice 1 from before " + TODAY.minusYears(6) + " are gone.\n");
        assertThat(said.exitCode()).isZero();
        assertThat(numbers()).first().isEqualTo(4L);
        assertThat(numbers()).hasSize((int) last + 1);
        assertThat(office.by("audit", "forget", "--practice", "1", "--yes", "--json").out())
                .isEqualTo("{\"practice\":1,\"before\":\"" + TODAY.minusYears(6) + "\",\"gone\":0}\n");
    }

    @Test
    void younger_than_that_must_be_said() throws SQLException {
        age(TODAY.minusYears(5) + " 00:00:00Z", 3);
        Said refused = office.by("audit", "forget", "--practice", "1", "--keep-years", "4", "--yes");
        assertThat(refused.err()).startsWith("An audit trail must be kept for six years (45 CFR 164.316), so --keep-years 4 needs"
                + " --less-than-the-law-asks, too.");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(numbers()).hasSize((int) last + 4);
        office.by("audit", "forget", "--practice", "1", "--keep-years", "4", "--less-than-the-law-asks", "--yes");
        assertThat(numbers()).hasSize((int) last + 1);
    }

    @Test
    void whoever_forgets_is_asked_before() throws SQLException {
        age("2001-01-01Z", 3);
        Said no = office.to("no\n", "audit", "forget", "--practice", "1");
        assertThat(no.err()).contains("will be gone from the audit trail of practice 1 for good. Type yes to go on: ");
        assertThat(no.exitCode()).isEqualTo(1);
        assertThat(office.by("audit", "forget", "--practice", "1").exitCode()).isEqualTo(2);
        assertThat(numbers()).hasSize((int) last + 4);
        assertThat(office.to("yes\n", "audit", "forget", "--practice", "1").exitCode()).isZero();
        assertThat(numbers()).hasSize((int) last + 1);
    }

    @Test
    void what_the_trail_is_narrowed_down_by_does_not_narrow_down_what_is_forgotten() throws SQLException {
        age("2001-01-01Z", 3);
        for (String option : List.of("--plan", "--patient", "--key", "--practice")) {
            Said said = office.by("audit", option, "1", "forget", "--practice", "1", "--yes");
            assertThat(said.err()).startsWith("audit forget goes by --practice and --keep-years alone, which come after forget."
                    + " Nothing was done.");
            assertThat(said.exitCode()).isEqualTo(2);
        }
        assertThat(numbers()).hasSize((int) last + 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "|--practice must say which one is meant.",
        "--practice 3|There is no practice 3.",
        "--since yesterday --practice 1|Invalid value for option '--since': it must be a day such as 2026-11-25, or a time such as"
                + " 2026-11-25T14:30.",
        "--key x --practice 1|Invalid value for option '--key': it must be a whole number.",
        "forget --keep-years -1 --yes --practice 1|--keep-years must be from 0 to 100.",
        "forget --keep-years 101 --yes --practice 1|--keep-years must be from 0 to 100."})
    void what_is_wrong_with_a_call_is_said(String line) {
        String call = line.substring(0, line.indexOf('|'));
        Said said = office.by(call.isEmpty() ? new String[] {"audit"} : ("audit " + call).split(" "));
        assertThat(said.err()).startsWith(line.substring(line.indexOf('|') + 1));
        assertThat(said.out()).isEmpty();
        assertThat(said.exitCode()).isEqualTo(2);
    }

    /** Lets the first so many changes have happened then. */
    private static void age(String time, int count) throws SQLException {
        office.executeByHand("update change set made = '" + time
                + "' where practice_id = 1 and changenum <= " + count);
    }

    private static List<Long> numbers() {
        return office.office().changes().list(CALLER, ChangeFilter.ALL, 10_000).stream().map(change -> change.num()).toList();
    }
}
