package proctp.application;

import java.util.Set;
import proctp.application.port.Definitions;
import proctp.application.port.ProcTPGuard;
import proctp.application.port.ProcTPs;
import proctp.domain.Definition;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;

/** Changes single members of a row. */
public final class EditProcTP {

    private final ProcTPs procTPs;
    private final Definitions definitions;

    public EditProcTP(ProcTPs procTPs, Definitions definitions) {
        this.procTPs = procTPs;
        this.definitions = definitions;
    }

    /**
     * Makes the edit, all of it or nothing. What was sent is judged before the row is looked for, and the row before the
     * rule of its plan.
     *
     * @param condition judges the row as it is before the edit, once the edit itself could be made
     * @return the row as it is stored now
     * @throws Refusal {@code FIELD_INVALID}, {@code PROC_TP_NOT_FOUND}, {@code TREAT_PLAN_SIGNED},
     *                 {@code TREAT_PLAN_NOT_SAVED}, or what the condition throws
     */
    public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit.Builder wanted, ProcTPGuard condition) {
        ProcTPEdit edit = wanted.build(priority ->
                definitions.find(caller, Set.of(priority)).stream().anyMatch(Definition::isTxPriority));
        return procTPs.edit(caller, num, edit, (plan, row) -> {
            plan.requireEditable();
            condition.check(plan, row);
        });
    }
}
