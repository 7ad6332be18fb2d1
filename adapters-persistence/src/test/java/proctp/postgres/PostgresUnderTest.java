package proctp.postgres;

import java.time.Clock;
import proctp.application.port.Office;
import proctp.contract.OfficeUnderTest;

/**
 * The adapter, for the kit.
 *
 * @param version on which PostgreSQL
 */
record PostgresUnderTest(ThrowAwayPostgres version) implements OfficeUnderTest {

    @Override
    public Office open(Clock clock) {
        return OfficeOfTwoRoles.on(version, clock);
    }

    @Override
    public int rounds() {
        return version == ThrowAwayPostgres.NEWEST ? 2_000 : 300;
    }
}
