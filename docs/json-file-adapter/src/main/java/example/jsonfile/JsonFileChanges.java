package example.jsonfile;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.ChangeFilter;
import proctp.application.PracticeNum;
import proctp.application.port.Changes;

/** What has happened, in the file. */
record JsonFileChanges(JsonFileOffice file) implements Changes {

    @Override
    public List<Change> list(Caller caller, ChangeFilter filter, int limit) {
        return file.call(office -> office.changes().list(caller, filter, limit));
    }

    @Override
    public Map<PracticeNum, Long> last(Collection<Caller> callers) {
        return file.call(office -> office.changes().last(callers));
    }

    @Override
    public long forget(Caller caller, Instant before) {
        return file.call(office -> office.changes().forget(caller, before));
    }
}
