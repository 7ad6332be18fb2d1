package proctp.application.port;

import java.util.List;
import proctp.domain.ProcTP;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;

/** Makes the signature for a plan. */
@FunctionalInterface
public interface Signing {

    /**
     * The signature, not {@link TreatPlan.Signature#NONE}.
     *
     * @param plan locked, as it is committed
     * @param rows all of its rows in order, none of which can change before the signature is stored
     * @throws Refusal when the plan cannot be signed; nothing changes then
     */
    TreatPlan.Signature sign(TreatPlan plan, List<ProcTP> rows);
}
