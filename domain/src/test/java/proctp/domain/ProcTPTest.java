package proctp.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static proctp.domain.Rows.STAMP;
import static proctp.domain.Rows.row;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A row is edited member by member, and remembers when it last really changed. */
class ProcTPTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:30Z");

    @Test
    void U1_an_edit_of_all_14_members_leaves_the_others() {
        ProcTP after = row().edited(edit(members -> members.priority(new DefNum(2)).toothNumTP("a").surf("b").procCode("c")
                .descript("d").feeAmt(new Money(21)).priInsAmt(new Money(22)).secInsAmt(new Money(23)).patAmt(new Money(24))
                .discount(new Money(25)).prognosis("e").dx("f").procAbbr("g").feeAllowed(new Money(26))), NOW);
        assertThat(after).isEqualTo(new ProcTP(new ProcTPNum(976), new TreatPlanNum(963), 722, 1154, 3,
                new TxPriority(new DefNum(2), ""), "a", "b", "c", "d",
                new ProcTP.Amounts(new Money(21), new Money(22), new Money(23), new Money(24), new Money(25), new Money(26),
                        new Money(7), new Money(8)),
                "e", "f", "g", STAMP.editedAt(NOW), 11, row().dateTP(), 3));
    }

    @Test
    void U1_an_edit_of_one_member_leaves_the_others() {
        ProcTP before = row();
        assertThat(before.edited(edit(members -> members.surf("B")), NOW)).isEqualTo(new ProcTP(before.num(),
                before.treatPlanNum(), before.patNum(), before.procNumOrig(), before.itemOrder(), before.priority(),
                before.toothNumTP(), "B", before.procCode(), before.descript(), before.amounts(), before.prognosis(),
                before.dx(), before.procAbbr(), new EditStamp(12, STAMP.secDateEntry(), NOW), before.provNum(),
                before.dateTP(), before.clinicNum()));
    }

    @Test
    void U1_an_amount_goes_to_its_own_member() {
        ProcTP.Amounts after = row().edited(edit(members -> members.discount(Money.MAX)), NOW).amounts();
        assertThat(after).isEqualTo(new ProcTP.Amounts(new Money(1), new Money(2), new Money(3), new Money(4), Money.MAX,
                new Money(6), new Money(7), new Money(8)));
    }

    @Test
    void an_edit_that_changes_nothing_leaves_the_row_and_its_time() {
        assertThat(row().edited(edit(members -> members), NOW)).isEqualTo(row());
        assertThat(row().edited(edit(members -> members.surf("MOD").priority(new DefNum(1)).patAmt(new Money(4))), NOW))
                .isEqualTo(row());
    }

    @Test
    void a_priority_that_stays_keeps_its_name_and_one_that_changes_waits_for_it() {
        assertThat(row().edited(edit(members -> members.priority(new DefNum(1)).surf("B")), NOW).priority())
                .isEqualTo(new TxPriority(new DefNum(1), "High"));
        assertThat(row().edited(edit(members -> members.priority(new DefNum(2))), NOW).priority())
                .isEqualTo(new TxPriority(new DefNum(2), ""));
        assertThat(row().edited(edit(members -> members.priority(DefNum.NONE)), NOW).priority()).isEqualTo(TxPriority.NONE);
    }

    @Test
    void a_row_is_renamed_in_its_priority_alone() {
        TxPriority renamed = new TxPriority(new DefNum(1), "Urgent");
        assertThat(row().withPriority(renamed).priority()).isEqualTo(renamed);
        assertThat(row().withPriority(renamed).withPriority(row().priority())).isEqualTo(row());
    }

    @Test
    void an_ItemOrder_is_an_unsigned_16_bit_number() {
        assertThat(row(0).itemOrder()).isZero();
        assertThat(row(65_535).itemOrder()).isEqualTo(ProcTP.MAX_ITEM_ORDER);
        assertThatThrownBy(() -> row(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> row(65_536)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_member_is_ever_null() {
        assertThatThrownBy(() -> row().withPriority(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new EditStamp(0, null, NOW)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new EditStamp(0, Optional.empty(), null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new TxPriority(DefNum.NONE, null)).isInstanceOf(NullPointerException.class);
    }

    private static ProcTPEdit edit(UnaryOperator<ProcTPEdit.Builder> members) {
        return members.apply(ProcTPEdit.builder()).build(any -> true);
    }
}
