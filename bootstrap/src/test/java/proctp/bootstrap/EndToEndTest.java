package proctp.bootstrap;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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

/** The whole service passes the wire contract: real HTTP, real PostgreSQL. */
class EndToEndTest {

    private static ServiceOnPostgres service;

    @BeforeAll
    static void start() throws IOException, SQLException {
        service = new ServiceOnPostgres();
    }

    @AfterAll
    static void stop() throws SQLException, IOException {
        service.close();
    }

    @Nested
    class AddressesAndKeys extends AddressesAndKeysContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class Bodies extends BodiesContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class Values extends ValuesContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class List extends ListContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class Update extends UpdateContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class Delete extends DeleteContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class Around extends AroundContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class TreatPlanSave extends TreatPlanSaveContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class TreatPlanEdit extends TreatPlanEditContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class TreatPlanSign extends TreatPlanSignContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class TreatPlanDelete extends TreatPlanDeleteContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class NewDefinition extends NewDefinitionContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class Idempotency extends IdempotencyContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class OtherPractices extends OtherPracticesContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class ReadOne extends ReadOneContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class ManyPlans extends ManyPlansContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class ChangedRows extends ChangedRowsContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class EntityTag extends EntityTagContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class Preconditions extends PreconditionsContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class Link extends LinkContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class Changes extends ChangesContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class ChangeStream extends ChangeStreamContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class Framing extends FramingContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }

    @Nested
    class HostileRequests extends HostileRequestsContract {
        @Override
        protected ServerUnderTest server() {
            return service;
        }
    }
}
