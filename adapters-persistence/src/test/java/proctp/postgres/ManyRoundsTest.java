package proctp.postgres;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import proctp.contract.ConcurrentEditsContract;
import proctp.contract.OfficeUnderTest;
import proctp.contract.SignatureRaceContract;

/** The races of the kit, thousands of times each. */
@Tag("faults")
class ManyRoundsTest {

    private static final OfficeUnderTest POSTGRES = new PostgresUnderTest(ThrowAwayPostgres.NEWEST, 2_000);

    @Nested
    class SignsInRaces extends SignatureRaceContract {
        @Override
        protected OfficeUnderTest underTest() {
            return POSTGRES;
        }
    }

    @Nested
    class EditsAtOnce extends ConcurrentEditsContract {
        @Override
        protected OfficeUnderTest underTest() {
            return POSTGRES;
        }
    }
}
