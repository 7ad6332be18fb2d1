package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.port.Practices;
import proctp.application.sample.SampleOffice;

/** What stands in the way of an erasing: the audit trail, which takes only new rows, tables that nobody knows, and others at work. */
@ParameterizedClass
@EnumSource(ThrowAwayPostgres.class)
class PracticeErasureTest {

    private static final String HISTORY = """
            insert into lastchange values (1, 2), (2, 1);
            insert into change (practice_id, changenum, made, action, apikeynum, developername, keyname, requestid, proctpnum,
                                treatplannum, patnum, after)
            values (1, 1, now(), 'Created', 0, '', 'console', '', 0, 963, 722, '{}'),
                   (1, 2, now(), 'Created', 0, '', 'console', '', 976, 963, 722, '{}'),
                   (2, 1, now(), 'Created', 0, '', 'console', '', 0, 963, 8722, '{}');
            """;

    private final HikariDataSource pool;
    private final PostgresOffice office;

    PracticeErasureTest(ThrowAwayPostgres version) {
        pool = version.emptiedOffice();
        SampleOn.filled(SampleOn.on(pool), version);
        office = SampleOn.on(version.console());
    }

    @AfterEach
    void takeAwayWhatWasPlanted() {
        ThrowAwayPostgres.execute(pool, "drop table if exists recall; drop schema if exists closed cascade; set session_replication_role = replica; truncate change");
    }

    @Test
    void the_audit_trail_of_the_practice_goes_and_that_of_the_others_stays() {
        ThrowAwayPostgres.execute(pool, "delete from lastchange; set session_replication_role = replica; delete from change;"
                + " reset session_replication_role;" + HISTORY);
        Map<String, Long> theirs = office.practices().count(SampleOffice.OTHER_PRACTICE);
        assertThat(theirs).containsEntry("change", 1L).containsEntry("lastchange", 1L);
        assertThat(office.practices().count(SampleOffice.PRACTICE)).containsEntry("change", 2L);
        assertThat(office.practices().erase(SampleOffice.PRACTICE)).isTrue();
        assertThat(office.practices().count(SampleOffice.PRACTICE).values()).containsOnly(0L);
        assertThat(office.practices().count(SampleOffice.OTHER_PRACTICE)).isEqualTo(theirs);
        assertThatThrownBy(() -> ThrowAwayPostgres.execute(pool, "delete from change where practice_id = 2"))
                .hasRootCauseInstanceOf(SQLException.class).as("the trail is as guarded as before");
    }

    @Test
    void a_table_that_is_not_known_is_counted() {
        ThrowAwayPostgres.execute(pool, "create table recall (practice_id integer, note text); insert into recall values (1), (1), (2);"
                + " alter table recall owner to " + ThrowAwayPostgres.OWNER.user());
        office.practices().erase(SampleOffice.PRACTICE);
        assertThat(office.practices().count(SampleOffice.PRACTICE)).containsEntry("recall", 2L).containsEntry("practice", 0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uuid", "boolean", "date", "integer[]", "jsonb"})
    void a_table_whose_practices_are_of_another_type_has_none_of_this_one(String type) {
        ThrowAwayPostgres.execute(pool, "create table recall (practice_id " + type + "); insert into recall values (null);"
                + " alter table recall owner to " + ThrowAwayPostgres.OWNER.user());
        assertThat(office.practices().count(SampleOffice.PRACTICE)).containsEntry("recall", 0L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"recall", "closed.recall"})
    void a_table_that_the_owner_may_not_read_is_not_looked_at_and_named(String name) {
        ThrowAwayPostgres.execute(pool, "create schema closed; create table " + name + " (practice_id bigint)");
        assertThat(office.practices().erase(SampleOffice.PRACTICE)).isTrue();
        assertThat(office.practices().count(SampleOffice.PRACTICE)).containsEntry(name, Practices.NOT_LOOKED_AT)
                .containsEntry("practice", 0L);
    }

    @Test
    void one_that_refers_to_the_practice_is_named_and_nothing_is_erased() {
        ThrowAwayPostgres.execute(pool, "create table recall (practice_id bigint references practice); insert into recall values (1)");
        Map<String, Long> before = office.practices().count(SampleOffice.PRACTICE);
        assertThatThrownBy(() -> office.practices().erase(SampleOffice.PRACTICE)).isInstanceOf(IllegalStateException.class)
                .hasMessage("Practice 1 is named by rows of a table that this ProcTP does not know, recall, so nothing of it was removed:"
                        + " remove those first.");
        assertThat(office.practices().count(SampleOffice.PRACTICE)).isEqualTo(before);
    }

    /** Who changes a plan takes a number of its practice at the end: with the locks in another order the two would be in a circle. */
    @Test
    void it_meets_a_change_that_is_under_way_in_no_circle() throws Exception {
        try (Connection change = ThrowAwayPostgres.behind(pool)) {
            change.setAutoCommit(false);
            change.createStatement().execute("select from treatplan where practice_id = 1 and treatplannum = 963 for share");
            Future<Boolean> erasing = Threads.start(() -> office.practices().erase(SampleOffice.PRACTICE));
            ThrowAwayPostgres.awaitWaiting(pool);
            change.createStatement().execute("insert into lastchange values (1, 1) on conflict (practice_id)"
                    + " do update set lastchangenum = lastchange.lastchangenum + 1");
            change.commit();
            assertThat(erasing.get(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(office.practices().count(SampleOffice.PRACTICE).values()).containsOnly(0L);
    }
}
