package proctp.application;

import proctp.application.port.PlanGuard;
import proctp.application.port.TreatPlans;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanEdit;
import proctp.domain.TreatPlanNum;

/** Changes, signs and clears a plan. */
public final class EditTreatPlan {

    private final TreatPlans treatPlans;

    public EditTreatPlan(TreatPlans treatPlans) {
        this.treatPlans = treatPlans;
    }

    /**
     * Makes the edit, all of it or nothing.
     *
     * @param condition judges the plan as it is before the edit, once the edit itself could be made
     * @return the plan as it is stored now
     * @throws Refusal {@code FIELD_INVALID}, {@code TREAT_PLAN_NOT_FOUND}, {@code TREAT_PLAN_SIGNED},
     *                 {@code TREAT_PLAN_NOT_SAVED}, or what the condition throws
     */
    public TreatPlan edit(Caller caller, TreatPlanNum num, TreatPlanEdit.Builder wanted, PlanGuard condition) {
        TreatPlanEdit edit = wanted.build();
        TreatPlanEdit.Signer signer = new TreatPlanEdit.Signer(
                caller.developerName() + " (" + caller.keyName() + ")", SignedDigest::of);
        return treatPlans.revise(caller, num, (plan, rows, now) -> {
            TreatPlan after = edit.applied(plan, rows, signer, now);
            condition.check(plan);
            return after;
        });
    }
}
