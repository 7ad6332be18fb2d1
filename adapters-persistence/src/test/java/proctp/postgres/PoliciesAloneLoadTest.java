package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import proctp.application.Page;
import proctp.domain.DefNum;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlanNum;
import proctp.domain.TxPriority;
import proctp.postgres.PostgresSettings.Login;

/**
 * What the database's own line between the practices costs the port's list of a plan, in an office of 200,000 rows: side by side with a
 * role that it does not hold for, with and without the statement that names the practice. Judged here is the line itself, against a role
 * that names the practice as well; naming it has a price that is printed. All of it together is judged by what a client waits for, over
 * HTTP, where the service as a whole is tested.
 */
@Tag("load")
class PoliciesAloneLoadTest {

    private static final Login UNBOUND = new Login("office_unbound", "");
    private static final String BOUND = "1 with policies";
    private static final String NAMED = "2 without policies, named";
    private static final String UNNAMED = "3 without policies";
    private static final String UNNAMED_LIST = PlanRows.NAMELESS.replaceFirst("\\(\\(select set_config.*? is not null\\) and ", "");
    private static final TxPriority KNOWN = new TxPriority(new DefNum(1), "");
    private static final double MOST = 1.10;
    private static final int PLANS = 10_000;
    private static final int ROUNDS = 600;
    private static final int LISTS = 100;

    private static final String OFFICE = """
            insert into practice (practice_id) values (1), (2);
            insert into treatplan (practice_id, treatplannum, patnum, tpstatus, secdatetedit)
            select practice_id, n, n, 'Saved', now() from practice, generate_series(1, %1$d) n;
            insert into proctp (practice_id, proctpnum, treatplannum, patnum, itemorder, priority, secdatetedit)
            select practice_id, n, 1 + n %% %1$d, 1, n / %1$d, n %% 4, now() from practice, generate_series(1, %1$d * 10) n;
            insert into definition (practice_id, defnum, category, itemorder)
            select practice_id, n, 20, n from practice, generate_series(1, 20) n;
            analyze
            """.formatted(PLANS);

    private final List<HikariDataSource> pools = new ArrayList<>();
    private PostgresSettings settings;

    @BeforeEach
    void makeAnOffice() {
        settings = ThrowAwayPostgres.NEWEST.migratedDatabase();
        ThrowAwayPostgres.execute(settings.jdbcUrl(), OFFICE);
        ThrowAwayPostgres.execute(settings.jdbcUrl(), """
                do $$ begin
                    if to_regrole('%1$s') is null then create role %1$s login bypassrls; end if;
                end $$;
                grant select on all tables in schema public to %1$s
                """.formatted(UNBOUND.user()));
    }

    @AfterEach
    void close() {
        pools.forEach(HikariDataSource::close);
    }

    @Test
    void policies_cost_a_list_that_names_its_practice_at_most_a_tenth() {
        Database unbound = SampleOn.database(pool(UNBOUND));
        Map<String, LongFunction<List<ProcTP>>> ways = Map.of(
                BOUND, through(pool(ThrowAwayPostgres.SERVICE)),
                NAMED, through(pool(UNBOUND)),
                UNNAMED, plan -> unbound.ask(sql -> sql.connectionResult(connection -> unnamed(connection, plan))));
        Map<String, List<Long>> nanos = new TreeMap<>();
        ways.keySet().forEach(way -> nanos.put(way, new ArrayList<>()));
        for (int round = 0; round < ROUNDS; round++) {
            List<String> order = new ArrayList<>(ways.keySet());
            Collections.rotate(order, round);
            for (String way : order) {
                long start = System.nanoTime();
                for (int i = 0; i < LISTS; i++) {
                    assertThat(ways.get(way).apply(1 + (round * 7919L + i * 104_729L) % PLANS)).hasSize(10);
                }
                nanos.get(way).add((System.nanoTime() - start) / LISTS);
            }
        }

        Map<String, Long> usual = new TreeMap<>();
        // the first third warms up
        nanos.forEach((way, all) -> usual.put(way, lowerQuartile(all.subList(ROUNDS / 3, ROUNDS))));
        usual.forEach((way, time) -> System.out.printf("a list %s: %.1f microseconds%n", way.substring(2), time / 1e3));
        System.out.printf("so the policies cost %.1f %%, naming the practice %.1f %%, and both %.1f %%%n",
                100 * (ratio(usual, BOUND, NAMED) - 1), 100 * (ratio(usual, NAMED, UNNAMED) - 1), 100 * (ratio(usual, BOUND, UNNAMED) - 1));
        assertThat(ratio(usual, BOUND, NAMED)).isLessThanOrEqualTo(MOST);
    }

    private static double ratio(Map<String, Long> usual, String way, String other) {
        return 1.0 * usual.get(way) / usual.get(other);
    }

    private HikariDataSource pool(Login login) {
        HikariConfig config = Connections.pool(ThrowAwayPostgres.as(login, settings), true);
        config.setMaximumPoolSize(1);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    private static LongFunction<List<ProcTP>> through(HikariDataSource pool) {
        PostgresOffice office = SampleOn.on(pool);
        return plan -> office.procTPs().list(SampleOn.CALLER, new TreatPlanNum(plan), new Page(100, 0));
    }

    private static List<ProcTP> unnamed(java.sql.Connection connection, long plan) throws java.sql.SQLException {
        try (var statement = connection.prepareStatement(UNNAMED_LIST)) {
            long[] parameters = {1, plan, 0, 100};
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            List<ProcTP> rows = new ArrayList<>();
            try (var found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(ProcTPRow.read(found, KNOWN));
                }
            }
            return rows;
        }
    }

    /** What it takes while nobody else is at work on the machine. */
    private static long lowerQuartile(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 4).findFirst().orElseThrow();
    }
}
