package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import proctp.postgres.PostgresSettings.Login;

/**
 * The database's own line between the practices, for statements that forget the practice. Every table there is is tried, so none that is
 * added later can be forgotten, and so is every role: the one that serves, the owner away from the console, and one that may do
 * anything to every table but owns none.
 */
@ParameterizedClass
@EnumSource(ThrowAwayPostgres.class)
class PoliciesTest {

    private static final Login MIGHTY = new Login("office_mighty", "");
    private static final String NAMED = "select set_config('proctp.practice', '1', false)";

    /** A row of each practice in every table that the sample leaves empty. */
    private static final String MORE = """
            insert into posted (practice_id, apikeynum, idempotencykey, fingerprint, made, day)
            select practice_id, 1, 'a key', sha256('a'), now(), '2026-11-23' from practice;
            insert into lastchange select practice_id, 1 from practice on conflict do nothing;
            insert into change (practice_id, changenum, made, action, apikeynum, developername, keyname, requestid, proctpnum,
                                treatplannum, patnum, after)
            select practice_id, 1, now(), 'Created', 1, '', '', '', 0, 1, 1, '{}' from practice on conflict do nothing;
            """;

    private final HikariDataSource pool;

    PoliciesTest(ThrowAwayPostgres version) {
        pool = version.emptiedOffice();
        SampleOn.filled(SampleOn.on(pool), version);
    }

    @BeforeEach
    void addMore() {
        ThrowAwayPostgres.execute(pool, MORE);
        ThrowAwayPostgres.execute(pool, """
                do $$ begin
                    if to_regrole('%1$s') is null then create role %1$s login; end if;
                end $$;
                grant all on all tables in schema public to %1$s
                """.formatted(MIGHTY.user()));
    }

    @Test
    void A9_every_table_holds_rows_of_several_practices_here() throws SQLException {
        for (String table : tables()) {
            assertThat(practices(ThrowAwayPostgres.SUPERUSER, table, "")).as(table).contains("1", "2");
        }
    }

    @Test
    void A9_where_no_practice_was_named_there_are_no_rows() throws SQLException {
        for (Login login : List.of(ThrowAwayPostgres.SERVICE, ThrowAwayPostgres.OWNER, MIGHTY)) {
            for (String table : tables()) {
                assertThat(practices(login, table, "")).as(login.user() + " " + table).isEmpty();
            }
        }
    }

    @Test
    void A9_a_statement_that_forgets_the_practice_sees_only_the_one_that_its_transaction_named() throws SQLException {
        for (Login login : List.of(ThrowAwayPostgres.SERVICE, ThrowAwayPostgres.OWNER, MIGHTY)) {
            for (String table : tables()) {
                assertThat(practices(login, table, NAMED)).as(login.user() + " " + table).containsExactly("1");
            }
        }
    }

    @Test
    void the_owner_sees_all_of_them_at_the_console() throws SQLException {
        for (String table : tables()) {
            assertThat(practices(ThrowAwayPostgres.OWNER, table, Connections.AT_CONSOLE)).as(table).contains("1", "2");
        }
    }

    @Test
    void nobody_else_comes_to_the_console_by_saying_so() throws SQLException {
        for (Login login : List.of(ThrowAwayPostgres.SERVICE, MIGHTY)) {
            for (String table : tables()) {
                assertThat(practices(login, table, Connections.AT_CONSOLE)).as(login.user() + " " + table).isEmpty();
            }
        }
        assertThat(stateOf(ThrowAwayPostgres.SERVICE, "", "set role " + ThrowAwayPostgres.OWNER.user())).isEqualTo("42501");
    }

    @Test
    void A9_nothing_is_put_into_another_practice_or_into_any_when_none_was_named() throws SQLException {
        for (String table : tables()) {
            String insert = "insert into %1$s select (jsonb_populate_record(null::%1$s, '%2$s')).*".formatted(table,
                    row(table).replace("'", "''"));
            assertThat(failureOf(MIGHTY, NAMED, insert)).as(table).contains("violates row-level security policy");
            assertThat(failureOf(MIGHTY, "", insert)).as(table).contains("violates row-level security policy");
        }
    }

    @Test
    void A9_no_row_is_moved_into_another_practice() throws SQLException {
        for (String table : tables()) {
            String move = "update %1$s set practice_id = 2 where ctid = (select min(ctid) from %1$s)".formatted(table);
            assertThat(failureOf(MIGHTY, NAMED, move)).as(table)
                    .containsAnyOf("violates row-level security policy", "the table change only takes new rows");
        }
    }

    @Test
    void A9_no_row_of_another_practice_is_changed_or_removed() throws SQLException {
        for (String table : tables()) {
            for (String named : List.of(NAMED, "")) {
                assertThat(count(MIGHTY, named, "update " + table + " set practice_id = practice_id where practice_id = 2"))
                        .as(table).isZero();
                assertThat(count(MIGHTY, named, "delete from " + table + " where practice_id = 2")).as(table).isZero();
            }
            assertThat(count(MIGHTY, "", "delete from " + table)).as(table).isZero();
        }
    }

    /** What is asked before a practice is known is answered, once, and opens nothing for what comes after it. */
    @Test
    void the_two_questions_about_no_practice_open_nothing_else() throws SQLException {
        try (Connection connection = Connections.one(pool.getJdbcUrl(), ThrowAwayPostgres.OWNER)) {
            connection.setAutoCommit(false);
            assertThat(CatalogueTest.names(connection, "select practice_id from lastchange_of(array[1, 2]) order by 1"))
                    .containsExactly("1", "2");
            assertThat(CatalogueTest.names(connection, "select practice_id from lastchange")).isEmpty();
            assertThat(CatalogueTest.names(connection, "select practice_id from apikey_of(sha256('nobody''s'))")).isEmpty();
            assertThat(CatalogueTest.names(connection, "select practice_id from apikey")).isEmpty();
        }
    }

    /** A table of the caller's own, in the way of the one that is meant. */
    @Test
    void the_two_questions_look_at_the_offices_tables_whatever_their_caller_has_made() throws SQLException {
        try (Connection connection = Connections.one(pool.getJdbcUrl(), ThrowAwayPostgres.SERVICE);
             Statement statement = connection.createStatement()) {
            statement.execute("create temporary table lastchange (practice_id bigint, lastchangenum bigint)");
            assertThat(CatalogueTest.names(connection, "select practice_id from lastchange_of(array[1])")).containsExactly("1");
        }
    }

    private List<String> tables() throws SQLException {
        try (Connection connection = ThrowAwayPostgres.behind(pool)) {
            return CatalogueTest.names(connection, CatalogueTest.TABLES);
        }
    }

    /** Some row of the second practice. */
    private String row(String table) throws SQLException {
        try (Connection connection = ThrowAwayPostgres.behind(pool)) {
            return CatalogueTest.names(connection, "select to_jsonb(t) from " + table + " t where practice_id = 2 limit 1").get(0);
        }
    }

    private List<String> practices(Login login, String table, String before) throws SQLException {
        try (Connection connection = Connections.one(pool.getJdbcUrl(), login); Statement statement = connection.createStatement()) {
            statement.execute(before);
            return CatalogueTest.names(connection, "select distinct practice_id from " + table + " order by 1");
        }
    }

    private int count(Login login, String before, String change) throws SQLException {
        try (Connection connection = Connections.one(pool.getJdbcUrl(), login); Statement statement = connection.createStatement()) {
            statement.execute(before);
            return statement.executeUpdate(change);
        }
    }

    private SQLException failure(Login login, String before, String change) {
        SQLException failure = catchThrowableOfType(SQLException.class, () -> count(login, before, change));
        assertThat((Throwable) failure).as(change).isNotNull();
        return failure;
    }

    private String failureOf(Login login, String before, String change) {
        return failure(login, before, change).getMessage();
    }

    private String stateOf(Login login, String before, String change) {
        return failure(login, before, change).getSQLState();
    }
}
