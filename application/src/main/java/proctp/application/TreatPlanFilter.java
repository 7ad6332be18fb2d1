package proctp.application;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import proctp.domain.TreatPlan;

/**
 * Which plans are wanted; what is empty filters nothing.
 *
 * @param patNum       only those of this patient
 * @param status       only those of this status
 * @param changedAfter only those whose SecDateTEdit is later than this
 */
public record TreatPlanFilter(Optional<Long> patNum, Optional<TreatPlan.Status> status, Optional<Instant> changedAfter) {

    /** Every plan. */
    public static final TreatPlanFilter ALL = new TreatPlanFilter(Optional.empty(), Optional.empty(), Optional.empty());

    public TreatPlanFilter {
        requireNonNull(patNum);
        requireNonNull(status);
        requireNonNull(changedAfter);
    }
}
