package proctp.application.port;

import proctp.domain.Refusal;
import proctp.domain.TreatPlan;

/**
 * Judges whether the rows of a plan may change. What it lets pass an adapter may still refuse: a database can guard signed
 * plans by itself.
 */
@FunctionalInterface
public interface PlanGuard {

    /**
     * Returns when they may.
     *
     * @param plan as it is committed, and locked: nobody can sign it until the change that is being judged is done
     * @throws Refusal when they may not; nothing changes then, and the caller of the port gets this very exception
     */
    void check(TreatPlan plan);
}
