package proctp.application;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import proctp.application.port.ProcTPs;
import proctp.application.port.TreatPlans;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlanNum;

/** Reads the rows of many plans at once. */
public final class FindProcTPs {

    private final ProcTPs procTPs;
    private final TreatPlans treatPlans;

    public FindProcTPs(ProcTPs procTPs, TreatPlans treatPlans) {
        this.procTPs = procTPs;
        this.treatPlans = treatPlans;
    }

    /**
     * What was found.
     *
     * @param rows    in the order of {@link ProcTPs#list(Caller, ProcTPFilter, Page)}
     * @param missing the plans that were asked for and that the caller's practice does not have
     */
    public record Found(List<ProcTP> rows, Set<TreatPlanNum> missing) {

        public Found {
            rows = List.copyOf(rows);
            missing = Set.copyOf(missing);
        }
    }

    /** The rows that pass every filter, and which of the plans that it names are not there. */
    public Found find(Caller caller, ProcTPFilter filter, Page page) {
        List<ProcTP> rows = procTPs.list(caller, filter, page);
        // rows prove that there is their plan: only of the others it has to be asked
        Set<TreatPlanNum> missing = new HashSet<>(filter.plans().orElse(Set.of()));
        rows.forEach(row -> missing.remove(row.treatPlanNum()));
        if (!missing.isEmpty()) {
            missing.removeAll(treatPlans.existing(caller, Set.copyOf(missing)));
        }
        return new Found(rows, missing);
    }
}
