package proctp.contract.faults;

import java.util.List;
import java.util.Optional;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.TreatPlanFilter;
import proctp.application.port.Office;
import proctp.application.port.PlanGuard;
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
    public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, PlanGuard guard) {
        return sound.procTPs().edit(caller, num, edit, guard);
    }

    @Override
    public void delete(Caller caller, ProcTPNum num, PlanGuard guard) {
        sound.procTPs().delete(caller, num, guard);
    }

    final Optional<ProcTP> find(Caller caller, ProcTPNum num) {
        return plans(caller).stream()
                .flatMap(plan -> sound.procTPs().list(caller, plan.num(), ALL).stream())
                .filter(row -> row.num().equals(num))
                .findFirst();
    }

    final Optional<TreatPlan> planOf(Caller caller, ProcTPNum num) {
        return find(caller, num).flatMap(row ->
                plans(caller).stream().filter(plan -> plan.num().equals(row.treatPlanNum())).findFirst());
    }

    private List<TreatPlan> plans(Caller caller) {
        return sound.treatPlans().list(caller, TreatPlanFilter.ALL, ALL);
    }
}
