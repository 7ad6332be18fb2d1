package proctp.application;

import proctp.application.port.ProcTPGuard;
import proctp.application.port.ProcTPs;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;

/** Takes a row out of its plan. */
public final class DeleteProcTP {

    private final ProcTPs procTPs;

    public DeleteProcTP(ProcTPs procTPs) {
        this.procTPs = procTPs;
    }

    /**
     * Removes the row and nothing else of its plan.
     *
     * @param condition judges the row, once it could be removed
     * @throws Refusal {@code PROC_TP_NOT_FOUND}, {@code TREAT_PLAN_SIGNED}, {@code TREAT_PLAN_NOT_SAVED}, or what the
     *                 condition throws
     */
    public void delete(Caller caller, ProcTPNum num, ProcTPGuard condition) {
        procTPs.delete(caller, num, (plan, row) -> {
            plan.requireEditable();
            condition.check(plan, row);
        });
    }
}
