package proctp.http;

import java.util.List;
import proctp.domain.DefNum;
import proctp.domain.NewProcTP;
import proctp.domain.ProcTPEdit;

/** The members of a ProcTP on the wire, and which of them a body can set. */
final class ProcTPMembers {

    private static final List<String> NAMES = List.of(
            "ProcTPNum", "TreatPlanNum", "PatNum", "ProcNumOrig", "ItemOrder", "Priority", "priority", "ToothNumTP", "Surf",
            "ProcCode", "Descript", "FeeAmt", "PriInsAmt", "SecInsAmt", "PatAmt", "Discount", "Prognosis", "Dx", "ProcAbbr",
            "SecUserNumEntry", "SecDateEntry", "SecDateTEdit", "FeeAllowed", "TaxAmt", "ProvNum", "DateTP", "ClinicNum",
            "CatPercUCR");

    /** Those that an update can change. */
    static final Members<ProcTPEdit.Builder> EDITABLE = Members.toChange("ProcTP", ProcTPEdit.Builder::faults)
            .whole("Priority", (edit, num) -> edit.priority(new DefNum(num)))
            .text("ToothNumTP", ProcTPEdit.Builder::toothNumTP)
            .text("Surf", ProcTPEdit.Builder::surf)
            .text("ProcCode", ProcTPEdit.Builder::procCode)
            .text("Descript", ProcTPEdit.Builder::descript)
            .money("FeeAmt", ProcTPEdit.Builder::feeAmt)
            .money("PriInsAmt", ProcTPEdit.Builder::priInsAmt)
            .money("SecInsAmt", ProcTPEdit.Builder::secInsAmt)
            .money("PatAmt", ProcTPEdit.Builder::patAmt)
            .money("Discount", ProcTPEdit.Builder::discount)
            .text("Prognosis", ProcTPEdit.Builder::prognosis)
            .text("Dx", ProcTPEdit.Builder::dx)
            .text("ProcAbbr", ProcTPEdit.Builder::procAbbr)
            .money("FeeAllowed", ProcTPEdit.Builder::feeAllowed)
            .passingOver(NAMES);

    /** Those that a row of a plan can have when the plan is saved: what can change later, and what stays. */
    static final Members<NewProcTP.Builder> NEW = Members.toMake("ProcTP", NewProcTP.Builder::faults)
            .all(EDITABLE, NewProcTP.Builder::edit)
            .whole("ProcNumOrig", NewProcTP.Builder::procNumOrig)
            .money("TaxAmt", NewProcTP.Builder::taxAmt)
            .whole("ProvNum", NewProcTP.Builder::provNum)
            .date("DateTP", NewProcTP.Builder::dateTP)
            .whole("ClinicNum", NewProcTP.Builder::clinicNum)
            .money("CatPercUCR", NewProcTP.Builder::catPercUCR)
            .passingOver(NAMES);

    private ProcTPMembers() {
    }
}
