package example.jsonfile.first;

import java.util.List;
import proctp.application.PracticeContents;
import proctp.application.port.ApiKeys;
import proctp.application.port.Archive;
import proctp.application.port.Changes;
import proctp.application.port.Definitions;
import proctp.application.port.Office;
import proctp.application.port.Practices;
import proctp.application.port.ProcTPs;
import proctp.application.port.TreatPlans;

/** An office in a single file, which can do nothing yet. */
public class JsonFileOffice implements Office {

    @Override
    public Practices practices() {
        throw new UnsupportedOperationException("practices are not there yet");
    }

    @Override
    public ApiKeys apiKeys() {
        throw new UnsupportedOperationException("keys are not there yet");
    }

    @Override
    public ProcTPs procTPs() {
        throw new UnsupportedOperationException("rows are not there yet");
    }

    @Override
    public TreatPlans treatPlans() {
        throw new UnsupportedOperationException("plans are not there yet");
    }

    @Override
    public Definitions definitions() {
        throw new UnsupportedOperationException("definitions are not there yet");
    }

    @Override
    public Changes changes() {
        throw new UnsupportedOperationException("changes are not there yet");
    }

    @Override
    public Archive archive() {
        throw new UnsupportedOperationException("the archive is not there yet");
    }

    @Override
    public boolean fillIfEmpty(List<PracticeContents> practices) {
        throw new UnsupportedOperationException("fillIfEmpty is not there yet");
    }
}
