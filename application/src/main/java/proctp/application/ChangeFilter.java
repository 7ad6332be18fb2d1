package proctp.application;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import proctp.domain.TreatPlanNum;

/**
 * Which changes are wanted: those that pass all of it.
 *
 * @param after  only those with a larger number; 0 for all
 * @param plan   only those of this plan and of its rows
 * @param patNum only those of this patient's plans and of their rows
 * @param since  only those that were made then or later
 * @param key    only those that were made with this key; 0 is the console
 */
public record ChangeFilter(long after, Optional<TreatPlanNum> plan, Optional<Long> patNum, Optional<Instant> since,
                           Optional<ApiKeyNum> key) {

    /** All changes. */
    public static final ChangeFilter ALL =
            new ChangeFilter(0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public ChangeFilter {
        requireNonNull(plan);
        requireNonNull(patNum);
        requireNonNull(since);
        requireNonNull(key);
    }

    /** The same, but only those with a larger number. */
    public ChangeFilter after(long num) {
        return new ChangeFilter(num, plan, patNum, since, key);
    }
}
