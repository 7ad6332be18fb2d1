package proctp.application.port;

import java.util.List;
import java.util.Optional;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.ProcTPFilter;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;

/**
 * The rows of saved plans.
 *
 * <p>A change is one transaction: the row's plan is locked against signing, the guard judges it, the row changes, and all
 * of it is there for good when the method returns. Whoever signs a plan waits for changes of its rows that are under way,
 * and a change that comes later sees the signature. Changes of different rows of one plan do not wait for each other.
 *
 * <p>Each change writes its entry in {@link Changes}, as the last thing of its transaction; only from there on do other changes of the
 * practice wait for it. What leaves the row as it was, or is refused, writes none.
 */
public interface ProcTPs {

    /** The rows of the caller's plan, by ItemOrder, then ProcTPNum; none when there is no such plan. */
    List<ProcTP> list(Caller caller, TreatPlanNum plan, Page page);

    /**
     * The caller's rows that pass every filter: by plan, ItemOrder, ProcTPNum; or, when only those are wanted that changed
     * after some time, by SecDateTEdit, ProcTPNum.
     */
    List<ProcTP> list(Caller caller, ProcTPFilter filter, Page page);

    /** The caller's row of that number. */
    Optional<ProcTP> find(Caller caller, ProcTPNum num);

    /**
     * Changes the members that the edit names and no other, whatever happens to the others at the same time.
     * SecDateTEdit becomes the time of the edit, in whole seconds, if a stored value really changes, and stays otherwise.
     *
     * @param guard judges the row's plan, and the row if it wants to, also for an edit that names nothing
     * @return the row as it is stored now
     * @throws Refusal {@code PROC_TP_NOT_FOUND} when the caller's practice has no such row, or what the guard throws
     */
    ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, ProcTPGuard guard);

    /**
     * Removes the row. Nothing else changes.
     *
     * @param guard judges the row's plan, and the row if it wants to
     * @throws Refusal {@code PROC_TP_NOT_FOUND} when the caller's practice has no such row, or what the guard throws
     */
    void delete(Caller caller, ProcTPNum num, ProcTPGuard guard);
}
