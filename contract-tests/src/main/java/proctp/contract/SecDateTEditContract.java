package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import proctp.domain.DefNum;
import proctp.domain.Money;
import proctp.domain.ProcTP;

/** SecDateTEdit of a row: it moves when a stored value really changes, and only then. */
public abstract class SecDateTEditContract extends OfficeContract {

    private static final Instant WHOLE_SECOND = Instant.parse("2026-11-23T10:15:30Z");

    @Test
    void it_becomes_the_time_of_the_edit_in_whole_seconds() {
        assertThat(edited(976, members -> members.surf("B")).stamp().secDateTEdit()).isEqualTo(WHOLE_SECOND);
        assertThat(row(963, 976).stamp().secDateTEdit()).isEqualTo(WHOLE_SECOND);
    }

    @Test
    void it_moves_with_each_edit_that_changes_something() {
        edited(976, members -> members.surf("B"));
        clock.advance(Duration.ofHours(1));
        assertThat(edited(976, members -> members.feeAllowed(Money.NOT_KNOWN)).stamp().secDateTEdit())
                .isEqualTo(WHOLE_SECOND.plusSeconds(3_600));
    }

    @Test
    void it_stays_when_a_text_is_set_to_what_it_is() {
        ProcTP before = row(964, 981);
        for (TextMember member : TextMember.values()) {
            ProcTP after = office.procTPs().edit(CALLER, rowNum(981), member.to(member.of(before)), RULE);
            assertThat(after).as("%s", member).isEqualTo(before);
        }
        assertThat(row(964, 981)).isEqualTo(before);
    }

    @Test
    void it_stays_when_an_amount_is_set_to_what_it_is() {
        ProcTP before = row(964, 984);
        for (AmountMember member : AmountMember.values()) {
            ProcTP after = office.procTPs().edit(CALLER, rowNum(984), member.to(member.of(before)), RULE);
            assertThat(after).as("%s", member).isEqualTo(before);
        }
        assertThat(row(964, 984)).isEqualTo(before);
    }

    @Test
    void it_stays_when_the_priority_is_set_to_what_it_is() {
        ProcTP urgent = row(964, 981);
        ProcTP withoutPriority = row(964, 984);
        assertThat(edited(981, members -> members.priority(new DefNum(1)))).isEqualTo(urgent);
        assertThat(edited(984, members -> members.priority(DefNum.NONE))).isEqualTo(withoutPriority);
    }

    @Test
    void it_stays_for_an_edit_that_names_nothing() {
        Instant before = row(963, 976).stamp().secDateTEdit();
        assertThat(edited(976, members -> members).stamp().secDateTEdit()).isEqualTo(before);
    }

    @Test
    void it_moves_when_one_of_two_members_changes() {
        ProcTP before = row(963, 976);
        ProcTP after = edited(976, members -> members.descript(before.descript()).surf("B"));
        assertThat(Members.changed(before, after)).containsExactlyInAnyOrder("Surf", "SecDateTEdit");
    }

    @Test
    void it_moves_when_only_the_case_or_a_space_at_the_end_changes() {
        ProcTP before = row(963, 976);
        assertThat(edited(976, members -> members.surf("mod")).stamp()).isNotEqualTo(before.stamp());
        clock.advance(Duration.ofSeconds(5));
        assertThat(edited(976, members -> members.surf("mod ")).stamp().secDateTEdit())
                .isEqualTo(WHOLE_SECOND.plusSeconds(5));
    }

    @Test
    void the_entry_and_its_author_stay() {
        ProcTP before = row(963, 976);
        ProcTP after = edited(976, members -> members.surf("B"));
        assertThat(after.stamp().secUserNumEntry()).isEqualTo(before.stamp().secUserNumEntry());
        assertThat(after.stamp().secDateEntry()).isEqualTo(before.stamp().secDateEntry());
    }

    @Test
    void X4_it_never_goes_back_when_an_edit_has_waited_for_another_one() throws InterruptedException {
        Hold hold = new Hold();
        Future<ProcTP> first = clients.start(() -> office.procTPs().edit(CALLER, rowNum(976),
                edit(members -> members.surf("first")), (plan, row) -> {
                    row.get();
                    hold.here();
                }));
        hold.awaitReached(first);
        Future<ProcTP> second = clients.start(() -> edited(976, members -> members.dx("second")));
        assertThat(Clients.waits(second)).as("the second waits").isTrue();
        clock.advance(Duration.ofSeconds(2));
        hold.release();
        Instant earlier = Clients.answer(first).stamp().secDateTEdit();
        assertThat(Clients.answer(second).stamp().secDateTEdit()).isAfterOrEqualTo(earlier);
        assertThat(row(963, 976).stamp().secDateTEdit()).isEqualTo(Instant.parse("2026-11-23T10:15:32Z"));
    }
}
