package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import proctp.domain.DefNum;
import proctp.domain.Money;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;

/** Each of the 14 members that can be edited, alone and at its limits: what goes in comes out, and no other moves. */
public abstract class EditedValuesContract extends OfficeContract {

    private static final List<String> TEXTS = List.of(
            "plain", "", " ", " spaces ", "'quoted'", "\"quoted\"", "back\\slash", "\\x00", "%s ? $1 :name",
            "1; DROP TABLE", "\u0001\u0002\t\n\r\u001F\u007F", "\u0085\u2028\u2029", "\uFEFFmark", "\uFFFE\uFFFF",
            "שלום", "\u202Eright to left", "e\u0301", "\u00E9", "ＦＵＬＬ", "樹脂", "ıİſK", "null", "NULL", "\uD83E\uDDB7",
            "\uDBFF\uDFFF");

    private static final List<String> AMOUNTS = List.of(
            "99999999999.9999", "-99999999999.9999", "0.0001", "-0.0001", "0", "0.25", "0.5", "0.75", "-1", "17.25",
            "12345678.9", "10000000", "99999999999", "0.1", "1.0005", "4503599627.3705");

    @Test
    void U1_a_text_changes_alone_and_comes_out_as_it_went_in() {
        for (TextMember member : TextMember.values()) {
            for (String text : TEXTS) {
                assertChangesAlone(member, text);
            }
        }
    }

    @Test
    void U1_a_text_may_be_as_long_as_its_column_in_code_points() {
        for (TextMember member : TextMember.values()) {
            for (String character : List.of("a", "é", "樹", "\uD83E\uDDB7", "\uDBFF\uDFFF", "\u0001", "\\", "'", " ")) {
                assertChangesAlone(member, character.repeat(member.longest));
            }
        }
    }

    @Test
    void U1_an_amount_changes_alone_and_comes_out_as_it_went_in() {
        for (AmountMember member : AmountMember.values()) {
            for (String amount : AMOUNTS) {
                Money value = Money.parse(amount).orElseThrow();
                ProcTP after = assertChangesAlone(member.name(), member.to(value));
                assertThat(member.of(after)).as("%s %s", member, amount).isEqualTo(value);
            }
        }
    }

    @Test
    void U1_a_priority_changes_alone_with_its_name() {
        for (long num : new long[] {1, 2, 3, 0}) {
            ProcTP after = assertChangesAlone("Priority", edit(members -> members.priority(new DefNum(num))));
            assertThat(after.priority().num().value()).isEqualTo(num);
        }
    }

    @Test
    void U1_all_14_members_change_together() {
        Money amount = Money.parse("1.5").orElseThrow();
        ProcTP before = row(964, 982);
        ProcTP after = edited(982, members -> members.priority(new DefNum(1)).toothNumTP("a").surf("b").procCode("c")
                .descript("d").feeAmt(amount).priInsAmt(amount).secInsAmt(amount).patAmt(amount).discount(amount)
                .prognosis("e").dx("f").procAbbr("g").feeAllowed(amount));
        assertThat(Members.changed(before, after)).containsExactlyInAnyOrder("Priority", "priority", "ToothNumTP", "Surf",
                "ProcCode", "Descript", "FeeAmt", "PriInsAmt", "SecInsAmt", "PatAmt", "Discount", "Prognosis", "Dx",
                "ProcAbbr", "FeeAllowed", "SecDateTEdit");
        assertThat(row(964, 982)).isEqualTo(after);
    }

    private void assertChangesAlone(TextMember member, String text) {
        ProcTP after = assertChangesAlone(member.name(), member.to(text));
        assertThat(member.of(after)).as("%s", member).isEqualTo(text);
    }

    /** Edits a row that is as the edit before left it, so SecDateTEdit may stand at the clock's time already. */
    private ProcTP assertChangesAlone(String member, ProcTPEdit edit) {
        ProcTP before = row(964, 982);
        ProcTP after = office.procTPs().edit(CALLER, rowNum(982), edit, RULE);
        Set<String> others = new TreeSet<>(Members.changed(before, after));
        others.removeAll(Set.of(member, "SecDateTEdit"));
        if (member.equals("Priority")) {
            others.remove("priority");
        }
        assertThat(others).as("members that %s has no part in", edit).isEmpty();
        assertThat(row(964, 982)).isEqualTo(after);
        return after;
    }
}
