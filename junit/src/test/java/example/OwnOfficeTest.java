package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import proctp.junit.ProcTP;
import proctp.junit.ProcTPServer;

@ProcTPServer(office = EmptyOffice.class)
class OwnOfficeTest {

    @BeforeEach
    void save_a_plan(ProcTP server) throws Exception {
        new Api(server).send("/treatplans/Saved", "POST", """
                {"PatNum": 722, "Heading": "Left side", "ProcTPs": [{"ProcCode": "D2740", "FeeAmt": 1180}]}""");
    }

    @Test
    void finds_its_first_plan(ProcTP server) throws Exception {
        assertEquals(200, new Api(server).get("/treatplans/1").statusCode());
    }
}
