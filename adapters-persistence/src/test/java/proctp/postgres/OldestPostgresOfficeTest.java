package proctp.postgres;

import proctp.contract.EveryContract;
import proctp.contract.OfficeUnderTest;

/** And on the oldest version that is supported; a class of its own, so that the two can run at the same time. */
class OldestPostgresOfficeTest extends EveryContract {

    @Override
    protected OfficeUnderTest underTest() {
        return new PostgresUnderTest(ThrowAwayPostgres.OLDEST);
    }
}
