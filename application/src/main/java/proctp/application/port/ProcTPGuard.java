package proctp.application.port;

import java.util.function.Supplier;
import proctp.domain.ProcTP;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;

/**
 * Judges whether a row of a plan may change. What it lets pass an adapter may still refuse: a database can guard signed
 * plans by itself.
 */
@FunctionalInterface
public interface ProcTPGuard {

    /** Lets every row of every plan change. */
    ProcTPGuard NONE = (plan, row) -> { };

    /**
     * Returns when it may. An adapter may ask again, when another change was in the way.
     *
     * @param plan as it is committed, and locked: nobody can sign it until the change that is being judged is done
     * @param row  gives the row as it is committed, and locked from then on: nobody else can change it until that is done.
     *             Most guards do not ask, and cost nothing then. Throws {@code PROC_TP_NOT_FOUND} when the row has just gone
     * @throws Refusal when it may not; nothing changes then, and the caller of the port gets this very exception
     */
    void check(TreatPlan plan, Supplier<ProcTP> row);
}
