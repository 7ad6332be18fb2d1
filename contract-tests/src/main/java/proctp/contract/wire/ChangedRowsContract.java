package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule X4 of the wire contract: the rows that changed after a time. */
public abstract class ChangedRowsContract extends WireContract {

    /** The second in which most rows of the sample were edited, and the one before it. */
    private static final String SECOND = "2023-01-24%2009:33:46";
    private static final String SECOND_BEFORE = "2023-01-24%2009:33:45";

    @Test
    void X4_only_what_changed_later_than_the_time_comes() {
        assertThat(Rows.nums(changedAfter("2022-09-29%2011:45:56"))).hasSize(266).startsWith(1L, 292L, 293L);
        assertThat(Rows.nums(changedAfter("2022-09-29%2011:45:57"))).hasSize(265).startsWith(292L, 293L, 294L, 976L);
        assertThat(changedAfter(SECOND)).isEqualTo("[]");
        assertThat(changedAfter("9999-12-31%2023:59:59")).isEqualTo("[]");
    }

    @Test
    void X4_rows_come_by_the_time_of_their_change_then_by_number() {
        ok(office.put("/proctps/2001", "{\"Surf\":\"B\"}"));
        ok(office.put("/proctps/292", "{\"Surf\":\"B\"}"));
        List<Long> nums = Rows.nums(changedAfter("2000-01-01%2000:00:00"));
        assertThat(nums).hasSize(266).startsWith(1L, 293L).endsWith(292L, 2001L);
        assertThat(nums.subList(1, 264)).isSorted();
        assertThat(Rows.nums(changedAfter(SECOND))).containsExactly(292L, 2001L);
    }

    @Test
    void X4_an_edit_that_changes_nothing_is_no_change() {
        ok(office.put("/proctps/976", "{\"Surf\":\"MOD\"}"));
        assertThat(changedAfter(SECOND)).isEqualTo("[]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"PatNum=722|976,977,981,982,983,984", "TreatPlanNum=964,970|981,982,983,984,1001,1002,1003",
        "TreatPlanNum=963|976,977", "PatNum=722&TreatPlanNum=964,970&Limit=2&Offset=1|982,983", "PatNum=999|", "TreatPlanNum=1|"})
    void X4_it_combines_with_the_other_filters(String filters, String expected) {
        String rows = ok(office.get("/proctps?SecDateTEdit=" + SECOND_BEFORE + "&" + filters));
        assertThat(Rows.nums(rows)).isEqualTo(expected == null ? List.of()
                : List.of(expected.split(",")).stream().map(Long::valueOf).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-06-01", "2023-06-01T10:00:00", "2023-02-30%2010:00:00", "2023-06-01%2024:00:00", "", "x",
            "0000-01-01%2000:00:00", "2023-06-01%2010:00:00%20"})
    void X4_a_time_that_is_none_is_refused_with_the_format(String time) {
        refused(office.get("/proctps?SecDateTEdit=" + time), 400, "PARAMETER_INVALID",
                "SecDateTEdit format must be yyyy-MM-dd HH:mm:ss.");
    }

    private String changedAfter(String time) {
        return ok(office.get("/proctps?SecDateTEdit=" + time));
    }
}
