package example.jsonfile;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import proctp.domain.DefNum;
import proctp.domain.Money;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPEdit.Builder;

/** The members of a row that can change, by the vendor's names, and how each is given as a word. */
final class RowMembers {

    private static final Map<String, BiConsumer<Builder, String>> MEMBERS = Map.ofEntries(
            Map.entry("Priority", (edit, value) -> {
                if (value.matches("[0-9]{1,18}")) {
                    edit.priority(new DefNum(Long.parseLong(value)));
                } else {
                    edit.faults().invalid("Priority", "must be the DefNum of a definition.");
                }
            }),
            Map.entry("ToothNumTP", Builder::toothNumTP),
            Map.entry("Surf", Builder::surf),
            Map.entry("ProcCode", Builder::procCode),
            Map.entry("Descript", Builder::descript),
            amount("FeeAmt", Builder::feeAmt),
            amount("PriInsAmt", Builder::priInsAmt),
            amount("SecInsAmt", Builder::secInsAmt),
            amount("PatAmt", Builder::patAmt),
            amount("Discount", Builder::discount),
            Map.entry("Prognosis", Builder::prognosis),
            Map.entry("Dx", Builder::dx),
            Map.entry("ProcAbbr", Builder::procAbbr),
            amount("FeeAllowed", Builder::feeAllowed));

    private RowMembers() {
    }

    private static Map.Entry<String, BiConsumer<Builder, String>> amount(String name, BiConsumer<Builder, Money> set) {
        return Map.entry(name, (edit, value) -> Money.parse(value).ifPresentOrElse(amount -> set.accept(edit, amount),
                () -> edit.faults().invalid(name, "must be an amount such as 204.00.")));
    }

    /**
     * An edit of words such as {@code Surf=MOD}. What is wrong with them is among its faults: the use case refuses it with all of
     * them at once.
     */
    static Builder edit(List<String> words) {
        Builder edit = ProcTPEdit.builder();
        for (String word : words) {
            String[] member = word.split("=", 2);
            if (member.length == 2 && MEMBERS.containsKey(member[0])) {
                MEMBERS.get(member[0]).accept(edit, member[1]);
            } else {
                edit.faults().invalid(member[0], "is no member of a row that can change, followed by '=' and a value.");
            }
        }
        return edit;
    }
}
