package proctp.postgres;

import org.junit.jupiter.api.Tag;
import proctp.contract.EveryContract;
import proctp.contract.OfficeUnderTest;

/** And on the oldest version that is supported. What runs there at every build is a part of it, in {@link OldestPostgresTest}. */
@Tag("faults")
class OldestPostgresOfficeTest extends EveryContract {

    @Override
    protected OfficeUnderTest underTest() {
        return new PostgresUnderTest(ThrowAwayPostgres.OLDEST);
    }
}
