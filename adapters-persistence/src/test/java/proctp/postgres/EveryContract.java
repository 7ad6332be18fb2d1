package proctp.postgres;

import org.junit.jupiter.api.Nested;
import proctp.contract.ApiKeysChangeContract;
import proctp.contract.ApiKeysContract;
import proctp.contract.ArchiveContract;
import proctp.contract.ArchiveFillContract;
import proctp.contract.ArchivedSignaturesContract;
import proctp.contract.AtomicSignatureContract;
import proctp.contract.ChangesContract;
import proctp.contract.ChangesListContract;
import proctp.contract.ConcurrentEditsContract;
import proctp.contract.DefinitionsContract;
import proctp.contract.EditedValuesContract;
import proctp.contract.FillContract;
import proctp.contract.FilledValuesContract;
import proctp.contract.FollowedChangesContract;
import proctp.contract.IdempotencyContract;
import proctp.contract.IsolationContract;
import proctp.contract.OfficeUnderTest;
import proctp.contract.PracticesContract;
import proctp.contract.ProcTPsDeleteContract;
import proctp.contract.ProcTPsEditContract;
import proctp.contract.ProcTPsFindContract;
import proctp.contract.ProcTPsListContract;
import proctp.contract.ReplayedChangesContract;
import proctp.contract.RowConditionContract;
import proctp.contract.SecDateTEditContract;
import proctp.contract.SignatureRaceContract;
import proctp.contract.SigningContract;
import proctp.contract.TreatPlansContract;
import proctp.contract.TreatPlansDeleteContract;
import proctp.contract.TreatPlansReviseContract;
import proctp.contract.TreatPlansSaveContract;
import proctp.contract.UnhinderedContract;

/** All that an adapter must do, with nothing left out, on one version of PostgreSQL. */
abstract class EveryContract {

    private final OfficeUnderTest postgres;

    EveryContract(ThrowAwayPostgres version) {
        this.postgres = new PostgresUnderTest(version);
    }

    @Nested
    class Lists extends ProcTPsListContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class Edits extends ProcTPsEditContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class EditTimes extends SecDateTEditContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class EditedValues extends EditedValuesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class FilledValues extends FilledValuesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class Deletes extends ProcTPsDeleteContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class Signs extends SigningContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class SignsAtomically extends AtomicSignatureContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class SignsInRaces extends SignatureRaceContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class EditsAtOnce extends ConcurrentEditsContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class StopsNobody extends UnhinderedContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class Plans extends TreatPlansContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class Definitions extends DefinitionsContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class Keys extends ApiKeysContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class Fills extends FillContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class Shows extends ArchiveContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class TakesIn extends ArchiveFillContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class TakesSignaturesIn extends ArchivedSignaturesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class Isolates extends IsolationContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class Saves extends TreatPlansSaveContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class Revisions extends TreatPlansReviseContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class DeletedPlans extends TreatPlansDeleteContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class Finds extends ProcTPsFindContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class RowConditions extends RowConditionContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class RepeatedRequests extends IdempotencyContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class ChangedKeys extends ApiKeysChangeContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class WritesDown extends ChangesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class Practices extends PracticesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class Changes extends ChangesListContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class FollowedChanges extends FollowedChangesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }

    @Nested
    class ReplayedChanges extends ReplayedChangesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return postgres;
        }
    }
}
