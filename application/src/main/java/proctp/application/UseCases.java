package proctp.application;

import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import proctp.application.port.Changes;
import proctp.application.port.Definitions;
import proctp.application.port.Office;
import proctp.application.port.ProcTPs;
import proctp.application.port.TreatPlans;

/**
 * All that a driving adapter can ask for, on one office.
 *
 * @param digest      what a pair of keys comes to, of its developer key and its customer key: all that anybody may keep of it
 * @param procTPs     read one by one as the port gives them: there is no rule to add
 * @param treatPlans  read as the port gives them: there is no rule to add
 * @param definitions read and made as the port gives them: there is no rule to add
 * @param changes     read as the port gives them: there is no rule to add
 */
public record UseCases(BiFunction<String, String, KeyDigest> digest, Authenticate authenticate, ListProcTPs listProcTPs,
                       FindProcTPs findProcTPs, EditProcTP editProcTP, DeleteProcTP deleteProcTP,
                       SaveTreatPlan saveTreatPlan, EditTreatPlan editTreatPlan, DeleteTreatPlan deleteTreatPlan,
                       VerifySignatures verifySignatures, ProcTPs procTPs, TreatPlans treatPlans, Definitions definitions,
                       Changes changes) {

    /**
     * The use cases on an office whose keys are stored under this secret.
     *
     * @param today tells which day it is in the practices' time zone
     */
    public static UseCases on(Office office, KeySecret secret, Supplier<LocalDate> today) {
        return new UseCases(
                secret::digest,
                new Authenticate(office.apiKeys(), today),
                new ListProcTPs(office.procTPs(), office.treatPlans()),
                new FindProcTPs(office.procTPs(), office.treatPlans()),
                new EditProcTP(office.procTPs(), office.definitions()),
                new DeleteProcTP(office.procTPs()),
                new SaveTreatPlan(office.treatPlans(), office.definitions()),
                new EditTreatPlan(office.treatPlans()),
                new DeleteTreatPlan(office.treatPlans()),
                new VerifySignatures(office.treatPlans(), office.procTPs()),
                office.procTPs(),
                office.treatPlans(),
                office.definitions(),
                office.changes());
    }
}
