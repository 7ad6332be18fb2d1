package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import proctp.junit.ProcTPExtension;
import proctp.junit.ProcTPSettings;

class TwoOfficesTest {

    @RegisterExtension
    static final ProcTPExtension HERE = new ProcTPExtension(ProcTPSettings.usual());

    @RegisterExtension
    static final ProcTPExtension THERE = new ProcTPExtension(ProcTPSettings.usual()
            .with(ZoneId.of("Europe/Berlin"))
            .with(new EmptyOffice()));

    @Test
    void copies_from_one_to_the_other() throws Exception {
        Api here = new Api(HERE.server());
        Api there = new Api(THERE.server());

        assertEquals(200, here.get("/treatplans/963").statusCode());
        assertEquals(404, there.get("/treatplans/963").statusCode());
    }
}
