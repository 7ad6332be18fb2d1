package proctp.contract.faults;

import java.util.List;
import java.util.Optional;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.ProcTPFilter;
import proctp.application.port.Office;
import proctp.application.port.ProcTPGuard;
import proctp.application.port.ProcTPs;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** Rows without a fault, to be extended by those that have one, with what they need to look at. */
class SoundProcTPs implements ProcTPs {

    static final Page ALL = new Page(10_000, 0);

    private final Office sound;

    SoundProcTPs(Office sound) {
        this.sound = sound;
    }

    @Override
    public List<ProcTP> list(Caller caller, TreatPlanNum plan, Page page) {
        return sound.procTPs().list(caller, plan, page);
    }

    @Override
    public List<ProcTP> list(Caller caller, ProcTPFilter filter, Page page) {
        return sound.procTPs().list(caller, filter, page);
    }

    @Override
    public final Optional<ProcTP> find(Caller caller, ProcTPNum num) {
        return sound.procTPs().find(caller, num);
    }

    @Override
    public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, ProcTPGuard guard) {
        return sound.procTPs().edit(caller, num, edit, guard);
    }

    @Override
    public void delete(Caller caller, ProcTPNum num, ProcTPGuard guard) {
        sound.procTPs().delete(caller, num, guard);
    }

    final Optional<TreatPlan> planOf(Caller caller, ProcTPNum num) {
        return find(caller, num).flatMap(row -> sound.treatPlans().find(caller, row.treatPlanNum()));
    }
}
