package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import proctp.contract.ledger.Ledger;
import proctp.contract.ledger.Ledger.Outcome;
import proctp.contract.ledger.Verdict;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;

/** One JDBC call of a request fails: the first, the second, and so on until the request passes untouched. */
@Tag("faults")
@Timeout(120)
class FailingCallTest {

    private static final long FIRST_ROW = 10_000;
    private static final int ROWS = 1_000;
    private static final String PLAN = """
            insert into treatplan (practice_id, treatplannum, patnum, tpstatus, secdatetedit)
            values (1, 10000, 1, 'Saved', now())
            """;
    private static final String ROWS_OF_PLAN = """
            insert into proctp (practice_id, proctpnum, treatplannum, patnum, itemorder, priority, descript, secdatetedit)
            select 1, 10000 + n, 10000, 1, n, 0, 'as it was', now() from generate_series(0, %d) n
            """.formatted(ROWS - 1);

    private final HikariDataSource pool = ThrowAwayPostgres.NEWEST.emptiedOffice();

    /** A change of one row. */
    private interface Change {
        void of(ProcTPNum row);
    }

    @ParameterizedTest
    @CsvSource({
        "BEFORE, 08006", "AFTER, 08006", // the connection breaks
        "BEFORE, 57P01", "AFTER, 57P01", // the server shuts down
        "BEFORE, 40001", // another transaction was in the way; never said of one that was committed
        "BEFORE, XX000", "AFTER, XX000"}) // whatever nobody thought of
    void whoever_changes_a_row_is_told_the_truth(FaultyJdbc.Moment moment, String sqlState) throws SQLException {
        FaultyJdbc jdbc = new FaultyJdbc(pool);

        verdictOnEdits(jdbc, moment, sqlState).assertTrue();
        verdictOnDeletes(jdbc, moment, sqlState).assertTrue();
    }

    /** The control: a server says no to what it has stored, so that a change is there although it was refused, and the ledger sees it. */
    @Test
    void a_change_that_is_made_and_refused_is_found_out() throws SQLException {
        FaultyJdbc jdbc = new FaultyJdbc(pool);

        assertThat(verdictOnEdits(jdbc, FaultyJdbc.Moment.AFTER, "53100").ghosts()).isNotEmpty();
        assertThat(verdictOnDeletes(jdbc, FaultyJdbc.Moment.AFTER, "53100").ghosts()).isNotEmpty();
    }

    private Verdict verdictOnEdits(FaultyJdbc jdbc, FaultyJdbc.Moment moment, String sqlState) throws SQLException {
        PostgresOffice office = SampleOn.on(pool, jdbc.wayIn(), SampleOn.CLOCK);
        return verdict(jdbc, moment, sqlState, Optional.of("token"), row -> office.procTPs().edit(SampleOn.CALLER, row,
                SampleOn.descript("token"), SampleOn.RULE));
    }

    private Verdict verdictOnDeletes(FaultyJdbc jdbc, FaultyJdbc.Moment moment, String sqlState) throws SQLException {
        PostgresOffice office = SampleOn.on(pool, jdbc.wayIn(), SampleOn.CLOCK);
        return verdict(jdbc, moment, sqlState, Optional.empty(), row -> office.procTPs().delete(SampleOn.CALLER, row,
                SampleOn.RULE));
    }

    private Verdict verdict(FaultyJdbc jdbc, FaultyJdbc.Moment moment, String sqlState, Optional<String> wanted,
                            Change change) throws SQLException {
        fill();
        Ledger ledger = new Ledger(rows());
        int call = 0;
        do {
            call++;
            jdbc.failOn(call, moment, sqlState);
            long row = FIRST_ROW + call - 1;
            ledger.note(row, wanted, outcome(() -> change.of(new ProcTPNum(row))));
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).as("leaked by call %d", call).isZero();
        } while (jdbc.hasFailed());
        assertThat(call).as("calls of one request").isBetween(8, ROWS);
        assertNobodyHoldsOn();
        Verdict verdict = ledger.judge(rows());
        System.out.printf("%s of call 1 to %d fails %s with %s: %s%n", wanted.isPresent() ? "edit:" : "delete:", call - 1,
                moment, sqlState, verdict);
        assertThat(verdict.acknowledged()).isPositive();
        return verdict;
    }

    private static Outcome outcome(Runnable change) {
        try {
            change.run();
            return Outcome.ACKNOWLEDGED;
        } catch (Refusal refusal) {
            return refusal.kind() == Refusal.Kind.OUTCOME_UNKNOWN ? Outcome.UNKNOWN : Outcome.REFUSED;
        } catch (RuntimeException bug) {
            // a client gets 500, which promises nothing
            return Outcome.UNKNOWN;
        }
    }

    private void fill() {
        HikariDataSource office = ThrowAwayPostgres.NEWEST.emptiedOffice();
        SampleOn.filled(SampleOn.on(office), ThrowAwayPostgres.NEWEST);
        ThrowAwayPostgres.execute(office, PLAN);
        ThrowAwayPostgres.execute(office, ROWS_OF_PLAN);
    }

    private Map<Long, String> rows() throws SQLException {
        Map<Long, String> rows = new HashMap<>();
        try (Connection connection = ThrowAwayPostgres.behind(pool); Statement statement = connection.createStatement();
             ResultSet found = statement.executeQuery("select proctpnum, descript from proctp where practice_id = 1")) {
            while (found.next()) {
                rows.put(found.getLong(1), found.getString(2));
            }
        }
        return rows;
    }

    private void assertNobodyHoldsOn() throws SQLException {
        try (Connection connection = ThrowAwayPostgres.behind(pool); Statement statement = connection.createStatement();
             ResultSet found = statement.executeQuery("select count(*) from pg_stat_activity"
                     + " where datname = current_database() and state like 'idle in transaction%'")) {
            found.next();
            assertThat(found.getLong(1)).as("sessions within a transaction").isZero();
        }
    }
}
