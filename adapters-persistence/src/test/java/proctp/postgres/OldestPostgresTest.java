package proctp.postgres;

import org.junit.jupiter.api.Nested;
import proctp.contract.ApiKeysChangeContract;
import proctp.contract.ArchiveContract;
import proctp.contract.AtomicSignatureContract;
import proctp.contract.ChangesListContract;
import proctp.contract.DefinitionsContract;
import proctp.contract.IdempotencyContract;
import proctp.contract.IsolationContract;
import proctp.contract.OfficeUnderTest;
import proctp.contract.PracticesContract;
import proctp.contract.ProcTPsEditContract;
import proctp.contract.TreatPlansSaveContract;

/**
 * The oldest version that is supported, at every build: of each of the ports the contract that asks most of a database, and of those
 * that span them the ones about locks, practices and repetition. The whole kit is in {@link OldestPostgresOfficeTest}.
 */
class OldestPostgresTest {

    private static final OfficeUnderTest POSTGRES = new PostgresUnderTest(ThrowAwayPostgres.OLDEST);

    @Nested
    class Edits extends ProcTPsEditContract {
        @Override
        protected OfficeUnderTest underTest() {
            return POSTGRES;
        }
    }

    @Nested
    class SignsAtomically extends AtomicSignatureContract {
        @Override
        protected OfficeUnderTest underTest() {
            return POSTGRES;
        }
    }

    @Nested
    class Saves extends TreatPlansSaveContract {
        @Override
        protected OfficeUnderTest underTest() {
            return POSTGRES;
        }
    }

    @Nested
    class Definitions extends DefinitionsContract {
        @Override
        protected OfficeUnderTest underTest() {
            return POSTGRES;
        }
    }

    @Nested
    class ChangedKeys extends ApiKeysChangeContract {
        @Override
        protected OfficeUnderTest underTest() {
            return POSTGRES;
        }
    }

    @Nested
    class Isolates extends IsolationContract {
        @Override
        protected OfficeUnderTest underTest() {
            return POSTGRES;
        }
    }

    @Nested
    class RepeatedRequests extends IdempotencyContract {
        @Override
        protected OfficeUnderTest underTest() {
            return POSTGRES;
        }
    }

    @Nested
    class Practices extends PracticesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return POSTGRES;
        }
    }

    @Nested
    class Shows extends ArchiveContract {
        @Override
        protected OfficeUnderTest underTest() {
            return POSTGRES;
        }
    }

    @Nested
    class Changes extends ChangesListContract {
        @Override
        protected OfficeUnderTest underTest() {
            return POSTGRES;
        }
    }
}
