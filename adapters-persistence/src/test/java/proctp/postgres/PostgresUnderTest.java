package proctp.postgres;

import java.time.Clock;
import proctp.application.port.Office;
import proctp.contract.OfficeUnderTest;

/**
 * The adapter, for the kit.
 *
 * @param version on which PostgreSQL
 * @param rounds  how often each race is run
 */
record PostgresUnderTest(ThrowAwayPostgres version, int rounds) implements OfficeUnderTest {

    /** Enough for a glance: thousands are in {@link ManyRoundsTest}, and every order that matters is forced elsewhere in the kit. */
    private static final int FEW = 100;

    PostgresUnderTest(ThrowAwayPostgres version) {
        this(version, FEW);
    }

    @Override
    public Office open(Clock clock) {
        return OfficeOfTwoRoles.on(version, clock);
    }
}
