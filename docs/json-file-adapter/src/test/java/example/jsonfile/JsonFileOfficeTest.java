package example.jsonfile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import proctp.application.port.Office;
import proctp.contract.EveryContract;
import proctp.contract.OfficeUnderTest;

/** The adapter does all that an adapter must. */
class JsonFileOfficeTest extends EveryContract {

    @TempDir
    private Path directory;

    private final List<JsonFileOffice> opened = new ArrayList<>();

    @Override
    protected OfficeUnderTest underTest() {
        return new OfficeUnderTest() {
            @Override
            public Office open(Clock clock) throws IOException {
                opened.add(JsonFileOffice.open(directory.resolve("office-" + opened.size() + ".json"), clock));
                return opened.get(opened.size() - 1);
            }

            @Override
            public int rounds() {
                return 20;
            }
        };
    }

    @AfterEach
    void close() throws IOException {
        for (JsonFileOffice office : opened) {
            office.close();
        }
    }
}
