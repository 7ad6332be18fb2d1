package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import proctp.junit.ProcTP;
import proctp.junit.ProcTPServer;

@ProcTPServer
class RecallTest {

    @Test
    void lists_the_rows_of_a_plan(ProcTP server) throws Exception {
        Api api = new Api(server);

        String rows = api.get("/proctps?TreatPlanNum=963").body();

        assertTrue(rows.contains("\"ProcTPNum\":976"), rows);
        assertEquals("[GET /proctps?TreatPlanNum=963 200]", server.requests().toString());
    }
}
