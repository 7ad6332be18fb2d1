package proctp.contract.faults;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import proctp.application.Caller;
import proctp.application.IdempotencyKey;
import proctp.application.Page;
import proctp.application.Posted;
import proctp.application.TreatPlanFilter;
import proctp.application.port.Office;
import proctp.application.port.PlanGuard;
import proctp.application.port.PlanRevision;
import proctp.application.port.TreatPlans;
import proctp.domain.NewTreatPlan;
import proctp.domain.ProcTP;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** Faults that an adapter's plans could have. */
final class PlanFaults {

    private PlanFaults() {
    }

    /** Plans without a fault. */
    static class SoundTreatPlans implements TreatPlans {

        final Office sound;

        SoundTreatPlans(Office sound) {
            this.sound = sound;
        }

        @Override
        public List<TreatPlan> list(Caller caller, TreatPlanFilter filter, Page page) {
            return sound.treatPlans().list(caller, filter, page);
        }

        @Override
        public Optional<TreatPlan> find(Caller caller, TreatPlanNum num) {
            return sound.treatPlans().find(caller, num);
        }

        @Override
        public Set<TreatPlanNum> existing(Caller caller, Set<TreatPlanNum> nums) {
            return sound.treatPlans().existing(caller, nums);
        }

        @Override
        public List<TreatPlan> signed(Caller caller, TreatPlanNum after, int limit) {
            return sound.treatPlans().signed(caller, after, limit);
        }

        @Override
        public Posted<TreatPlan> save(Caller caller, NewTreatPlan plan, Optional<IdempotencyKey> key) {
            return sound.treatPlans().save(caller, plan, key);
        }

        @Override
        public TreatPlan revise(Caller caller, TreatPlanNum num, PlanRevision revision) {
            return sound.treatPlans().revise(caller, num, revision);
        }

        @Override
        public void delete(Caller caller, TreatPlanNum num, PlanGuard guard) {
            sound.treatPlans().delete(caller, num, guard);
        }
    }

    /** Has the plan signed before it locks it: an edit comes through although a signing is in flight. */
    static final class LocksThePlanOnlyToStoreTheSignature extends SoundTreatPlans {
        LocksThePlanOnlyToStoreTheSignature(Office sound) {
            super(sound);
        }

        @Override
        public TreatPlan revise(Caller caller, TreatPlanNum num, PlanRevision revision) {
            TreatPlan early = find(caller, num).orElseThrow(Refusal::treatPlanNotFound);
            List<ProcTP> rows = sound.procTPs().list(caller, num, SoundProcTPs.ALL);
            Instant[] at = new Instant[1];
            super.revise(caller, num, (plan, later, now) -> {
                at[0] = now;
                return plan;
            });
            TreatPlan revised = revision.revise(early, () -> rows, at[0]);
            return super.revise(caller, num, (plan, later, now) -> revised);
        }
    }

    /** Reads the rows before it has the lock, and signs what may have changed by then. */
    static final class ReadsTheRowsBeforeItLocksThePlan extends SoundTreatPlans {
        ReadsTheRowsBeforeItLocksThePlan(Office sound) {
            super(sound);
        }

        @Override
        public TreatPlan revise(Caller caller, TreatPlanNum num, PlanRevision revision) {
            List<ProcTP> early = sound.procTPs().list(caller, num, SoundProcTPs.ALL);
            return super.revise(caller, num, (plan, rows, now) -> revision.revise(plan, () -> early, now));
        }
    }

    /** Finds plans that changed at the time asked for, too. */
    static final class TakesAfterForSince extends SoundTreatPlans {
        TakesAfterForSince(Office sound) {
            super(sound);
        }

        @Override
        public List<TreatPlan> list(Caller caller, TreatPlanFilter filter, Page page) {
            return super.list(caller, new TreatPlanFilter(filter.patNum(), filter.status(),
                    filter.changedAfter().map(time -> time.minusSeconds(1))), page);
        }
    }
}
