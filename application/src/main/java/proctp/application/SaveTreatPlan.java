package proctp.application;

import static java.util.stream.Collectors.toSet;

import java.util.Optional;
import java.util.Set;
import proctp.application.port.Definitions;
import proctp.application.port.TreatPlans;
import proctp.domain.DefNum;
import proctp.domain.Definition;
import proctp.domain.NewTreatPlan;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;

/** Saves a plan, as it is proposed to a patient on a day. */
public final class SaveTreatPlan {

    private final TreatPlans treatPlans;
    private final Definitions definitions;

    public SaveTreatPlan(TreatPlans treatPlans, Definitions definitions) {
        this.treatPlans = treatPlans;
        this.definitions = definitions;
    }

    /**
     * Saves the plan with all of its rows, or nothing.
     *
     * @param key makes it safe to send the same again; empty when the client did not ask for that
     * @return the plan as it was stored
     * @throws Refusal {@code FIELD_INVALID}, {@code FIELD_REQUIRED} or {@code IDEMPOTENCY_KEY_REUSED}
     */
    public Posted<TreatPlan> save(Caller caller, NewTreatPlan.Builder wanted, Optional<IdempotencyKey> key) {
        Set<DefNum> priorities = wanted.wantedPriorities();
        Set<DefNum> known = priorities.isEmpty() ? Set.of() : definitions.find(caller, priorities).stream()
                .filter(Definition::isTxPriority).map(Definition::num).collect(toSet());
        return treatPlans.save(caller, wanted.build(known::contains), key);
    }
}
