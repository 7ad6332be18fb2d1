package proctp.application.port;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import proctp.application.Caller;
import proctp.application.IdempotencyKey;
import proctp.application.Page;
import proctp.application.Posted;
import proctp.domain.DefNum;
import proctp.domain.Definition;
import proctp.domain.NewDefinition;
import proctp.domain.Refusal;

/** The lists that a practice defines for itself. */
public interface Definitions {

    /**
     * The caller's definitions, by ItemOrder, then DefNum.
     *
     * @param category      only those of this category; empty for all
     * @param includeHidden whether hidden ones are wanted, too
     */
    List<Definition> list(Caller caller, Optional<Long> category, boolean includeHidden, Page page);

    /** Those of these that the caller's practice has, hidden or not, in any order. */
    List<Definition> find(Caller caller, Set<DefNum> nums);

    /**
     * Makes a definition, which gets the practice's next number and comes last in its list.
     *
     * @param key as in {@link TreatPlans#save}
     * @throws Refusal {@code IDEMPOTENCY_KEY_REUSED} or {@code KEY_INVALID} as there
     */
    Posted<Definition> add(Caller caller, NewDefinition definition, Optional<IdempotencyKey> key);
}
