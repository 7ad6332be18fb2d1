package proctp.application.port;

import proctp.domain.Refusal;
import proctp.domain.TreatPlan;

/**
 * Judges whether a plan may go, or change. What it lets pass an adapter may still refuse: a database can guard signed plans by itself.
 */
@FunctionalInterface
public interface PlanGuard {

    /** Lets every plan go, and change. */
    PlanGuard NONE = plan -> { };

    /**
     * Returns when it may.
     *
     * @param plan as it is committed, and locked: nobody can change or sign it until what is being judged is done
     * @throws Refusal when it may not; nothing changes then, and the caller of the port gets this very exception
     */
    void check(TreatPlan plan);
}
