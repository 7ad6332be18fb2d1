package proctp.application.memory;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import proctp.application.ApiKeyNum;
import proctp.application.IdempotencyKey;
import proctp.domain.Definition;
import proctp.domain.TreatPlan;

/**
 * A request that has made something, and may come again for {@link IdempotencyKey#KEPT}.
 *
 * @param apiKey     the number of the customer key that it came with
 * @param key        its own key
 * @param made       when it did its work
 * @param treatPlan  the plan as it was saved; empty when it has made something else
 * @param definition the definition as it was made; empty when it has made something else
 */
public record KeptPost(ApiKeyNum apiKey, IdempotencyKey key, Instant made, Optional<TreatPlan> treatPlan,
                       Optional<Definition> definition) {

    public KeptPost {
        requireNonNull(apiKey);
        requireNonNull(key);
        requireNonNull(made);
        if (treatPlan.isPresent() == definition.isPresent()) {
            throw new IllegalArgumentException("a request must have made a plan or a definition");
        }
    }

    /** @param value a plan or a definition */
    static KeptPost of(ApiKeyNum apiKey, IdempotencyKey key, Instant made, Object value) {
        return new KeptPost(apiKey, key, made,
                Optional.of(value).filter(TreatPlan.class::isInstance).map(TreatPlan.class::cast),
                Optional.of(value).filter(Definition.class::isInstance).map(Definition.class::cast));
    }

    /** What it has made. */
    Object value() {
        return treatPlan.<Object>map(plan -> plan).orElseGet(definition::orElseThrow);
    }

    /** Whether it is remembered at that time. */
    boolean isKeptAt(Instant now) {
        return made.plus(IdempotencyKey.KEPT).isAfter(now);
    }
}
