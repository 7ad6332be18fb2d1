package proctp.contract.faults;

import java.util.List;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.TreatPlanFilter;
import proctp.application.port.Office;
import proctp.application.port.Signing;
import proctp.application.port.TreatPlans;
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
        public boolean exists(Caller caller, TreatPlanNum num) {
            return sound.treatPlans().exists(caller, num);
        }

        @Override
        public TreatPlan sign(Caller caller, TreatPlanNum num, Signing signing) {
            return sound.treatPlans().sign(caller, num, signing);
        }
    }

    /** Has the plan signed before it locks it: an edit comes through although a signing is in flight. */
    static final class LocksThePlanOnlyToStoreTheSignature extends SoundTreatPlans {
        LocksThePlanOnlyToStoreTheSignature(Office sound) {
            super(sound);
        }

        @Override
        public TreatPlan sign(Caller caller, TreatPlanNum num, Signing signing) {
            TreatPlan.Signature signature = signing.sign(find(caller, num), rows(caller, num));
            return super.sign(caller, num, (plan, rows) -> signature);
        }

        private TreatPlan find(Caller caller, TreatPlanNum num) {
            return list(caller, TreatPlanFilter.ALL, SoundProcTPs.ALL).stream()
                    .filter(plan -> plan.num().equals(num)).findFirst().orElseThrow(Refusal::treatPlanNotFound);
        }

        private List<ProcTP> rows(Caller caller, TreatPlanNum num) {
            return sound.procTPs().list(caller, num, SoundProcTPs.ALL);
        }
    }

    /** Reads the rows before it has the lock, and signs what may have changed by then. */
    static final class ReadsTheRowsBeforeItLocksThePlan extends SoundTreatPlans {
        ReadsTheRowsBeforeItLocksThePlan(Office sound) {
            super(sound);
        }

        @Override
        public TreatPlan sign(Caller caller, TreatPlanNum num, Signing signing) {
            List<ProcTP> early = sound.procTPs().list(caller, num, SoundProcTPs.ALL);
            return super.sign(caller, num, (plan, rows) -> signing.sign(plan, early));
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
