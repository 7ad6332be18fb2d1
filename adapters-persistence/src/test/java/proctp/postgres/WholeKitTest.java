package proctp.postgres;

import proctp.contract.EveryContract;
import proctp.contract.OfficeUnderTest;

/** The adapter does all that an adapter must on the version of PostgreSQL that is bundled. */
class WholeKitTest extends EveryContract {

    @Override
    protected OfficeUnderTest underTest() {
        return new PostgresUnderTest(ThrowAwayPostgres.NEWEST);
    }
}
