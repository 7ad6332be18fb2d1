package proctp.application;

import proctp.application.port.ProcTPs;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;

/** Takes a row out of its plan. */
public final class DeleteProcTP {

    private final ProcTPs procTPs;

    public DeleteProcTP(ProcTPs procTPs) {
        this.procTPs = procTPs;
    }

    /**
     * Removes the row and nothing else of its plan.
     *
     * @throws Refusal {@code PROC_TP_NOT_FOUND}, {@code TREAT_PLAN_SIGNED} or {@code TREAT_PLAN_NOT_SAVED}
     */
    public void delete(Caller caller, ProcTPNum num) {
        procTPs.delete(caller, num, TreatPlan::requireEditable);
    }
}
