package proctp.application;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import proctp.domain.TreatPlanNum;

/**
 * Which rows are wanted, of any number of plans; what is empty filters nothing.
 *
 * @param plans        only those of these plans; of a number that no plan has there are none
 * @param patNum       only those of this patient
 * @param changedAfter only those whose SecDateTEdit is later than this
 */
public record ProcTPFilter(Optional<Set<TreatPlanNum>> plans, Optional<Long> patNum, Optional<Instant> changedAfter) {

    public ProcTPFilter {
        plans = plans.map(Set::copyOf);
        requireNonNull(patNum);
        requireNonNull(changedAfter);
    }
}
