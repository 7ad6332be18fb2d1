package proctp.application;

import java.util.List;
import java.util.Set;
import proctp.application.port.ProcTPs;
import proctp.application.port.TreatPlans;
import proctp.domain.ProcTP;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;

/** Reads the rows of a plan. */
public final class ListProcTPs {

    private final ProcTPs procTPs;
    private final TreatPlans treatPlans;

    public ListProcTPs(ProcTPs procTPs, TreatPlans treatPlans) {
        this.procTPs = procTPs;
        this.treatPlans = treatPlans;
    }

    /**
     * The rows of a plan, by ItemOrder, then ProcTPNum. A plan that has none, as every Active or Inactive one, gives none.
     *
     * @throws Refusal {@code TREAT_PLAN_NOT_FOUND}
     */
    public List<ProcTP> list(Caller caller, TreatPlanNum plan, Page page) {
        List<ProcTP> rows = procTPs.list(caller, plan, page);
        // rows prove that there is a plan: it is asked for only when there are none, which is rare
        if (rows.isEmpty() && treatPlans.existing(caller, Set.of(plan)).isEmpty()) {
            throw Refusal.treatPlanNotFound();
        }
        return rows;
    }
}
