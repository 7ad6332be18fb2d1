package proctp.junit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import proctp.contract.wire.DeleteContract;
import proctp.contract.wire.OtherPracticesContract;
import proctp.contract.wire.ServerUnderTest;
import proctp.junit.ProcTPServer.Database;

/** A stand-in on PostgreSQL is the real thing. */
class PostgreSQLWireTest {

    private static final StandIn SERVER = new StandIn(Database.EMBEDDED_POSTGRESQL);

    @AfterAll
    static void end() {
        SERVER.end();
    }

    @Nested
    class Delete extends DeleteContract {
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
}
