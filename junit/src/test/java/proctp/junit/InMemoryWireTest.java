package proctp.junit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import proctp.contract.wire.DeleteContract;
import proctp.contract.wire.IdempotencyContract;
import proctp.contract.wire.ListContract;
import proctp.contract.wire.ServerUnderTest;
import proctp.contract.wire.UpdateContract;
import proctp.junit.ProcTPServer.Database;

/** A stand-in in memory is the real thing. */
class InMemoryWireTest {

    private static final StandIn SERVER = new StandIn(Database.IN_MEMORY);

    @AfterAll
    static void end() {
        SERVER.end();
    }

    @Nested
    class Listing extends ListContract {
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
    class Idempotency extends IdempotencyContract {
        @Override
        protected ServerUnderTest server() {
            return SERVER;
        }
    }
}
