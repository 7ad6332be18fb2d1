package proctp.application.port;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import proctp.domain.ProcTP;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;

/** Changes, signs or clears a plan. */
@FunctionalInterface
public interface PlanRevision {

    /**
     * The plan as it is to be stored; the very one that was given when nothing of it changes. Its numbers, its status, its
     * patient, presenter and entry stay as they are. An adapter may ask again, when another change was in the way.
     *
     * @param plan as it is committed, and locked: neither it nor any of its rows can change before the revision is stored
     * @param rows gives all of its rows in order; who only changes the plan does not ask, and costs nothing then
     * @param now  the time of the revision, in whole seconds
     * @throws Refusal when it cannot be made; nothing changes then, and the caller of the port gets this very exception
     */
    TreatPlan revise(TreatPlan plan, Supplier<List<ProcTP>> rows, Instant now);
}
