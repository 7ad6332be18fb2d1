package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.PracticeNum;
import proctp.application.sample.SampleOffice;

/** A practice removed at a console, and what is proved of that. */
class PracticeEraseCommandTest {

    private static final PracticeNum ONE = SampleOffice.PRACTICE;

    /** Many times the changes that there are: more than are read at once. */
    private static final String MANY_CHANGES = "insert into change (practice_id, changenum, made, action, apikeynum, developername, keyname,"
            + " requestid, proctpnum, treatplannum, patnum, before, after) select practice_id, changenum + 1000 * n, made, action, apikeynum,"
            + " developername, keyname, requestid, proctpnum, treatplannum, patnum, before, after"
            + " from change, generate_series(1, 60) n where practice_id = 1";

    @RegisterExtension
    static final OfficeAtConsole office = new OfficeAtConsole();

    @TempDir
    private Path temporary;

    @AfterEach
    void takeAwayWhatWasPlanted() throws SQLException {
        office.execute("drop table if exists recall; drop function if exists hinder cascade; drop schema if exists kept cascade");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "--practice 1|Say either --export DIR, which writes the practice into files before it is erased, or --without-export, which"
                + " keeps nothing of it.",
        "--practice 1 --export x --without-export|Say either --export DIR",
        "--without-export --yes|--practice must say which practice is to be erased.",
        "--without-export --yes --practice 3|There is no practice 3.",
        "--without-export --practice 1|Practice 1 (Maple Street Dental (sample)) will be gone for good, with all of its rows: "})
    void what_is_wrong_with_a_call_is_said_and_nothing_changes(String line) {
        Map<String, Long> before = count(ONE);
        Said said = office.by(("practice erase " + line.substring(0, line.indexOf('|'))).split(" "));
        assertThat(said.err()).startsWith(line.substring(line.indexOf('|') + 1));
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(count(ONE)).isEqualTo(before);
        assertThat(office.office().practices().list()).hasSize(2);
        assertThat(office.keys()).filteredOn(key -> key.isEnabled()).hasSize(3);
    }

    @Test
    void where_nobody_is_at_a_terminal_an_erasing_must_be_meant() {
        Said said = office.by("practice", "erase", "--practice", "1", "--without-export");
        assertThat(said.err()).contains("Nobody is at a terminal to confirm that: say --yes if it is meant. Nothing was done.");
        assertThat(said.exitCode()).isEqualTo(2);
    }

    @Test
    void one_is_erased_when_its_name_is_typed_and_every_table_says_so() {
        Said said = office.to("Maple Street Dental (sample)\n", "practice", "erase", "--practice", "1", "--without-export");
        assertThat(said.err()).matches("Practice 1 \\(Maple Street Dental \\(sample\\)\\) will be gone for good, with all of its rows: apikey 3,"
                + ".* proctp [0-9]+, treatplan 10\\. Type its number or its name to go on: ");
        assertThat(said.out()).isEqualTo("apikey: 0 left\nchange: 0 left\ndefinition: 0 left\nlastchange: 0 left\nposted: 0 left\n"
                + "practice: 0 left\nproctp: 0 left\ntreatplan: 0 left\nPractice 1 is erased.\n");
        assertThat(said.exitCode()).isZero();
        assertThat(office.office().practices().list()).containsOnlyKeys(SampleOffice.OTHER_PRACTICE);
    }

    @Test
    void another_answer_leaves_everything_as_it_is() {
        Map<String, Long> before = count(ONE);
        for (String typed : List.of("yes\n", "2\n", "", "\n", "maple street\n")) {
            Said said = office.to(typed, "practice", "erase", "--practice", "1", "--without-export");
            assertThat(said.err()).endsWith("That was something else, so nothing was done.\n");
            assertThat(said.exitCode()).isEqualTo(1);
        }
        assertThat(count(ONE)).isEqualTo(before);
        assertThat(office.keys()).filteredOn(key -> key.isEnabled()).hasSize(3);
    }

    @Test
    void an_export_before_holds_what_was_erased_and_the_audit_trail() throws Exception {
        Path files = temporary.resolve("before");
        office.execute(MANY_CHANGES);
        String trail = office.by("audit", "--practice", "1", "--json").out();
        Said said = office.to("1\n", "practice", "erase", "--practice", "1", "--export", files.toString(), "--json");
        assertThat(said.out()).startsWith("{\"practice\":1,\"left\":{\"apikey\":0,").endsWith("}}\n");
        assertThat(said.exitCode()).isZero();
        assertThat(Files.readAllLines(files.resolve("treatplans.ndjson"))).hasSize(10);
        assertThat(AuditCommand.ascii(Files.readString(files.resolve("changes.ndjson")))).isEqualTo(trail);
        assertThat(trail.lines()).hasSizeGreaterThan(2_000);
        assertThat(OfficeDirectory.mode(files.resolve("changes.ndjson"))).isEqualTo("rw-------");
        assertThat(count(ONE).values()).containsOnly(0L);
        assertThat(office.by("import", files.toString(), "--practice", "1").exitCode()).isZero();
        assertThat(count(ONE)).containsEntry("treatplan", 10L).containsEntry("apikey", 0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proctps.ndjson.new", "changes.ndjson.new"})
    void an_export_that_fails_ends_it_with_all_rows_there_no_file_written_and_the_keys_disabled(String taken) throws IOException {
        Path files = Files.createDirectory(temporary.resolve("taken_" + taken));
        Files.createFile(files.resolve(taken));
        Map<String, Long> before = count(ONE);
        Said said = office.by("practice", "erase", "--practice", "1", "--export", files.toString(), "--yes");
        assertThat(said.err()).contains(taken + " is in ").endsWith(
                " Nothing was erased. Its keys stay disabled: key enable lets them work again.\n");
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(count(ONE)).isEqualTo(before);
        assertThat(office.keys()).filteredOn(key -> key.practice().equals(ONE) && key.isEnabled()).isEmpty();
        assertThat(files).isDirectoryNotContaining(file -> !file.endsWith(taken));
    }

    @Test
    void a_trail_that_is_there_already_is_not_written_over() throws IOException {
        Path files = Files.createDirectory(temporary.resolve("trail"));
        Files.writeString(files.resolve("changes.ndjson"), "mine");
        Said said = office.by("practice", "erase", "--practice", "1", "--export", files.toString(), "--yes");
        assertThat(said.err()).startsWith("changes.ndjson is in " + files + " already: name another directory, or move it away.");
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(count(ONE)).containsEntry("practice", 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"55P03", "57P01"})
    void a_database_that_is_hindered_ends_it_with_all_rows_there_and_the_keys_disabled(String state) throws SQLException {
        hinder("create trigger hindered before delete on practice for each row execute function hinder()", state);
        Said said = office.by("practice", "erase", "--practice", "1", "--without-export", "--yes");
        assertThat(said.err()).endsWith("The database was away or too busy, or others were in the way for too long. Nothing was erased: try"
                + " again later. Its keys stay disabled: key enable lets them work again.\n");
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(count(ONE)).containsEntry("practice", 1L).containsEntry("treatplan", 10L);
    }

    @Test
    void a_database_that_is_lost_while_it_stores_the_erasing_leaves_open_whether_the_practice_is_there() throws SQLException {
        hinder("create constraint trigger hindered after delete on practice deferrable initially deferred for each row"
                + " execute function hinder()", "08006");
        Said said = office.by("practice", "erase", "--practice", "1", "--without-export", "--yes");
        assertThat(said.err()).endsWith("The database was lost while it stored that, so practice 1 is erased or as it was: practice list shows"
                + " whether it is there. If it is, erase it again. Its keys stay disabled: key enable lets them work again.\n");
        assertThat(said.exitCode()).isEqualTo(1);
    }

    private static void hinder(String trigger, String state) throws SQLException {
        office.execute("create function hinder() returns trigger language plpgsql as $$ begin raise exception"
                + " using errcode = '" + state + "'; end $$; " + trigger);
    }

    @Test
    void a_table_that_it_does_not_know_is_asked_too_and_named() throws SQLException {
        office.execute("create table recall (practice_id text, note text); insert into recall values ('1', 'a'), ('1', 'b'),"
                + " ('2', 'c'); create schema kept; create table kept.treatplan as table treatplan");
        Said said = office.by("practice", "erase", "--practice", "1", "--without-export", "--yes");
        assertThat(said.out()).contains("\nrecall: 2 left\n", "\ntreatplan: 0 left\n", "kept.treatplan: 10 left\n").endsWith(
                "Practice 1 is erased, but not where rows are left or may be: ProcTP does not know those tables.\n");
        assertThat(said.exitCode()).isEqualTo(1);
    }

    @Test
    void a_table_that_its_owner_lets_nobody_read_is_named_and_the_erasing_is_not_taken_for_proved() throws SQLException {
        office.execute("create role plain login password 'plain'");
        office.execute("create database plain owner plain");
        String url = office.database().jdbcUrl().substring(0, office.database().jdbcUrl().lastIndexOf('/') + 1) + "plain";
        Map<String, String> own = Map.of("PROCTP_DATABASE_URL", url, "PROCTP_DATABASE_USER", "plain", "PROCTP_DATABASE_PASSWORD", "plain",
                "PROCTP_KEY_SECRET", "a secret of the tests");
        assertThat(Said.by(own, "practice", "add", "--name", "Plain").exitCode()).isZero();
        try (Connection connection = DriverManager.getConnection(url, office.database().user(), office.database().password());
                Statement statement = connection.createStatement()) {
            statement.execute("create table recall (practice_id bigint)");
        }
        Said said = Said.to("Plain\n", own, "practice", "erase", "--practice", "1", "--without-export");
        assertThat(said.err()).contains("with all of its rows: practice 1, recall not looked at. Type ");
        assertThat(said.out()).contains("\nrecall: not looked at, since this user may not read it\n").endsWith(
                "Practice 1 is erased, but not where rows are left or may be: ProcTP does not know those tables.\n");
        assertThat(said.exitCode()).isEqualTo(1);
    }

    @Test
    void a_table_that_keeps_the_practice_from_going_is_named_and_nothing_is_erased() throws SQLException {
        office.execute("create table recall (practice_id bigint references practice); insert into recall values (1)");
        Said said = office.by("practice", "erase", "--practice", "1", "--without-export", "--yes");
        assertThat(said.err()).isEqualTo("Practice 1 is named by rows of a table that this ProcTP does not know, recall, so nothing of it was"
                + " removed: remove those first. Its keys stay disabled: key enable lets them work again.\n");
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(count(ONE)).containsEntry("treatplan", 10L).containsEntry("practice", 1L);
    }

    private static Map<String, Long> count(PracticeNum practice) {
        return office.office().practices().count(practice);
    }
}
