package proctp.contract;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import proctp.domain.ProcTP;

/** The 28 members of a row by the vendor's names, to tell which of them an edit has changed. */
final class Members {

    private Members() {
    }

    static Set<String> changed(ProcTP before, ProcTP after) {
        Map<String, Object> old = of(before);
        Set<String> changed = new LinkedHashSet<>();
        of(after).forEach((name, value) -> {
            if (!Objects.equals(value, old.get(name))) {
                changed.add(name);
            }
        });
        return changed;
    }

    private static Map<String, Object> of(ProcTP row) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("ProcTPNum", row.num());
        members.put("TreatPlanNum", row.treatPlanNum());
        members.put("PatNum", row.patNum());
        members.put("ProcNumOrig", row.procNumOrig());
        members.put("ItemOrder", row.itemOrder());
        members.put("Priority", row.priority().num());
        members.put("priority", row.priority().itemName());
        members.put("ToothNumTP", row.toothNumTP());
        members.put("Surf", row.surf());
        members.put("ProcCode", row.procCode());
        members.put("Descript", row.descript());
        members.put("Prognosis", row.prognosis());
        members.put("Dx", row.dx());
        members.put("ProcAbbr", row.procAbbr());
        members.put("SecUserNumEntry", row.stamp().secUserNumEntry());
        members.put("SecDateEntry", row.stamp().secDateEntry());
        members.put("SecDateTEdit", row.stamp().secDateTEdit());
        members.put("ProvNum", row.provNum());
        members.put("DateTP", row.dateTP());
        members.put("ClinicNum", row.clinicNum());
        putAmounts(members, row.amounts());
        return members;
    }

    private static void putAmounts(Map<String, Object> members, ProcTP.Amounts amounts) {
        members.put("FeeAmt", amounts.feeAmt());
        members.put("PriInsAmt", amounts.priInsAmt());
        members.put("SecInsAmt", amounts.secInsAmt());
        members.put("PatAmt", amounts.patAmt());
        members.put("Discount", amounts.discount());
        members.put("FeeAllowed", amounts.feeAllowed());
        members.put("TaxAmt", amounts.taxAmt());
        members.put("CatPercUCR", amounts.catPercUCR());
    }
}
