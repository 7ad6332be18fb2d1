package proctp.contract;

import org.junit.jupiter.api.Nested;

/**
 * All that a persistence adapter must do, with nothing left out. An adapter's whole test extends this and says what is under test; a
 * contract that the kit gets one day is in that test without another word. A part of it is run alone by the number of its rule, as in
 * {@code mvn test -Dtest='*#T1_*'}.
 */
public abstract class EveryContract {

    /** The adapter under test. Asked for once for each test. */
    protected abstract OfficeUnderTest underTest();

    @Nested
    class Lists extends ProcTPsListContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class Edits extends ProcTPsEditContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class EditTimes extends SecDateTEditContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class EditedValues extends EditedValuesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class FilledValues extends FilledValuesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class Deletes extends ProcTPsDeleteContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class Signs extends SigningContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class SignsAtomically extends AtomicSignatureContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class SignsInRaces extends SignatureRaceContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class EditsAtOnce extends ConcurrentEditsContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class StopsNobody extends UnhinderedContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class Plans extends TreatPlansContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class Definitions extends DefinitionsContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class Keys extends ApiKeysContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class Fills extends FillContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class Shows extends ArchiveContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class TakesIn extends ArchiveFillContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class TakesSignaturesIn extends ArchivedSignaturesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class Isolates extends IsolationContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class Saves extends TreatPlansSaveContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class Revisions extends TreatPlansReviseContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class DeletedPlans extends TreatPlansDeleteContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class Finds extends ProcTPsFindContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class RowConditions extends RowConditionContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class RepeatedRequests extends IdempotencyContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class ChangedKeys extends ApiKeysChangeContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class WritesDown extends ChangesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class Practices extends PracticesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class Changes extends ChangesListContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class FollowedChanges extends FollowedChangesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }

    @Nested
    class ReplayedChanges extends ReplayedChangesContract {
        @Override
        protected OfficeUnderTest underTest() {
            return EveryContract.this.underTest();
        }
    }
}
