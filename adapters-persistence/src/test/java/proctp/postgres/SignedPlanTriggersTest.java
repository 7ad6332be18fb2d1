package proctp.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever comes past the code, with plain SQL, still cannot change the rows of a plan that the patient has signed. */
@ParameterizedClass
@EnumSource(ThrowAwayPostgres.class)
class SignedPlanTriggersTest {

    private static final String INSERT = "insert into proctp (practice_id, proctpnum, treatplannum, patnum, itemorder,"
            + " secdatetedit) values (1, 9001, 970, 731, 9, now())";

    private final HikariDataSource database;

    SignedPlanTriggersTest(ThrowAwayPostgres version) {
        this.database = version.emptiedOffice();
        SampleOn.filled(SampleOn.on(database), version);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        INSERT,
        "update proctp set descript = 'forged' where practice_id = 1 and proctpnum = 1001",
        "update proctp set descript = 'forged'",
        "update proctp set treatplannum = 963 where practice_id = 1 and proctpnum = 1001",
        "update proctp set treatplannum = 970 where practice_id = 1 and proctpnum = 976",
        "delete from proctp where practice_id = 1 and proctpnum = 1001",
        "delete from proctp where practice_id = 1",
        "update treatplan set note = 'forged' where practice_id = 1 and treatplannum = 970",
        "update treatplan set datetp = null where practice_id = 1 and treatplannum = 970",
        "update treatplan set datetp = '2026-01-01' where practice_id = 1",
        "update treatplan set note = 'forged', signature = 'another' where practice_id = 1 and treatplannum = 970",
        "delete from treatplan where practice_id = 1 and treatplannum = 970",
        "update treatplan set signeddigest = '' where practice_id = 1 and treatplannum = 970",
        "update treatplan set signeddigest = decode(repeat('00', 32), 'hex') where practice_id = 1 and treatplannum = 970",
        "update treatplan set tpstatus = 'Active' where practice_id = 1 and treatplannum = 970",
        "update treatplan set patnum = 1 where practice_id = 1 and treatplannum = 970",
        "update treatplan set practice_id = 2, treatplannum = 1234 where practice_id = 1 and treatplannum = 970",
        "truncate proctp",
        "truncate treatplan cascade",
        "truncate practice cascade"
    })
    void U2_under_a_signed_plan_a_change_is_refused_and_nothing_changes(String change) throws SQLException {
        String before = rows();

        assertThatThrownBy(() -> execute(change)).isInstanceOfSatisfying(SQLException.class, refusal ->
                assertThat(refusal.getSQLState()).isEqualTo("TP001"));

        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "insert into proctp (practice_id, proctpnum, treatplannum, patnum, itemorder, secdatetedit)"
                + " values (1, 9001, 963, 722, 9, now()), (1, 9002, 971, 732, 9, now())",
        "update proctp set descript = 'changed' where practice_id = 1 and proctpnum = 976",
        "update proctp set treatplannum = 964 where practice_id = 1 and proctpnum = 976",
        "update proctp set descript = 'nobody' where proctpnum = 4711",
        "update proctp set descript = 'changed' where practice_id = 1 and treatplannum in (971, 963, 990)",
        "delete from proctp where practice_id = 1 and treatplannum = 971",
        "update treatplan set note = 'changed', datetp = null where practice_id = 1 and treatplannum in (971, 963)",
        "update treatplan set heading = 'changed', signaturetext = 'changed' where practice_id = 1 and treatplannum = 970",
        "update treatplan set note = note, datetp = datetp where practice_id = 1",
        "update treatplan set signature = '', signeddigest = '', note = 'cleared' where practice_id = 1 and treatplannum = 970",
        "update treatplan set signature = 'again', signeddigest = decode(repeat('00', 32), 'hex') where treatplannum = 970",
        "delete from treatplan where practice_id = 1 and treatplannum = 972"
    })
    void U2_under_an_unsigned_plan_a_change_passes(String change) throws SQLException {
        execute(change);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "insert into proctp (practice_id, proctpnum, treatplannum, patnum, itemorder, secdatetedit)"
                + " values (1, 9001, 963, 722, 9, now())",
        "update proctp set descript = 'late' where practice_id = 1 and proctpnum = 976",
        "delete from proctp where practice_id = 1 and proctpnum = 976"
    })
    void U3_a_change_that_meets_a_signing_under_way_waits_for_it_and_is_refused(String change) throws Exception {
        try (Connection signer = ThrowAwayPostgres.behind(database)) {
            signer.setAutoCommit(false);
            signer.createStatement().execute(
                    "update treatplan set signature = 'x' where practice_id = 1 and treatplannum = 963");
            var late = Threads.start(() -> stateOf(change));
            ThrowAwayPostgres.awaitWaiting(database);

            signer.commit();

            assertThat(late.get(10, SECONDS)).isEqualTo("TP001");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update proctp set descript = 'in time' where practice_id = 1 and proctpnum = 976",
        "delete from proctp where practice_id = 1 and proctpnum = 976"
    })
    void U3_a_signing_waits_for_a_change_under_way(String change) throws Exception {
        try (Connection editor = ThrowAwayPostgres.behind(database)) {
            editor.setAutoCommit(false);
            editor.createStatement().execute(change);
            var signing = Threads.start(() -> stateOf(
                    "update treatplan set signature = 'x' where practice_id = 1 and treatplannum = 963"));
            ThrowAwayPostgres.awaitWaiting(database);

            editor.commit();

            assertThat(signing.get(10, SECONDS)).isEmpty();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = ThrowAwayPostgres.behind(database)) {
            connection.createStatement().execute(sql);
        }
    }

    /** The state of the error that the statement ends with, none if it passes. */
    private String stateOf(String sql) {
        try {
            execute(sql);
            return "";
        } catch (SQLException refusal) {
            return refusal.getSQLState();
        }
    }

    private String rows() throws SQLException {
        try (Connection connection = ThrowAwayPostgres.behind(database);
             var rows = connection.createStatement().executeQuery(
                     "select md5(string_agg(p::text, '|' order by practice_id, proctpnum)) from proctp p")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
