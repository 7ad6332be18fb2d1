package proctp.postgres;

import org.junit.jupiter.api.Tag;
import proctp.contract.EveryContract;
import proctp.contract.OfficeUnderTest;

/** And on the oldest version that is supported. Migrations, triggers, policies and roles are tried there in every build, by their own tests. */
@Tag("faults")
class WholeKitOnOldestTest extends EveryContract {

    @Override
    protected OfficeUnderTest underTest() {
        return new PostgresUnderTest(ThrowAwayPostgres.OLDEST, 400);
    }
}
