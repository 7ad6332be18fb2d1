package proctp.http;

import java.util.List;
import proctp.domain.NewTreatPlan;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanEdit;

/** The members of a TreatPlan on the wire, and which of them a body can set. */
final class TreatPlanMembers {

    private static final List<String> NAMES = List.of(
            "TreatPlanNum", "PatNum", "DateTP", "Heading", "Note", "SigIsTopaz", "ResponsParty", "DocNum", "TPStatus",
            "SecUserNumEntry", "SecDateEntry", "SecDateTEdit", "UserNumPresenter", "TPType", "DateTSigned",
            "DateTPracticeSigned", "SignatureText", "SignaturePracticeText", "isSigned", "isSignedPractice");

    /** Those that an update can change. */
    static final Members<TreatPlanEdit.Builder> EDITABLE = Members.toChange("TreatPlan", TreatPlanEdit.Builder::faults)
            .date("DateTP", TreatPlanEdit.Builder::dateTP)
            .text("Heading", TreatPlanEdit.Builder::heading)
            .text("Note", TreatPlanEdit.Builder::note)
            .whole("ResponsParty", TreatPlanEdit.Builder::responsParty)
            .oneOf("TPType", TreatPlan.Type.values(), TreatPlanEdit.Builder::type)
            .text("SignatureText", TreatPlanEdit.Builder::signatureText)
            .text("SignaturePracticeText", TreatPlanEdit.Builder::signaturePracticeText)
            .flag("isSigned", TreatPlanEdit.Builder::isSigned)
            .flag("isSignedPractice", TreatPlanEdit.Builder::isSignedPractice)
            .passingOver(NAMES);

    /** Those that a plan can have when it is saved. */
    static final Members<NewTreatPlan.Builder> NEW = Members.toMake("TreatPlan", NewTreatPlan.Builder::faults)
            .refused("TreatPlanNum", "would name a plan whose procedures are to be copied, and there are no tables of procedures here."
                    + " Leave it out, and send PatNum and ProcTPs, an array with the rows of the plan.")
            .whole("PatNum", NewTreatPlan.Builder::patNum)
            .date("DateTP", NewTreatPlan.Builder::dateTP)
            .text("Heading", NewTreatPlan.Builder::heading)
            .text("Note", NewTreatPlan.Builder::note)
            .whole("UserNumPresenter", NewTreatPlan.Builder::userNumPresenter)
            .oneOf("TPType", TreatPlan.Type.values(), NewTreatPlan.Builder::type)
            .objects("ProcTPs", ProcTPMembers.NEW, NewTreatPlan.Builder::procTP)
            .passingOver(NAMES);

    private TreatPlanMembers() {
    }
}
