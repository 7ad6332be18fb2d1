package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import proctp.junit.ProcTP;
import proctp.junit.ProcTPServer;
import proctp.junit.ProcTPServer.Database;

@ProcTPServer(database = Database.EMBEDDED_POSTGRESQL)
class PostgreSQLTest {

    @Test
    void deletes_a_row(ProcTP server) throws Exception {
        assertEquals(200, new Api(server).send("/proctps/976", "DELETE", "").statusCode());
    }
}
