package example.jsonfile;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import proctp.application.PracticeContents;
import proctp.application.port.Definitions;
import proctp.application.port.Office;
import proctp.application.port.ProcTPs;
import proctp.application.port.TreatPlans;
import proctp.contract.DefinitionsContract;
import proctp.contract.OfficeUnderTest;
import proctp.contract.ProcTPsDeleteContract;
import proctp.contract.ProcTPsListContract;
import proctp.contract.TreatPlansContract;

/** After each step of docs/writing-an-adapter.md that part of the kit is green which the page says. */
class HalfwayTest {

    @TempDir
    private Path directory;

    private JsonFileOffice office;

    /** What there is after step 3. */
    private static class ThirdStep extends example.jsonfile.first.JsonFileOffice {

        final Office office;

        ThirdStep(Office office) {
            this.office = office;
        }

        @Override
        public boolean fillIfEmpty(List<PracticeContents> practices) {
            return office.fillIfEmpty(practices);
        }

        @Override
        public TreatPlans treatPlans() {
            return office.treatPlans();
        }
    }

    /** What there is after step 4. */
    private static final class FourthStep extends ThirdStep {

        FourthStep(Office office) {
            super(office);
        }

        @Override
        public Definitions definitions() {
            return office.definitions();
        }

        @Override
        public ProcTPs procTPs() {
            return office.procTPs();
        }
    }

    private Office opened(Clock clock) throws IOException {
        close();
        office = JsonFileOffice.open(directory.resolve("office-" + System.nanoTime() + ".json"), clock);
        return office;
    }

    @AfterEach
    void close() throws IOException {
        if (office != null) {
            office.close();
        }
    }

    @Nested
    class Plans extends TreatPlansContract {
        @Override
        protected OfficeUnderTest underTest() {
            return clock -> new ThirdStep(opened(clock));
        }
    }

    @Nested
    class DefinitionsToo extends DefinitionsContract {
        @Override
        protected OfficeUnderTest underTest() {
            return clock -> new FourthStep(opened(clock));
        }
    }

    @Nested
    class Lists extends ProcTPsListContract {
        @Override
        protected OfficeUnderTest underTest() {
            return clock -> new FourthStep(opened(clock));
        }
    }

    @Nested
    class Deletes extends ProcTPsDeleteContract {
        @Override
        protected OfficeUnderTest underTest() {
            return clock -> new FourthStep(opened(clock));
        }
    }
}
