package proctp.application;

import static java.util.Objects.requireNonNull;

import java.util.function.Consumer;
import proctp.domain.Definition;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlan;

/**
 * Where a practice goes to, of any size: each takes all there is of its kind, one by one, before the next one begins.
 *
 * @param practice    takes the practice itself
 * @param definitions takes its lists
 * @param treatPlans  takes its plans
 * @param procTPs     takes the rows of its plans
 */
public record PracticeSink(Consumer<Practice> practice, Consumer<Definition> definitions, Consumer<TreatPlan> treatPlans,
                           Consumer<ProcTP> procTPs) {

    public PracticeSink {
        requireNonNull(practice);
        requireNonNull(definitions);
        requireNonNull(treatPlans);
        requireNonNull(procTPs);
    }
}
