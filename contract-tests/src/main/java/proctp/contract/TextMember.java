package proctp.contract;

import java.util.function.BiFunction;
import java.util.function.Function;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;

/** The members of a row that are texts; all of them can be edited. The names are the vendor's. */
enum TextMember {
    ToothNumTP(255, ProcTPEdit.Builder::toothNumTP, ProcTP::toothNumTP),
    Surf(255, ProcTPEdit.Builder::surf, ProcTP::surf),
    ProcCode(15, ProcTPEdit.Builder::procCode, ProcTP::procCode),
    Descript(255, ProcTPEdit.Builder::descript, ProcTP::descript),
    Prognosis(255, ProcTPEdit.Builder::prognosis, ProcTP::prognosis),
    Dx(255, ProcTPEdit.Builder::dx, ProcTP::dx),
    ProcAbbr(50, ProcTPEdit.Builder::procAbbr, ProcTP::procAbbr);

    /** In code points. */
    final int longest;
    private final BiFunction<ProcTPEdit.Builder, String, ProcTPEdit.Builder> set;
    private final Function<ProcTP, String> get;

    TextMember(int longest, BiFunction<ProcTPEdit.Builder, String, ProcTPEdit.Builder> set, Function<ProcTP, String> get) {
        this.longest = longest;
        this.set = set;
        this.get = get;
    }

    ProcTPEdit to(String value) {
        return OfficeContract.edit(members -> set.apply(members, value));
    }

    String of(ProcTP row) {
        return get.apply(row);
    }
}
