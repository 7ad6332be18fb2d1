package proctp.http;

import java.util.function.Consumer;
import proctp.domain.DefNum;
import proctp.domain.Money;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlanNum;
import proctp.domain.TxPriority;

/** A row of a plan as a line: as the API returns it, which is all there is of it. */
final class ProcTPLine {

    private ProcTPLine() {
    }

    static ProcTP read(LineObject object, LineStamp stamp) {
        ProcTP row = new ProcTP(
                new ProcTPNum(object.ownNum("ProcTPNum")),
                new TreatPlanNum(object.num("TreatPlanNum")),
                object.num("PatNum"),
                object.whole("ProcNumOrig", 0),
                object.whole("ItemOrder", 0, ProcTP.MAX_ITEM_ORDER, 0),
                TxPriority.NONE, "", "", "", "",
                new ProcTP.Amounts(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.NOT_KNOWN,
                        object.money("TaxAmt", Money.ZERO), object.money("CatPercUCR", Money.ZERO)),
                "", "", "", stamp.of(object),
                object.whole("ProvNum", 0),
                object.date("DateTP"),
                object.whole("ClinicNum", 0));
        return row.edited(editable(object).build(any -> true), row.stamp().secDateTEdit());
    }

    /** The members that an update can change, under the limits that it has. */
    private static ProcTPEdit.Builder editable(LineObject object) {
        ProcTPEdit.Builder edit = ProcTPEdit.builder(object.faults()).priority(priority(object));
        text(object, "ToothNumTP", edit::toothNumTP);
        text(object, "Surf", edit::surf);
        text(object, "ProcCode", edit::procCode);
        text(object, "Descript", edit::descript);
        text(object, "Prognosis", edit::prognosis);
        text(object, "Dx", edit::dx);
        text(object, "ProcAbbr", edit::procAbbr);
        return edit
                .feeAmt(object.money("FeeAmt", Money.ZERO))
                .priInsAmt(object.money("PriInsAmt", Money.ZERO))
                .secInsAmt(object.money("SecInsAmt", Money.ZERO))
                .patAmt(object.money("PatAmt", Money.ZERO))
                .discount(object.money("Discount", Money.ZERO))
                .feeAllowed(object.money("FeeAllowed", Money.NOT_KNOWN));
    }

    /** That of a definition, which may have gone since. */
    private static DefNum priority(LineObject object) {
        long num = object.whole("Priority", 0);
        if (num < 0) {
            object.faults().invalid("Priority", "must be 0 or the DefNum of a definition.");
        }
        return new DefNum(num);
    }

    private static void text(LineObject object, String member, Consumer<String> set) {
        set.accept(object.text(member));
    }
}
