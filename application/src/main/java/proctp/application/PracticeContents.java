package proctp.application;

import static java.util.Objects.requireNonNull;

import java.util.List;
import proctp.domain.Definition;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlan;

/**
 * Everything that one practice has, as values: what an office is filled with.
 *
 * @param practice    its number
 * @param name        what it is called
 * @param apiKeys     the keys that open it; each names this practice
 * @param definitions its lists, in any order
 * @param treatPlans  its plans, in any order
 * @param procTPs     the rows of its plans, in any order; each names one of the plans
 */
public record PracticeContents(PracticeNum practice, String name, List<ApiKey> apiKeys, List<Definition> definitions,
                               List<TreatPlan> treatPlans, List<ProcTP> procTPs) {

    public PracticeContents {
        requireNonNull(practice);
        requireNonNull(name);
        apiKeys = List.copyOf(apiKeys);
        definitions = List.copyOf(definitions);
        treatPlans = List.copyOf(treatPlans);
        procTPs = List.copyOf(procTPs);
    }

    /** All of it but the keys, to be gone through once. */
    public PracticeSource source() {
        return new PracticeSource(new Practice(name, 0, 0, 0), definitions.iterator(), treatPlans.iterator(), procTPs.iterator());
    }
}
