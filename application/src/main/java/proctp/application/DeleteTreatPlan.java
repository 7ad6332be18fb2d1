package proctp.application;

import proctp.application.port.PlanGuard;
import proctp.application.port.TreatPlans;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;

/** Takes a plan out of the office. */
public final class DeleteTreatPlan {

    private final TreatPlans treatPlans;

    public DeleteTreatPlan(TreatPlans treatPlans) {
        this.treatPlans = treatPlans;
    }

    /**
     * Removes an unsigned plan and all of its rows.
     *
     * @param condition judges the plan, once it could be removed
     * @throws Refusal {@code TREAT_PLAN_NOT_FOUND}, {@code TREAT_PLAN_SIGNED}, or what the condition throws
     */
    public void delete(Caller caller, TreatPlanNum num, PlanGuard condition) {
        treatPlans.delete(caller, num, plan -> {
            plan.requireDeletable();
            condition.check(plan);
        });
    }
}
