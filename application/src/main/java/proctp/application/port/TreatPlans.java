package proctp.application.port;

import java.util.List;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.TreatPlanFilter;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** The plans of the practices. */
public interface TreatPlans {

    /** The caller's plans that pass every filter, by TreatPlanNum. */
    List<TreatPlan> list(Caller caller, TreatPlanFilter filter, Page page);

    /** Whether the caller's practice has a plan of that number, of whatever status. */
    boolean exists(Caller caller, TreatPlanNum num);

    /**
     * Puts the patient's signature on a plan, in one transaction: the plan is locked first, so that changes of its rows
     * that are under way are waited for and later ones wait, and only then are the rows read that the signature covers.
     *
     * @param signing sees the plan and its rows as they will be signed, and gives the signature
     * @return the plan as it is stored now, its SecDateTEdit moved
     * @throws Refusal {@code TREAT_PLAN_NOT_FOUND} when the caller's practice has no such plan, or what signing throws
     */
    TreatPlan sign(Caller caller, TreatPlanNum num, Signing signing);
}
