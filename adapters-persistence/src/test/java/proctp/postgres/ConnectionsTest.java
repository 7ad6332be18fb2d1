package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Consumer;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import proctp.application.Page;
import proctp.application.port.ProcTPGuard;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;

/** The connections that an office works with, when things go wrong. */
class ConnectionsTest {

    private static final int MANY = 50;

    private PostgresSettings settings;
    private HikariDataSource pool;
    private PostgresOffice office;

    @BeforeEach
    void openAnOfficeWithOneConnection() {
        settings = ThrowAwayPostgres.NEWEST.migratedDatabase();
        reopen(config -> { });
        SampleOn.filled(office, settings);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private void reopen(Consumer<HikariConfig> vary) {
        if (office != null) {
            office.close();
        }
        HikariConfig config = Connections.pool(settings, true);
        config.setMaximumPoolSize(1);
        vary.accept(config);
        pool = new HikariDataSource(config);
        office = SampleOn.on(pool);
    }

    @Test
    void a_connection_comes_back_clean_after_every_kind_of_failure() {
        for (int i = 0; i < MANY; i++) {
            assertThatThrownBy(() -> edit(1001, SampleOn.RULE)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> edit(4711, SampleOn.RULE)).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> edit(976, (plan, row) -> {
                throw new IllegalStateException("a bug");
            })).hasMessage("a bug");
            assertThatThrownBy(() -> edit(976, (plan, row) -> {
                throw new AssertionError("a worse bug");
            })).hasMessage("a worse bug");
            assertThatThrownBy(() -> edit(1001, (plan, row) -> { })).isInstanceOf(DataAccessException.class);
        }

        assertThat(edit(976, SampleOn.RULE)).isEqualTo("changed");
        assertThat(office.procTPs().list(SampleOn.CALLER, new TreatPlanNum(963), new Page(1, 0)))
                .singleElement().satisfies(row -> assertThat(row.descript()).isEqualTo("changed"));
        assertThat(pool.getHikariPoolMXBean().getIdleConnections()).isEqualTo(1);
    }

    @Test
    void the_isolation_is_read_committed_whatever_the_servers_default() {
        ThrowAwayPostgres.execute(pool, "do $$ begin execute format('alter database %I set"
                + " default_transaction_isolation = serializable', current_database()); end $$");
        reopen(config -> { });

        Database database = SampleOn.database(pool);

        assertThat(database.<String>change(sql -> sql.fetchValue("show transaction_isolation").toString()))
                .isEqualTo("read committed");
        assertThat(database.<String>ask(sql -> sql.fetchValue("show transaction_isolation").toString()))
                .isEqualTo("read committed");
    }

    @Test
    void a_call_that_gets_no_connection_is_told_to_come_again() {
        reopen(config -> config.setConnectionTimeout(250));

        office.procTPs().edit(SampleOn.CALLER, new ProcTPNum(976), SampleOn.descript("changed"), (plan, row) -> {
            assertUnavailable(() -> office.procTPs().list(SampleOn.CALLER, new TreatPlanNum(963), new Page(1, 0)));
            assertUnavailable(() -> edit(977, SampleOn.RULE));
        });
    }

    @Test
    void a_call_whose_connection_is_cut_is_told_to_come_again_and_the_next_one_works() {
        assertUnavailable(() -> edit(976, (plan, row) -> {
            cutAllConnections();
            row.get();
        }));

        assertNothingWasDone();
    }

    /** It may just as well be cut when that has been answered: who waits for the answer cannot tell. */
    @Test
    void a_change_whose_connection_is_cut_before_its_last_message_is_of_unknown_outcome_and_the_next_call_works() {
        assertRefused(Refusal.Kind.OUTCOME_UNKNOWN, () -> edit(976, (plan, row) -> cutAllConnections()));

        assertNothingWasDone();
    }

    @Test
    void a_call_that_the_network_does_not_answer_is_told_to_come_again() {
        reopen(config -> config.addDataSourceProperty("socketTimeout", "1"));

        assertUnavailable(() -> SampleOn.database(pool).ask(sql -> sql.fetch("select pg_sleep(5)")));
    }

    @Test
    void a_failure_of_another_kind_is_no_refusal_and_quotes_no_row() {
        assertThatThrownBy(() -> SampleOn.database(pool).change(sql -> {
            Policy.name(SampleOn.CALLER.practice(), sql);
            return sql.execute("insert into proctp select (jsonb_populate_record(p, '{\"itemorder\": -1}')).* from proctp p");
        }))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("proctp_itemorder_check")
                .hasMessageNotContaining("resin-based");
    }

    private String edit(long num, ProcTPGuard guard) {
        return office.procTPs().edit(SampleOn.CALLER, new ProcTPNum(num), SampleOn.descript("changed"), guard).descript();
    }

    private void cutAllConnections() {
        try (HikariDataSource other = new HikariDataSource(Connections.pool(ThrowAwayPostgres.as(ThrowAwayPostgres.SUPERUSER, settings), true))) {
            ThrowAwayPostgres.execute(other, "select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in%'");
        }
    }

    private void assertNothingWasDone() {
        assertThat(office.procTPs().list(SampleOn.CALLER, new TreatPlanNum(963), new Page(1, 0)))
                .singleElement().satisfies(row -> assertThat(row.descript()).isNotEqualTo("changed"));
    }

    private static void assertUnavailable(Runnable call) {
        assertRefused(Refusal.Kind.UNAVAILABLE, call);
    }

    private static void assertRefused(Refusal.Kind kind, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }
}
