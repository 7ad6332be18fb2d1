package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;
import proctp.domain.Refusal;

/** A change whose last statement and commit are one message to a real server. */
@ParameterizedClass
@EnumSource(ThrowAwayPostgres.class)
class ChangeAtLastTest {

    @Parameter
    private ThrowAwayPostgres version;

    private HikariDataSource pool;
    private Database database;
    private final AtomicInteger tries = new AtomicInteger();

    @BeforeEach
    void openADatabase() {
        pool = new HikariDataSource(Connections.pool(version.anyDatabase(), true));
        database = SampleOn.database(pool);
        ThrowAwayPostgres.execute(pool, """
                create table done (id integer unique deferrable initially deferred, check (id < 100));
                create sequence tried;
                create function at_the_third_try(id integer) returns integer language plpgsql as $$
                begin
                    if nextval('tried') < 3 then
                        raise exception 'planted' using errcode = '40001';
                    end if;
                    return id;
                end $$;
                create function broken() returns integer language plpgsql as $$
                begin
                    raise exception 'planted' using errcode = 'XX001';
                end $$""");
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void it_is_made_with_all_that_came_before_and_its_row_is_told() {
        for (int i = 1; i <= 10; i++) {
            // also when the server keeps the statements
            assertThat(change("insert into done values ($id) returning id", 10 + i)).contains(10 + i);
        }

        assertThat(done()).isEqualTo(20);
        assertThat(session("select count(*) from pg_prepared_statements where lower(trim(statement)) = 'commit'")).isEqualTo(1);
    }

    @Test
    void a_row_that_is_not_there_is_not_told() {
        assertThat(change("select id from done where id = $id", 99)).isEmpty();

        assertThat(done()).isEqualTo(1);
    }

    @Test
    void nothing_is_made_when_its_statement_fails() {
        assertThatThrownBy(() -> change("insert into done values ($id) returning id", 100)).isInstanceOf(DataAccessException.class);

        assertThat(done()).isZero();
        assertNobodyHoldsOn();
    }

    @Test
    void nothing_is_made_when_its_commit_fails() {
        assertThatThrownBy(() -> change("insert into done values ($id), ($id) returning id", 2)).isInstanceOf(DataAccessException.class);

        assertThat(done()).isZero();
        assertNobodyHoldsOn();
    }

    @Test
    void what_collides_was_not_made_and_is_tried_again_from_its_beginning() {
        assertThat(change("insert into done values (at_the_third_try($id)) returning id", 2)).contains(2);

        assertThat(tries).hasValue(3);
        assertThat(done()).isEqualTo(2);
    }

    @Test
    void its_outcome_is_unknown_when_the_server_ends_the_session() {
        assertThatThrownBy(() -> change("insert into done select $id from pg_terminate_backend(pg_backend_pid()) returning id", 2))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OUTCOME_UNKNOWN));

        assertThat(done()).isZero();
    }

    @Test
    void what_was_answered_is_neither_refused_nor_made_again_when_the_answer_cannot_be_read() {
        assertThatThrownBy(() -> change("insert into done values ($id) returning id", 2, row -> {
            throw new SQLException("planted", "40001");
        })).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OUTCOME_UNKNOWN));

        assertThat(tries).hasValue(1);
        assertThat(done()).isEqualTo(2);
        assertNobodyHoldsOn();
    }

    @Test
    void what_was_answered_is_not_told_as_undone_when_its_row_makes_no_sense() {
        assertThatThrownBy(() -> change("insert into done values ($id) returning id", 2, row -> {
            throw new IllegalArgumentException("planted");
        })).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OUTCOME_UNKNOWN));

        assertThat(done()).isEqualTo(2);
    }

    /** Such a state can also be that of a server that is lost; here it has said itself that nothing was made. */
    @Test
    void its_outcome_is_known_when_the_server_says_that_it_has_failed() {
        assertThatThrownBy(() -> change("insert into done values ($id + broken()) returning id", 2))
                .isInstanceOf(DataAccessException.class);

        assertThat(done()).isZero();
        assertNobodyHoldsOn();
    }

    private Optional<Integer> change(String sql, int id) {
        return change(sql, id, row -> row.getInt(1));
    }

    private <T> Optional<T> change(String sql, int id, Rows.Reader<T> reader) {
        return database.changeAtLast(connection -> {
            connection.createStatement().execute("insert into done values (" + -tries.incrementAndGet() + ")");
            return new LastStatement<>(LastStatement.Text.of(sql), Map.of("id", id), reader);
        });
    }

    private int done() {
        return session("select count(*) from done");
    }

    private void assertNobodyHoldsOn() {
        assertThat(session("select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in%'")).isZero();
    }

    private int session(String query) {
        return database.ask(sql -> ((Number) sql.fetchValue(query)).intValue());
    }
}
