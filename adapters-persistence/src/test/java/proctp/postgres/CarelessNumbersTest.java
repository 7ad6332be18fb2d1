package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import proctp.application.port.Office;
import proctp.contract.FollowedChangesContract;
import proctp.contract.OfficeUnderTest;

/**
 * A feed that is numbered from a sequence, as one would write it first: the kit sees that whoever follows it misses changes. The same
 * statements with the numbers that are held until the commit pass, however slow the commits are.
 */
class CarelessNumbersTest {

    /** How a number is held: what {@link PostgresHistory} has for it. */
    private static final String HELD = "(?s)insert into lastchange .*? returning lastchangenum";

    /** A sequence lets go of a number at once. Each leaves room for the rows of a plan. */
    private static final String LET_GO = "select nextval('careless') as lastchangenum"
            + " from (select count(*) as entries from happened) counting where entries > 0 and ? > 0";

    private static final String FOLLOWED = "X5_who_follows_the_feed_misses_nothing_and_sees_nothing_twice";
    private static final int LONGEST_COMMIT_NANOS = 2_000_000;

    private static final Map<PostgresSettings, HikariDataSource> POOLS = new ConcurrentHashMap<>();
    private static final Map<PostgresSettings, HikariDataSource> CONSOLES = new ConcurrentHashMap<>();

    @Test
    void X5_numbers_from_a_sequence_are_caught() {
        assertThat(Red.failureOf(FromASequence.class, FOLLOWED)).get(InstanceOfAssertFactories.THROWABLE)
                .isInstanceOf(AssertionError.class).hasMessageStartingWith("[" + FollowedChangesContract.MISSED + "]");
    }

    @Test
    void X5_numbers_that_are_held_until_the_commit_pass_where_commits_are_as_slow() {
        assertThat(Red.failureOf(Held.class, FOLLOWED)).isEmpty();
    }

    static class FromASequence extends FollowedChangesContract {
        private static final PostgresSettings CARELESS = ThrowAwayPostgres.NEWEST.migratedDatabase();

        static {
            ThrowAwayPostgres.execute(CARELESS.jdbcUrl(), "create sequence careless start 1000 increment 1000;"
                    + " grant usage on sequence careless to public");
        }

        @Override
        protected OfficeUnderTest underTest() {
            return clock -> office(CARELESS, clock, sql -> {
                String careless = sql.replaceFirst(HELD, LET_GO);
                assertThat(careless).as("with a way to number that is not known here").doesNotContain("into lastchange");
                return careless;
            });
        }
    }

    static class Held extends FollowedChangesContract {
        private static final PostgresSettings SOUND = ThrowAwayPostgres.NEWEST.migratedDatabase();

        @Override
        protected OfficeUnderTest underTest() {
            return clock -> office(SOUND, clock, sql -> sql);
        }
    }

    private static Office office(PostgresSettings settings, Clock clock, UnaryOperator<String> rewritten) {
        HikariDataSource pool = POOLS.computeIfAbsent(settings, ThrowAwayPostgres::pool);
        ThrowAwayPostgres.empty(pool);
        HikariDataSource console = CONSOLES.computeIfAbsent(settings, of -> new HikariDataSource(Connections.console(of, true)));
        return new OfficeOfTwoRoles(SampleOn.on(pool, new SlowCommits(rewritten, LONGEST_COMMIT_NANOS).before(pool), clock),
                SampleOn.on(console, console, clock));
    }
}
