package proctp.http;

import org.junit.jupiter.api.Nested;
import proctp.contract.wire.AddressesAndKeysContract;
import proctp.contract.wire.AroundContract;
import proctp.contract.wire.BodiesContract;
import proctp.contract.wire.ChangeStreamContract;
import proctp.contract.wire.ChangedRowsContract;
import proctp.contract.wire.ChangesContract;
import proctp.contract.wire.DeleteContract;
import proctp.contract.wire.EntityTagContract;
import proctp.contract.wire.FramingContract;
import proctp.contract.wire.HostileRequestsContract;
import proctp.contract.wire.IdempotencyContract;
import proctp.contract.wire.LinkContract;
import proctp.contract.wire.ListContract;
import proctp.contract.wire.ManyPlansContract;
import proctp.contract.wire.NewDefinitionContract;
import proctp.contract.wire.OtherPracticesContract;
import proctp.contract.wire.PreconditionsContract;
import proctp.contract.wire.ReadOneContract;
import proctp.contract.wire.ServerUnderTest;
import proctp.contract.wire.TreatPlanDeleteContract;
import proctp.contract.wire.TreatPlanEditContract;
import proctp.contract.wire.TreatPlanSaveContract;
import proctp.contract.wire.TreatPlanSignContract;
import proctp.contract.wire.UpdateContract;
import proctp.contract.wire.ValuesContract;

/** The HTTP adapter passes the wire contract. */
class HttpServerTest {

    private static final InMemoryServer SERVER = new InMemoryServer();

    @Nested
    class AddressesAndKeys extends AddressesAndKeysContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class Bodies extends BodiesContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class Values extends ValuesContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class List extends ListContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class Update extends UpdateContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class Delete extends DeleteContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class Around extends AroundContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class TreatPlanSave extends TreatPlanSaveContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class TreatPlanEdit extends TreatPlanEditContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class TreatPlanSign extends TreatPlanSignContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class TreatPlanDelete extends TreatPlanDeleteContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class NewDefinition extends NewDefinitionContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class Idempotency extends IdempotencyContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class OtherPractices extends OtherPracticesContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class ReadOne extends ReadOneContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class ManyPlans extends ManyPlansContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class ChangedRows extends ChangedRowsContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class EntityTag extends EntityTagContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class Preconditions extends PreconditionsContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class Link extends LinkContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class Framing extends FramingContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class HostileRequests extends HostileRequestsContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class Changes extends ChangesContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }

    @Nested
    class ChangeStream extends ChangeStreamContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }
}
