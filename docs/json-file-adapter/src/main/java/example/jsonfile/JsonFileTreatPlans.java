package example.jsonfile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import proctp.application.Caller;
import proctp.application.IdempotencyKey;
import proctp.application.Page;
import proctp.application.Posted;
import proctp.application.TreatPlanFilter;
import proctp.application.port.PlanGuard;
import proctp.application.port.PlanRevision;
import proctp.application.port.TreatPlans;
import proctp.domain.NewTreatPlan;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** The plans, in the file. */
record JsonFileTreatPlans(JsonFileOffice file) implements TreatPlans {

    @Override
    public List<TreatPlan> list(Caller caller, TreatPlanFilter filter, Page page) {
        return file.call(office -> office.treatPlans().list(caller, filter, page));
    }

    @Override
    public Optional<TreatPlan> find(Caller caller, TreatPlanNum num) {
        return file.call(office -> office.treatPlans().find(caller, num));
    }

    @Override
    public Set<TreatPlanNum> existing(Caller caller, Set<TreatPlanNum> nums) {
        return file.call(office -> office.treatPlans().existing(caller, nums));
    }

    @Override
    public List<TreatPlan> signed(Caller caller, TreatPlanNum after, int limit) {
        return file.call(office -> office.treatPlans().signed(caller, after, limit));
    }

    @Override
    public Posted<TreatPlan> save(Caller caller, NewTreatPlan plan, Optional<IdempotencyKey> key) {
        return file.call(office -> office.treatPlans().save(caller, plan, key));
    }

    @Override
    public TreatPlan revise(Caller caller, TreatPlanNum num, PlanRevision revision) {
        return file.call(office -> office.treatPlans().revise(caller, num, revision));
    }

    @Override
    public void delete(Caller caller, TreatPlanNum num, PlanGuard guard) {
        file.run(office -> office.treatPlans().delete(caller, num, guard));
    }
}
