package proctp.contract.faults;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import proctp.application.Caller;
import proctp.application.IdempotencyKey;
import proctp.application.Page;
import proctp.application.Posted;
import proctp.application.ProcTPFilter;
import proctp.application.port.Office;
import proctp.application.port.PlanGuard;
import proctp.application.port.PlanRevision;
import proctp.application.port.ProcTPGuard;
import proctp.domain.NewTreatPlan;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** Faults that an adapter could have in a plan's life from its saving to its end, and in readings of many plans. */
final class LifeFaults {

    private LifeFaults() {
    }

    /** Does the work each time it is asked for. */
    static final class ForgetsTheKey extends PlanFaults.SoundTreatPlans {
        ForgetsTheKey(Office sound) {
            super(sound);
        }

        @Override
        public Posted<TreatPlan> save(Caller caller, NewTreatPlan plan, Optional<IdempotencyKey> key) {
            return super.save(caller, plan, Optional.empty());
        }
    }

    /** Answers a request that comes again with the plan as it is now. */
    static final class AnswersAgainWithWhatIsThereNow extends PlanFaults.SoundTreatPlans {
        AnswersAgainWithWhatIsThereNow(Office sound) {
            super(sound);
        }

        @Override
        public Posted<TreatPlan> save(Caller caller, NewTreatPlan plan, Optional<IdempotencyKey> key) {
            Posted<TreatPlan> posted = super.save(caller, plan, key);
            return find(caller, posted.value().num()).map(now -> new Posted<>(now, posted.isReplay())).orElse(posted);
        }
    }

    /** Keeps the signature and forgets what was signed. */
    static final class ForgetsWhatWasSigned extends PlanFaults.SoundTreatPlans {
        ForgetsWhatWasSigned(Office sound) {
            super(sound);
        }

        @Override
        public TreatPlan revise(Caller caller, TreatPlanNum num, PlanRevision revision) {
            return super.revise(caller, num, (plan, rows, now) -> {
                TreatPlan.Signature kept = revision.revise(plan, rows, now).patient();
                return revision.revise(plan, rows, now).signedBy(
                        new TreatPlan.Signature(kept.value(), kept.signed(), kept.text()), now);
            });
        }
    }

    /** Judges a plan before it holds it, and lets it go although somebody is at its rows. */
    static final class DeletesWithoutWaiting extends PlanFaults.SoundTreatPlans {
        DeletesWithoutWaiting(Office sound) {
            super(sound);
        }

        @Override
        public void delete(Caller caller, TreatPlanNum num, PlanGuard guard) {
            guard.check(find(caller, num).orElseThrow(Refusal::treatPlanNotFound));
            super.delete(caller, num, PlanGuard.NONE);
        }
    }

    /** Shows the guard the row without holding it: of two that saw the same, both come through. */
    static final class ShowsTheRowWithoutHoldingIt extends SoundProcTPs {
        private static final long A_ROUND_TRIP = 500_000;

        ShowsTheRowWithoutHoldingIt(Office sound) {
            super(sound);
        }

        @Override
        public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, ProcTPGuard guard) {
            return super.edit(caller, num, edit, (plan, row) -> {
                guard.check(plan, () -> find(caller, num).orElseThrow(Refusal::procTPNotFound));
                LockSupport.parkNanos(A_ROUND_TRIP);
            });
        }
    }

    /** Finds rows that changed at the time asked for, too, and gives them by their number. */
    static final class TakesAfterForSince extends SoundProcTPs {
        TakesAfterForSince(Office sound) {
            super(sound);
        }

        @Override
        public List<ProcTP> list(Caller caller, ProcTPFilter filter, Page page) {
            return super.list(caller, new ProcTPFilter(filter.plans(), filter.patNum(),
                    filter.changedAfter().map(time -> time.minusSeconds(1))), page);
        }
    }

    /** Gives the rows of many plans by their number alone. */
    static final class ForgetsThePlansOrder extends SoundProcTPs {
        ForgetsThePlansOrder(Office sound) {
            super(sound);
        }

        @Override
        public List<ProcTP> list(Caller caller, ProcTPFilter filter, Page page) {
            return super.list(caller, filter, page).stream()
                    .sorted(Comparator.comparingLong(row -> row.num().value())).toList();
        }
    }
}
