package example.jsonfile;

import java.util.List;
import java.util.Optional;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.ProcTPFilter;
import proctp.application.port.ProcTPGuard;
import proctp.application.port.ProcTPs;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlanNum;

/** The rows, in the file. */
record JsonFileProcTPs(JsonFileOffice file) implements ProcTPs {

    @Override
    public List<ProcTP> list(Caller caller, TreatPlanNum plan, Page page) {
        return file.call(office -> office.procTPs().list(caller, plan, page));
    }

    @Override
    public List<ProcTP> list(Caller caller, ProcTPFilter filter, Page page) {
        return file.call(office -> office.procTPs().list(caller, filter, page));
    }

    @Override
    public Optional<ProcTP> find(Caller caller, ProcTPNum num) {
        return file.call(office -> office.procTPs().find(caller, num));
    }

    @Override
    public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, ProcTPGuard guard) {
        return file.call(office -> office.procTPs().edit(caller, num, edit, guard));
    }

    @Override
    public void delete(Caller caller, ProcTPNum num, ProcTPGuard guard) {
        file.run(office -> office.procTPs().delete(caller, num, guard));
    }
}
