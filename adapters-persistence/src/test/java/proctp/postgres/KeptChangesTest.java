package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.Change;
import proctp.application.ChangeFilter;
import proctp.domain.DefNum;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;

/** What has happened stays as it was written down, whoever comes with plain SQL. */
@ParameterizedClass
@EnumSource(ThrowAwayPostgres.class)
class KeptChangesTest {

    private static final String FORGETTING = "select set_config('proctp.forgetting', '1', true); ";

    private final HikariDataSource database;
    private final PostgresOffice office;

    KeptChangesTest(ThrowAwayPostgres version) {
        this.database = version.emptiedOffice();
        this.office = SampleOn.filled(SampleOn.on(database), version);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update change set requestid = 'forged' where practice_id = 1 and changenum = 1",
        "update change set after = after where practice_id = 1",
        "update change set changenum = changenum + 1000",
        "delete from change where practice_id = 1 and changenum = 1",
        "delete from change",
        "truncate change",
        "truncate practice, change cascade",
        FORGETTING + "update change set requestid = 'forged' where practice_id = 1",
        FORGETTING + "truncate change",
        FORGETTING + "delete from change where practice_id = 2",
        FORGETTING + "delete from change where practice_id = 1 or practice_id = 2 and changenum = 1",
        "select set_config('proctp.forgetting', '', true); delete from change where practice_id = 1",
        // set by a transaction that has ended
        FORGETTING + "commit; delete from change where practice_id = 1",
        "insert into change select practice_id, changenum, now(), 'Created', 0, '', '', '', proctpnum, treatplannum, patnum, null, after"
                + " from change where practice_id = 1 and changenum = 1",
        "merge into change using practice on change.practice_id = practice.practice_id when matched then delete"
    })
    void X5_an_entry_is_neither_changed_nor_taken_out(String change) throws SQLException {
        String before = entries();

        assertThatThrownBy(() -> execute(change)).isInstanceOfSatisfying(SQLException.class, refusal ->
                assertThat(refusal.getSQLState()).isIn("TP001", "TP002", "23505"));

        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void X5_who_serves_but_does_not_own_the_table_cannot_forget_even_where_it_may_delete() throws SQLException {
        String before = entries();
        try (Connection connection = ThrowAwayPostgres.behind(database)) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("create role server; grant select, insert, update, delete on change to server;"
                    + " set local role server; select set_config('proctp.practice', '1', true); " + FORGETTING);

            assertThatThrownBy(() -> connection.createStatement().execute("delete from change where practice_id = 1"))
                    .isInstanceOfSatisfying(SQLException.class, refusal -> assertThat(refusal.getSQLState()).isEqualTo("TP002"));

            connection.rollback();
        }
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void X5_the_owner_forgets_what_it_says_for_that_practice_and_that_transaction() throws SQLException {
        execute(FORGETTING + "delete from change where practice_id = 1 and changenum < 4");

        assertThat(office.changes().list(SampleOn.CALLER, ChangeFilter.ALL, 2)).extracting(Change::num).containsExactly(4L, 5L);
        assertThatThrownBy(() -> execute("delete from change where practice_id = 1 and changenum = 4"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void X5_an_entry_shows_a_priority_by_the_name_that_it_had_then() {
        edit(ProcTPEdit.builder().priority(new DefNum(1)));
        ThrowAwayPostgres.execute(database, "update definition set itemname = 'Urgent' where practice_id = 1 and defnum = 1");
        edit(ProcTPEdit.builder().surf("B"));
        ThrowAwayPostgres.execute(database, "delete from definition where practice_id = 1 and defnum = 1");
        edit(ProcTPEdit.builder().priority(new DefNum(2)));

        List<Change> entries = office.changes().list(SampleOn.CALLER, ChangeFilter.ALL, 1_000);
        assertThat(entries.subList(entries.size() - 3, entries.size()))
                .extracting(change -> change.procTP().before().orElseThrow().priority().itemName(),
                        change -> change.procTP().after().orElseThrow().priority().itemName())
                .hasToString("[(\"\", \"High\"), (\"Urgent\", \"Urgent\"), (\"\", \"Medium\")]");
    }

    private void edit(ProcTPEdit.Builder edit) {
        office.procTPs().edit(SampleOn.CALLER, new ProcTPNum(976), edit.build(any -> true), SampleOn.RULE);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = ThrowAwayPostgres.behind(database)) {
            connection.createStatement().execute(sql);
        }
    }

    private String entries() throws SQLException {
        try (Connection connection = ThrowAwayPostgres.behind(database);
             ResultSet rows = connection.createStatement().executeQuery(
                     "select count(*) || md5(string_agg(change::text, '|' order by practice_id, changenum)) from change")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
