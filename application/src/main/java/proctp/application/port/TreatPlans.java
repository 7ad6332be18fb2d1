package proctp.application.port;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import proctp.application.Caller;
import proctp.application.IdempotencyKey;
import proctp.application.Page;
import proctp.application.Posted;
import proctp.application.TreatPlanFilter;
import proctp.domain.NewTreatPlan;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/**
 * The plans of the practices.
 *
 * <p>Each change writes its entries in {@link Changes}, as the last thing of its transaction; only from there on do other changes of
 * the practice wait for it. What leaves the plan as it was, is refused or was done before writes none.
 */
public interface TreatPlans {

    /** The caller's plans that pass every filter, by TreatPlanNum. */
    List<TreatPlan> list(Caller caller, TreatPlanFilter filter, Page page);

    /** The caller's plan of that number, of whatever status. */
    Optional<TreatPlan> find(Caller caller, TreatPlanNum num);

    /** Which of these plans the caller's practice has, of whatever status. */
    Set<TreatPlanNum> existing(Caller caller, Set<TreatPlanNum> nums);

    /** The first so many of the caller's signed plans whose numbers are larger than that, by TreatPlanNum. */
    List<TreatPlan> signed(Caller caller, TreatPlanNum after, int limit);

    /**
     * Saves a plan with all of its rows, in one transaction. It and they get the practice's next numbers, which are never
     * given out twice, also not after a delete. They were entered by the API, on the day that the practice's clock shows.
     *
     * <p>With a key that the caller's customer key has sent within {@link IdempotencyKey#KEPT}, nothing is done, and the
     * plan is given as it was saved then, whatever became of it. Of two at the same time the second waits for the first. A
     * refusal leaves no trace of the key.
     *
     * @throws Refusal {@code IDEMPOTENCY_KEY_REUSED} when the key came with another request then, {@code KEY_INVALID} when
     *                 the caller's practice is not there any more
     */
    Posted<TreatPlan> save(Caller caller, NewTreatPlan plan, Optional<IdempotencyKey> key);

    /**
     * Changes, signs or clears a plan, in one transaction: the plan is locked first, so that changes of its rows that are
     * under way are waited for and later ones wait, and only then is it judged, and are the rows read that a signature
     * covers.
     *
     * @param revision sees the plan and its rows as they are, and gives the plan as it is to be
     * @return the plan as it is stored now
     * @throws Refusal {@code TREAT_PLAN_NOT_FOUND} when the caller's practice has no such plan, or what the revision throws
     */
    TreatPlan revise(Caller caller, TreatPlanNum num, PlanRevision revision);

    /**
     * Removes a plan and all of its rows, in one transaction, once changes of its rows that are under way are done.
     *
     * @param guard judges the plan
     * @throws Refusal {@code TREAT_PLAN_NOT_FOUND} when the caller's practice has no such plan, or what the guard throws
     */
    void delete(Caller caller, TreatPlanNum num, PlanGuard guard);
}
