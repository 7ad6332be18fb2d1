package proctp.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.domain.Refusal;

/** A pool whose connections are all in use. */
class FullPoolTest {

    private HikariDataSource pool;
    private PostgresOffice office;
    private Database database;

    @BeforeEach
    void openAPoolOfOne() {
        HikariConfig config = Connections.pool(ThrowAwayPostgres.NEWEST.anyDatabase(), true);
        config.setMaximumPoolSize(1);
        pool = new HikariDataSource(config);
        office = SampleOn.on(pool);
        database = SampleOn.database(pool);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void a_call_waits_for_its_turn_and_then_is_told_that_it_is_busy() {
        database.change(holder -> {
            long start = System.nanoTime();
            assertBusy(database);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(5));
            return null;
        });
        assertThat(database.<Object>ask(sql -> sql.fetchValue("select 1"))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    void one_too_many_in_the_queue_is_refused_at_once(int waiting) throws Exception {
        Database queued = new Database(SampleOn.queue(pool, pool, waiting));
        ExecutorService callers = Executors.newCachedThreadPool();
        var calls = database.<List<Future<Object>>>change(holder -> {
            var submitted = IntStream.range(0, waiting)
                    .mapToObj(i -> callers.submit(() -> queued.<Object>ask(sql -> sql.fetchValue("select 1")))).toList();
            awaitWaiting(waiting);

            long start = System.nanoTime();
            assertBusy(queued);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            return submitted;
        });

        for (Future<Object> call : calls) {
            assertThat(call.get(10, SECONDS)).isEqualTo(1);
        }
        callers.shutdown();
    }

    @Test
    void a_probe_tells_of_it_in_time_and_of_its_end() {
        assertThat(office.probe().trouble()).isEmpty();
        database.change(holder -> {
            long start = System.nanoTime();
            assertThat(office.probe().trouble()).contains("The database has not answered within 2 seconds: 1 of 1 connections"
                    + " are in use and 1 calls wait for one.");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
            return null;
        });

        assertThat(office.probe().trouble()).isEmpty();
    }

    @Test
    void a_probe_tells_that_the_server_takes_no_changes() {
        ThrowAwayPostgres.execute(pool, "do $$ begin execute format('alter database %I set default_transaction_read_only = on',"
                + " current_database()); end $$");
        pool.getHikariPoolMXBean().softEvictConnections();

        assertThat(office.probe().trouble()).contains("The database is read-only.");
    }

    private static void assertBusy(Database full) {
        assertThatThrownBy(() -> full.ask(sql -> sql.fetchValue("select 1")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
                    assertThat(refusal.sentence()).isEqualTo(Hindrance.BUSY.refusal().sentence());
                });
    }

    private void awaitWaiting(int calls) {
        long end = System.nanoTime() + SECONDS.toNanos(2);
        while (pool.getHikariPoolMXBean().getThreadsAwaitingConnection() < calls) {
            assertThat(System.nanoTime()).as("time").isLessThan(end);
            LockSupport.parkNanos(SECONDS.toNanos(1) / 200);
        }
    }
}
