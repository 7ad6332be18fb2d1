package proctp.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import proctp.domain.Refusal;

/** A real database that does not do what it is asked, but may soon. */
class HinderedDatabaseTest {

    private PostgresSettings settings;
    private HikariDataSource pool;
    private Database database;

    @BeforeEach
    void openADatabase() {
        settings = ThrowAwayPostgres.NEWEST.anyDatabase();
        pool = new HikariDataSource(Connections.pool(settings, true));
        database = SampleOn.database(pool);
        ThrowAwayPostgres.execute(pool, "create table counter as select n id, 0 count from generate_series(1, 2) n");
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void who_waits_too_long_for_a_lock_is_told_that_it_is_busy() {
        database.change(holder -> {
            increment(holder, 1);
            assertRefused(Hindrance.BUSY, () -> database.change(sql -> {
                sql.execute("set local lock_timeout = '50ms'");
                return increment(sql, 1);
            }));
            return null;
        });
    }

    @Test
    void a_statement_that_takes_too_long_is_told_that_it_is_busy() {
        assertRefused(Hindrance.BUSY, () -> database.change(sql -> {
            sql.execute("set local statement_timeout = '50ms'");
            return sql.execute("select pg_sleep(5)");
        }));
    }

    @Test
    void who_pauses_too_long_within_a_transaction_is_told_that_it_is_busy() {
        assertRefused(Hindrance.BUSY, () -> database.change(sql -> {
            sql.execute("set local idle_in_transaction_session_timeout = '10ms'");
            awaitEndOf(number(sql, "select pg_backend_pid()"));
            return increment(sql, 1);
        }));
        assertThat(count(1)).isZero();
    }

    @Test
    void a_role_without_a_free_connection_is_told_that_it_is_busy() {
        ThrowAwayPostgres.execute(pool, "do $$ begin drop role if exists nobody_in; create role nobody_in login connection limit 0; end $$");
        HikariConfig config = Connections.pool(settings, true);
        config.setUsername("nobody_in");
        try (HikariDataSource full = new HikariDataSource(config)) {
            assertRefused(Hindrance.BUSY, () -> SampleOn.database(full).ask(sql -> sql.fetchValue("select 1")));
        }
    }

    @Test
    void a_read_only_server_refuses_changes_and_is_left_for_one_that_takes_them() {
        setDatabase("set default_transaction_read_only = on");
        HikariConfig config = Connections.pool(settings, true);
        config.setMaximumPoolSize(1);
        try (HikariDataSource readers = new HikariDataSource(config)) {
            Database demoted = SampleOn.database(readers);
            assertThat(demoted.<Integer>ask(sql -> number(sql, "select count from counter where id = 1"))).isZero();
            setDatabase("reset default_transaction_read_only");

            assertRefused(Hindrance.READ_ONLY, () -> demoted.change(sql -> increment(sql, 1)));

            // the session from before goes on refusing, so this passes only on a new one
            assertThat(demoted.<Integer>change(sql -> increment(sql, 1))).isEqualTo(1);
        }
    }

    @Test
    void two_changes_that_lock_each_other_are_both_made() throws Exception {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger tries = new AtomicInteger();

        var one = Threads.start(() -> crossing(1, 2, bothHoldOne, tries));
        var other = Threads.start(() -> crossing(2, 1, bothHoldOne, tries));
        one.get(20, SECONDS);
        other.get(20, SECONDS);

        assertThat(tries).hasValue(3);
        assertThat(count(1)).isEqualTo(2);
        assertThat(count(2)).isEqualTo(2);
    }

    private void crossing(int first, int second, CyclicBarrier bothHoldOne, AtomicInteger tries) {
        AtomicInteger own = new AtomicInteger();
        database.change(sql -> {
            tries.incrementAndGet();
            increment(sql, first);
            if (own.incrementAndGet() == 1) {
                await(bothHoldOne);
            }
            return increment(sql, second);
        });
    }

    @Test
    void a_change_that_collides_three_times_is_made_once() {
        AtomicInteger tries = new AtomicInteger();

        database.change(sql -> {
            int count = increment(sql, 1);
            if (tries.incrementAndGet() < 4) {
                sql.execute("do $$ begin raise exception 'planted' using errcode = '40001'; end $$");
            }
            return count;
        });

        assertThat(tries).hasValue(4);
        assertThat(count(1)).isEqualTo(1);
    }

    @Test
    void a_change_that_collides_always_is_refused_in_the_end() {
        AtomicInteger tries = new AtomicInteger();

        assertRefused(Hindrance.COLLISION, () -> database.change(sql -> {
            tries.incrementAndGet();
            increment(sql, 1);
            return sql.execute("do $$ begin raise exception 'planted' using errcode = '40001'; end $$");
        }));

        assertThat(tries).hasValue(4);
        assertThat(count(1)).isZero();
    }

    @Test
    void what_collides_at_its_commit_was_not_made_and_is_tried_again() throws Exception {
        CountDownLatch tried = new CountDownLatch(2);

        int made = database.change(sql -> {
            sql.execute("set transaction isolation level serializable");
            int seen = number(sql, "select sum(count) from counter");
            if (tried.getCount() == 2) {
                // this one reads what the outer one writes, and the outer one has read what this one writes
                database.change(inner -> {
                    inner.execute("set transaction isolation level serializable");
                    inner.fetchValue("select sum(count) from counter");
                    return increment(inner, 2);
                });
            }
            tried.countDown();
            increment(sql, 1);
            return seen;
        });

        assertThat(tried.getCount()).isZero();
        assertThat(made).isEqualTo(1);
        assertThat(count(1)).isEqualTo(1);
    }

    private static int increment(DSLContext sql, int id) {
        return number(sql, "update counter set count = count + 1 where id = " + id + " returning count");
    }

    private static int number(DSLContext sql, String query) {
        return ((Number) sql.fetchValue(query)).intValue();
    }

    private int count(int id) {
        return database.ask(sql -> number(sql, "select count from counter where id = " + id));
    }

    private void setDatabase(String setting) {
        // on a session that is not read-only yet
        database.ask(sql -> sql.execute("do $$ begin execute format('alter database %I " + setting + "', current_database()); end $$"));
    }

    private void awaitEndOf(int process) {
        database.ask(sql -> {
            while (number(sql, "select count(*) from pg_stat_activity where pid = " + process) > 0) {
                Thread.onSpinWait();
            }
            return null;
        });
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, SECONDS);
        } catch (Exception missing) {
            throw new AssertionError(missing);
        }
    }

    private static void assertRefused(Hindrance hindrance, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
            assertThat(refusal.sentence()).isEqualTo(hindrance.refusal().sentence());
        });
    }
}
