package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import proctp.domain.Refusal;

/** A change whose commit, or whose way back, does not go as it should. */
class OutcomeOfAChangeTest {

    private HikariDataSource pool;

    @BeforeEach
    void openADatabase() {
        pool = new HikariDataSource(Connections.pool(ThrowAwayPostgres.NEWEST.anyDatabase(), true));
        ThrowAwayPostgres.execute(pool, "create table change (id integer)");
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void it_is_unknown_when_the_answer_to_the_commit_gets_lost() {
        assertRefused(Refusal.Kind.OUTCOME_UNKNOWN, () -> insert(failing("commit", true, "08006")));

        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void it_is_unknown_when_the_commit_gets_lost_and_then_nothing_was_done() {
        assertRefused(Refusal.Kind.OUTCOME_UNKNOWN, () -> insert(failing("commit", false, "57P01")));

        assertThat(changes()).isZero();
    }

    @Test
    void it_is_known_when_the_server_refuses_the_commit() {
        assertRefused(Refusal.Kind.UNAVAILABLE, () -> insert(failing("commit", false, "53100")));
        assertThatThrownBy(() -> insert(failing("commit", false, "23505"))).isInstanceOf(DataAccessException.class);

        assertThat(changes()).isZero();
    }

    @Test
    void a_constraint_that_is_checked_at_the_commit_is_a_bug_and_not_an_outage() {
        ThrowAwayPostgres.execute(pool, "alter table change add unique (id) deferrable initially deferred");
        insert(pool);

        assertThatThrownBy(() -> insert(pool)).isInstanceOf(DataAccessException.class);

        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void a_change_that_is_stored_is_done_also_when_its_connection_cannot_be_given_back() {
        insert(failing("close", true, "08006"));

        assertThat(changes()).isEqualTo(1);
    }

    @Test
    void nothing_stays_of_a_change_that_cannot_be_rolled_back() {
        DataSource stuck = failing("rollback", false, "XX000");

        assertThatThrownBy(() -> SampleOn.database(pool, stuck).change(sql -> {
            sql.execute("insert into change values (1)");
            throw new IllegalStateException("a bug");
        })).hasMessage("a bug");

        assertThat(changes()).isZero();
    }

    @Test
    void a_connection_that_cannot_begin_has_done_nothing() {
        assertRefused(Refusal.Kind.UNAVAILABLE, () -> insert(failing("setAutoCommit", false, "08006")));

        assertThat(changes()).isZero();
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    private void insert(DataSource door) {
        SampleOn.database(pool, door).change(sql -> sql.execute("insert into change values (1)"));
    }

    private int changes() {
        return SampleOn.database(pool).ask(sql -> sql.fetchCount(sql.selectFrom("change")));
    }

    private DataSource failing(String method, boolean afterwards, String state) {
        return FailingDoor.into(pool, method, afterwards, state);
    }

    private static void assertRefused(Refusal.Kind kind, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.kind()).isEqualTo(kind));
    }
}
