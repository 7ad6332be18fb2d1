package proctp.contract;

import java.util.function.BiFunction;
import java.util.function.Function;
import proctp.domain.Money;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;

/** The members of a row that are amounts and can be edited. The names are the vendor's. */
enum AmountMember {
    FeeAmt(ProcTPEdit.Builder::feeAmt, ProcTP.Amounts::feeAmt),
    PriInsAmt(ProcTPEdit.Builder::priInsAmt, ProcTP.Amounts::priInsAmt),
    SecInsAmt(ProcTPEdit.Builder::secInsAmt, ProcTP.Amounts::secInsAmt),
    PatAmt(ProcTPEdit.Builder::patAmt, ProcTP.Amounts::patAmt),
    Discount(ProcTPEdit.Builder::discount, ProcTP.Amounts::discount),
    FeeAllowed(ProcTPEdit.Builder::feeAllowed, ProcTP.Amounts::feeAllowed);

    private final BiFunction<ProcTPEdit.Builder, Money, ProcTPEdit.Builder> set;
    private final Function<ProcTP.Amounts, Money> get;

    AmountMember(BiFunction<ProcTPEdit.Builder, Money, ProcTPEdit.Builder> set, Function<ProcTP.Amounts, Money> get) {
        this.set = set;
        this.get = get;
    }

    ProcTPEdit to(Money value) {
        return OfficeContract.edit(members -> set.apply(members, value));
    }

    Money of(ProcTP row) {
        return get.apply(row.amounts());
    }
}
