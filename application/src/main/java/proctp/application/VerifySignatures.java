package proctp.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import proctp.application.port.ProcTPs;
import proctp.application.port.TreatPlans;
import proctp.domain.ProcTP;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** Holds every signed plan of a practice against what its patient signed: somebody may have been at the tables by hand. */
public final class VerifySignatures {

    /** Plans that are looked at together. */
    private static final int AT_ONCE = 500;

    private static final TreatPlanNum FIRST = new TreatPlanNum(0);

    private final TreatPlans treatPlans;
    private final ProcTPs procTPs;

    public VerifySignatures(TreatPlans treatPlans, ProcTPs procTPs) {
        this.treatPlans = treatPlans;
        this.procTPs = procTPs;
    }

    /**
     * What came of it.
     *
     * @param matching how many signed plans are as they were signed
     * @param changed  the plans that are not
     * @param unknown  signed plans of which it is not known what was signed
     */
    public record Findings(long matching, List<TreatPlanNum> changed, List<TreatPlanNum> unknown) {
    }

    /** Looks at every signed plan of the caller's practice. */
    public Findings verify(Caller caller) {
        long matching = 0;
        List<TreatPlanNum> changed = new ArrayList<>();
        List<TreatPlanNum> unknown = new ArrayList<>();
        List<TreatPlan> some = treatPlans.signed(caller, FIRST, AT_ONCE);
        while (!some.isEmpty()) {
            Map<TreatPlanNum, List<ProcTP>> rows = rows(caller, some);
            for (TreatPlan plan : some) {
                if (plan.patient().digest().isEmpty()) {
                    unknown.add(plan.num());
                } else if (matches(plan, rows.getOrDefault(plan.num(), List.of())) || matchesNow(caller, plan.num())) {
                    matching++;
                } else {
                    changed.add(plan.num());
                }
            }
            some = treatPlans.signed(caller, some.get(some.size() - 1).num(), AT_ONCE);
        }
        return new Findings(matching, changed, unknown);
    }

    private Map<TreatPlanNum, List<ProcTP>> rows(Caller caller, List<TreatPlan> plans) {
        Set<TreatPlanNum> nums = plans.stream().map(TreatPlan::num).collect(toSet());
        return procTPs.list(caller, new ProcTPFilter(Optional.of(nums), Optional.empty(), Optional.empty()), Page.EVERYTHING)
                .stream().collect(groupingBy(ProcTP::treatPlanNum));
    }

    private static boolean matches(TreatPlan plan, List<ProcTP> rows) {
        return SignedDigest.of(plan, rows).equals(plan.patient().digest());
    }

    /** Judged on the locked plan: it may have been cleared, changed and signed between the two readings. */
    private boolean matchesNow(Caller caller, TreatPlanNum num) {
        boolean[] matches = new boolean[1];
        try {
            treatPlans.revise(caller, num, (plan, rows, now) -> {
                matches[0] = !plan.isSigned() || matches(plan, rows.get());
                return plan;
            });
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.TREAT_PLAN_NOT_FOUND) {
                throw refused;
            }
            return true;
        }
        return matches[0];
    }
}
