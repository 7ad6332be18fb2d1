package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import proctp.application.Page;
import proctp.application.PracticeNum;
import proctp.domain.ProcTP;

/** Reading the rows of a plan. */
public abstract class ProcTPsListContract extends OfficeContract {

    @Test
    void G1_rows_come_by_ItemOrder_and_not_by_number() {
        assertThat(rows(990)).extracting(ProcTP::itemOrder)
                .containsExactlyElementsOf(IntStream.range(0, 250).boxed().toList());
    }

    @Test
    void G1_rows_of_one_ItemOrder_come_by_number() {
        openAnEmptyOffice();
        office.fillIfEmpty(List.of(new Filing(new PracticeNum(1)).plan(1)
                .row(1, 30, 7).row(1, 10, 7).row(1, 40, 0).row(1, 9, 7).row(1, 100, 7).contents()));
        assertThat(rows(1)).extracting(row -> row.num().value()).containsExactly(40L, 9L, 10L, 30L, 100L);
    }

    @Test
    void G1_a_plan_has_its_own_rows_and_no_others() {
        assertThat(rows(963)).extracting(row -> row.num().value()).containsExactly(976L, 977L);
        assertThat(rows(970)).allSatisfy(row -> assertThat(row.treatPlanNum()).isEqualTo(planNum(970)));
    }

    @Test
    void G4_a_number_that_no_plan_has_gives_no_rows() {
        for (long num : new long[] {7, 0, -1, 976, Long.MAX_VALUE, Long.MIN_VALUE, 963 + (1L << 32)}) {
            assertThat(rows(num)).as("plan %d", num).isEmpty();
        }
    }

    @Test
    void G5_an_Active_an_Inactive_and_an_empty_plan_give_no_rows() {
        assertThat(rows(980)).isEmpty();
        assertThat(rows(981)).isEmpty();
        assertThat(rows(972)).isEmpty();
    }

    @Test
    void G6_a_page_has_as_many_rows_as_it_may_from_where_it_begins() {
        assertThat(itemOrders(new Page(3, 0))).containsExactly(0, 1, 2);
        assertThat(itemOrders(new Page(2, 7))).containsExactly(7, 8);
        assertThat(itemOrders(new Page(1, 249))).containsExactly(249);
    }

    @Test
    void G6_the_last_page_has_what_is_left() {
        assertThat(itemOrders(new Page(100, 248))).containsExactly(248, 249);
        assertThat(itemOrders(new Page(Integer.MAX_VALUE, 0))).hasSize(250);
    }

    @Test
    void G6_beyond_the_end_there_is_nothing() {
        assertThat(itemOrders(new Page(100, 250))).isEmpty();
        assertThat(itemOrders(new Page(1, Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void G6_pages_side_by_side_are_the_whole_list() {
        List<ProcTP> pages = IntStream.range(0, 4).boxed()
                .flatMap(page -> office.procTPs().list(CALLER, planNum(990), new Page(70, page * 70L)).stream())
                .toList();
        assertThat(pages).isEqualTo(rows(990));
    }

    @Test
    void a_priority_is_named_as_its_definition_is_be_it_hidden() {
        assertThat(rows(964)).extracting(row -> row.priority().num().value()).containsExactly(1L, 2L, 3L, 0L);
        assertThat(rows(964)).extracting(row -> row.priority().itemName()).containsExactly("High", "Medium", "Low", "");
    }

    @Test
    void a_list_that_was_taken_does_not_follow_what_happens_later() {
        List<ProcTP> taken = rows(963);
        List<ProcTP> copy = List.copyOf(taken);
        edited(976, members -> members.surf("B"));
        office.procTPs().delete(CALLER, rowNum(977), RULE);
        assertThat(taken).isEqualTo(copy);
    }

    @Test
    void nobody_changes_the_office_through_a_list() {
        List<ProcTP> before = rows(963);
        tryToClear(office.procTPs().list(CALLER, planNum(963), ALL));
        assertThat(rows(963)).isEqualTo(before).hasSize(2);
    }

    private static void tryToClear(List<ProcTP> rows) {
        try {
            rows.clear();
        } catch (UnsupportedOperationException unmodifiable) {
            assertThat(rows).isNotEmpty();
        }
    }

    private List<Integer> itemOrders(Page page) {
        return office.procTPs().list(CALLER, planNum(990), page).stream().map(ProcTP::itemOrder).toList();
    }
}
