package proctp.postgres;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static proctp.postgres.generated.Tables.PROCTP;
import static proctp.postgres.generated.Tables.TREATPLAN;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.PracticeNum;
import proctp.application.ProcTPFilter;
import proctp.application.port.ProcTPGuard;
import proctp.application.port.ProcTPs;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;

/**
 * A planted fault: it looks right, since its update asks for itself whether the plan is unsigned, and passes every test of
 * one call after the other. But the database answers that from what was committed when the update began, so a signature
 * that is on its way is not seen.
 */
final class ExistsGuardedProcTPs implements ProcTPs {

    private static final Condition PLAN_IS_UNSIGNED = exists(
            selectOne().from(TREATPLAN).where(TreatPlanRow.OF_PROC_TP, TREATPLAN.SIGNATURE.eq("")));

    private final Database database;
    private final ProcTPs sound;
    private final Clock clock;

    ExistsGuardedProcTPs(Database database, Clock clock) {
        this.database = database;
        this.sound = new PostgresProcTPs(database, clock);
        this.clock = clock;
    }

    @Override
    public List<ProcTP> list(Caller caller, TreatPlanNum plan, Page page) {
        return sound.list(caller, plan, page);
    }

    @Override
    public List<ProcTP> list(Caller caller, ProcTPFilter filter, Page page) {
        return sound.list(caller, filter, page);
    }

    @Override
    public Optional<ProcTP> find(Caller caller, ProcTPNum num) {
        return sound.find(caller, num);
    }

    @Override
    public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, ProcTPGuard guard) {
        if (ProcTPRow.values(edit).isEmpty()) {
            return sound.edit(caller, num, edit, guard);
        }
        return database.change(caller.practice(), sql -> {
            guard.check(Rows.first(sql
                    .select(TreatPlanRow.COLUMNS)
                    .from(PROCTP).join(TREATPLAN).on(TreatPlanRow.OF_PROC_TP)
                    .where(is(caller.practice(), num)), TreatPlanRow::read).orElseThrow(Refusal::procTPNotFound),
                    () -> sound.find(caller, num).orElseThrow(Refusal::procTPNotFound));
            return Rows.first(sql
                    .update(PROCTP)
                    .set(ProcTPRow.values(edit))
                    .set(ProcTPRow.editedAt(val(Rows.stored(clock.instant()))))
                    .where(is(caller.practice(), num), PLAN_IS_UNSIGNED)
                    .returningResult(ProcTPRow.RETURNED), ProcTPRow::read).orElseThrow(Refusal::procTPNotFound);
        });
    }

    @Override
    public void delete(Caller caller, ProcTPNum num, ProcTPGuard guard) {
        sound.delete(caller, num, guard);
    }

    private static Condition is(PracticeNum practice, ProcTPNum num) {
        return PROCTP.PRACTICE_ID.eq(practice.value()).and(PROCTP.PROCTPNUM.eq(num.value()));
    }
}
