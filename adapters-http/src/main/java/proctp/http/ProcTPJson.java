package proctp.http;

import java.util.List;
import proctp.domain.Money;
import proctp.domain.ProcTP;
import tools.jackson.core.JsonGenerator;

/** Writes a ProcTP: 28 members in the vendor's order, whose names and types are the vendor's. */
final class ProcTPJson {

    private ProcTPJson() {
    }

    static void write(JsonGenerator json, ProcTP row, WireFormat format) {
        ProcTP.Amounts amounts = row.amounts();
        json.writeStartObject();
        json.writeNumberProperty("ProcTPNum", row.num().value());
        json.writeNumberProperty("TreatPlanNum", row.treatPlanNum().value());
        json.writeNumberProperty("PatNum", row.patNum());
        json.writeNumberProperty("ProcNumOrig", row.procNumOrig());
        json.writeNumberProperty("ItemOrder", row.itemOrder());
        json.writeNumberProperty("Priority", row.priority().num().value());
        json.writeStringProperty("priority", row.priority().itemName());
        json.writeStringProperty("ToothNumTP", row.toothNumTP());
        json.writeStringProperty("Surf", row.surf());
        json.writeStringProperty("ProcCode", row.procCode());
        json.writeStringProperty("Descript", row.descript());
        money(json, "FeeAmt", amounts.feeAmt());
        money(json, "PriInsAmt", amounts.priInsAmt());
        money(json, "SecInsAmt", amounts.secInsAmt());
        money(json, "PatAmt", amounts.patAmt());
        money(json, "Discount", amounts.discount());
        json.writeStringProperty("Prognosis", row.prognosis());
        json.writeStringProperty("Dx", row.dx());
        json.writeStringProperty("ProcAbbr", row.procAbbr());
        json.writeNumberProperty("SecUserNumEntry", row.stamp().secUserNumEntry());
        json.writeStringProperty("SecDateEntry", format.date(row.stamp().secDateEntry()));
        json.writeStringProperty("SecDateTEdit", format.dateTime(row.stamp().secDateTEdit()));
        money(json, "FeeAllowed", amounts.feeAllowed());
        money(json, "TaxAmt", amounts.taxAmt());
        json.writeNumberProperty("ProvNum", row.provNum());
        json.writeStringProperty("DateTP", format.date(row.dateTP()));
        json.writeNumberProperty("ClinicNum", row.clinicNum());
        money(json, "CatPercUCR", amounts.catPercUCR());
        json.writeEndObject();
    }

    /** Lets a tag stand for all that is written. */
    static void values(EntityTag tag, ProcTP row) {
        ProcTP.Amounts amounts = row.amounts();
        tag.number(row.num().value()).number(row.treatPlanNum().value()).number(row.patNum()).number(row.procNumOrig())
                .number(row.itemOrder()).number(row.priority().num().value()).text(row.priority().itemName())
                .text(row.toothNumTP()).text(row.surf()).text(row.procCode()).text(row.descript())
                .text(row.prognosis()).text(row.dx()).text(row.procAbbr())
                .number(row.stamp().secUserNumEntry()).date(row.stamp().secDateEntry()).time(row.stamp().secDateTEdit())
                .number(row.provNum()).date(row.dateTP()).number(row.clinicNum());
        for (Money amount : List.of(amounts.feeAmt(), amounts.priInsAmt(), amounts.secInsAmt(), amounts.patAmt(),
                amounts.discount(), amounts.feeAllowed(), amounts.taxAmt(), amounts.catPercUCR())) {
            tag.number(amount.tenThousandths());
        }
    }

    private static void money(JsonGenerator json, String name, Money amount) {
        json.writeName(name);
        json.writeNumber(WireFormat.money(amount));
    }
}
