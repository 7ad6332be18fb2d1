package proctp.contract.wire;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules X2 and X3 of the wire contract: the rows of many plans in one call. */
public abstract class ManyPlansContract extends WireContract {

    private static final int MOST = 1000;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"722|976,977,981,982,983,984", "2040|1", "731|1001,1002,1003", "733|", "999|", "-1|", "8722|"})
    void X2_all_rows_of_a_patient_come_by_plan_and_item_order(String patient, String expected) {
        HttpResponse<String> answer = office.get("/proctps?PatNum=" + patient);
        assertThat(Rows.nums(ok(answer))).isEqualTo(numbers(expected));
        assertThat(answer.headers().firstValue("Not-Found")).isEmpty();
    }

    @Test
    void X2_a_patient_that_is_no_number_is_invalid() {
        refused(office.get("/proctps?PatNum=x"), 400, "PARAMETER_INVALID", "PatNum is invalid.");
        refused(office.get("/proctps?PatNum=722,731"), 400, "PARAMETER_INVALID", "PatNum is invalid.");
    }

    @Test
    void X3_the_rows_of_many_plans_are_those_of_each_one_behind_the_other() {
        String each = List.of(963, 964, 970).stream().map(plan -> ok(office.get("/proctps?TreatPlanNum=" + plan)))
                .map(rows -> rows.substring(1, rows.length() - 1)).collect(joining(","));
        HttpResponse<String> answer = reader.get("/proctps?TreatPlanNum=970,963,964");
        assertThat(ok(answer)).isEqualTo("[" + each + "]");
        assertThat(answer.headers().firstValue("Not-Found")).isEmpty();
        assertThat(ok(office.get("/proctps?treatplannum=963%2C970,964"))).isEqualTo("[" + each + "]");
    }

    @Test
    void X3_repeats_count_once() {
        String rows = ok(office.get("/proctps?TreatPlanNum=963,964"));
        String repeated = "963,964,".repeat(500) + "963";
        assertThat(ok(office.get("/proctps?TreatPlanNum=" + repeated))).isEqualTo(rows);
        assertThat(ok(office.get("/proctps?TreatPlanNum=963,963"))).isEqualTo(ok(office.get("/proctps?TreatPlanNum=963")));
        refused(office.get("/proctps?TreatPlanNum=7777,7777"), 404, "TREAT_PLAN_NOT_FOUND");
    }

    @Test
    void X3_numbers_that_no_plan_has_are_told_in_their_order() {
        HttpResponse<String> answer = office.get("/proctps?TreatPlanNum=7777,963,0,-5,10000,972,980,7777");
        assertThat(Rows.nums(ok(answer))).containsExactly(976L, 977L);
        assertThat(header(answer, "Not-Found")).isEqualTo("-5,0,7777,10000");
        HttpResponse<String> none = office.get("/proctps?TreatPlanNum=8,7");
        assertThat(ok(none)).isEqualTo("[]");
        assertThat(header(none, "Not-Found")).isEqualTo("7,8");
    }

    @Test
    void X3_what_is_not_there_is_told_on_every_page() {
        for (String page : new String[] {"Limit=1", "Limit=1&Offset=1", "Offset=1000"}) {
            assertThat(header(office.get("/proctps?TreatPlanNum=963,7777,964&" + page), "Not-Found")).isEqualTo("7777");
        }
    }

    @Test
    void X3_a_plan_without_rows_is_there() {
        HttpResponse<String> answer = office.get("/proctps?TreatPlanNum=972,980,981");
        assertThat(ok(answer)).isEqualTo("[]");
        assertThat(answer.headers().firstValue("Not-Found")).isEmpty();
    }

    @Test
    void X3_one_number_that_no_plan_has_is_404_alone_and_not_found_beside_another_filter() {
        refused(office.get("/proctps?TreatPlanNum=7777"), 404, "TREAT_PLAN_NOT_FOUND", "TreatPlan not found.");
        for (String filter : new String[] {"PatNum=722", "SecDateTEdit=2020-01-01%2000:00:00"}) {
            HttpResponse<String> answer = office.get("/proctps?TreatPlanNum=7777&" + filter);
            assertThat(ok(answer)).isEqualTo("[]");
            assertThat(header(answer, "Not-Found")).isEqualTo("7777");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "963,", ",963", "963,,964", "963, 964", "963;964", "963,x", "963,+964", "963,0964", "963|964",
            "963,9223372036854775808", "[963,964]", "963,964,"})
    void X3_a_list_with_anything_else_than_numbers_is_invalid(String list) {
        String sent = list.replace(" ", "%20").replace("|", "%7C").replace("[", "%5B").replace("]", "%5D");
        refused(office.get("/proctps?TreatPlanNum=" + sent), 400, "PARAMETER_INVALID", "TreatPlanNum is invalid.");
    }

    @Test
    void X3_a_thousand_numbers_are_taken_and_one_more_is_not() {
        String most = LongStream.range(0, MOST).mapToObj(i -> String.valueOf(100_000_000_000_000L + i)).collect(joining(","));
        HttpResponse<String> answer = office.get("/proctps?TreatPlanNum=" + most);
        assertThat(ok(answer)).isEqualTo("[]");
        assertThat(header(answer, "Not-Found")).isEqualTo(most);
        String oneMore = IntStream.rangeClosed(1, MOST + 1).mapToObj(String::valueOf).collect(joining(","));
        refused(office.get("/proctps?TreatPlanNum=" + oneMore), 400, "PARAMETER_INVALID",
                "TreatPlanNum must be at most 1000 numbers. Ask for the others in a request of their own.");
    }

    @Test
    void X3_all_rows_come_at_once_unless_fewer_are_asked_for() {
        assertThat(Rows.nums(ok(office.get("/proctps?TreatPlanNum=990,963")))).hasSize(252);
        assertThat(Rows.nums(ok(office.get("/proctps?PatNum=740")))).hasSize(250);
        assertThat(Rows.nums(ok(office.get("/proctps?TreatPlanNum=990,963&Limit=99999")))).hasSize(252);
        assertThat(Rows.nums(ok(office.get("/proctps?TreatPlanNum=964,963&Limit=3&Offset=1")))).containsExactly(977L, 981L, 982L);
        refused(office.get("/proctps?PatNum=722&Limit=0"), 400, "PARAMETER_INVALID", "Limit is invalid.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"TreatPlanNum=964,970&PatNum=722|981,982,983,984", "TreatPlanNum=963&PatNum=722|976,977",
        "TreatPlanNum=963&PatNum=731|", "patnum=722&TREATPLANNUM=963,964,970&LIMIT=2|976,977"})
    void X3_filters_combine(String query, String expected) {
        assertThat(Rows.nums(ok(office.get("/proctps?" + query)))).isEqualTo(numbers(expected));
    }

    @Test
    void X3_a_client_chooses_how_dates_are_written() {
        assertThat(ok(office.get("/proctps?PatNum=2040&DateFormatString=dd.MM.yyyy"))).contains("\"SecDateEntry\":\"29.09.2022\"");
        refused(office.get("/proctps?PatNum=2040&DateFormatString=d"), 400, "PARAMETER_INVALID");
    }

    private static List<Long> numbers(String expected) {
        return expected == null ? List.of() : List.of(expected.split(",")).stream().map(Long::valueOf).toList();
    }
}
