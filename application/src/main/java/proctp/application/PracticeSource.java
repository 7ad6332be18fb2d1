package proctp.application;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import proctp.domain.Definition;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlan;

/**
 * A practice that comes from somewhere, of any size: each iterator is gone through once, after the one before it has ended.
 *
 * @param practice    the practice itself
 * @param definitions its lists, in any order
 * @param treatPlans  its plans, in any order
 * @param procTPs     the rows of its plans, in any order; each names one of the plans
 */
public record PracticeSource(Practice practice, Iterator<Definition> definitions, Iterator<TreatPlan> treatPlans,
                             Iterator<ProcTP> procTPs) {

    public PracticeSource {
        requireNonNull(practice);
        requireNonNull(definitions);
        requireNonNull(treatPlans);
        requireNonNull(procTPs);
    }
}
