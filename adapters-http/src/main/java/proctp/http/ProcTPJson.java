package proctp.http;

import proctp.domain.ProcTP;

/** Writes a ProcTP: 28 members in the vendor's order, whose names and types are the vendor's. */
final class ProcTPJson {

    private ProcTPJson() {
    }

    static void write(JsonWriter json, ProcTP row, WireFormat format) {
        ProcTP.Amounts amounts = row.amounts();
        json.startObject();
        json.number("ProcTPNum", row.num().value());
        json.number("TreatPlanNum", row.treatPlanNum().value());
        json.number("PatNum", row.patNum());
        json.number("ProcNumOrig", row.procNumOrig());
        json.number("ItemOrder", row.itemOrder());
        json.number("Priority", row.priority().num().value());
        json.text("priority", row.priority().itemName());
        json.text("ToothNumTP", row.toothNumTP());
        json.text("Surf", row.surf());
        json.text("ProcCode", row.procCode());
        json.text("Descript", row.descript());
        json.number("FeeAmt", amounts.feeAmt());
        json.number("PriInsAmt", amounts.priInsAmt());
        json.number("SecInsAmt", amounts.secInsAmt());
        json.number("PatAmt", amounts.patAmt());
        json.number("Discount", amounts.discount());
        json.text("Prognosis", row.prognosis());
        json.text("Dx", row.dx());
        json.text("ProcAbbr", row.procAbbr());
        json.number("SecUserNumEntry", row.stamp().secUserNumEntry());
        json.text("SecDateEntry", format.date(row.stamp().secDateEntry()));
        json.text("SecDateTEdit", format.dateTime(row.stamp().secDateTEdit()));
        json.number("FeeAllowed", amounts.feeAllowed());
        json.number("TaxAmt", amounts.taxAmt());
        json.number("ProvNum", row.provNum());
        json.text("DateTP", format.date(row.dateTP()));
        json.number("ClinicNum", row.clinicNum());
        json.number("CatPercUCR", amounts.catPercUCR());
        json.endObject();
    }

    /** Lets a tag stand for all that is written. */
    static void values(EntityTag tag, ProcTP row) {
        ProcTP.Amounts amounts = row.amounts();
        tag.number(row.num().value()).number(row.treatPlanNum().value()).number(row.patNum()).number(row.procNumOrig())
                .number(row.itemOrder()).number(row.priority().num().value()).text(row.priority().itemName())
                .text(row.toothNumTP()).text(row.surf()).text(row.procCode()).text(row.descript())
                .text(row.prognosis()).text(row.dx()).text(row.procAbbr())
                .number(row.stamp().secUserNumEntry()).date(row.stamp().secDateEntry()).time(row.stamp().secDateTEdit())
                .number(row.provNum()).date(row.dateTP()).number(row.clinicNum())
                .amount(amounts.feeAmt()).amount(amounts.priInsAmt()).amount(amounts.secInsAmt()).amount(amounts.patAmt())
                .amount(amounts.discount()).amount(amounts.feeAllowed()).amount(amounts.taxAmt()).amount(amounts.catPercUCR());
    }
}
