package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 4 of the wire contract: {@code GET /proctps}. */
public abstract class ListContract extends WireContract {

    private static final Pattern ITEM_ORDER = Pattern.compile("\"ItemOrder\":(\\d+)");

    @Test
    void G1_the_vendors_list_is_answered_to_the_letter() {
        assertThat(ok(office.get("/proctps?TreatPlanNum=963"))).isEqualTo(example("list-963.json"));
    }

    @Test
    void G1_rows_come_by_item_order_whatever_their_numbers() {
        String rows = ok(office.get("/proctps?TreatPlanNum=990&Limit=1000"));
        assertThat(places(rows)).isEqualTo(IntStream.range(0, 250).boxed().toList());
        assertThat(rows).startsWith("[{\"ProcTPNum\":2250,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proctps", "/proctps?Limit=5", "/proctps?"})
    void G2_the_plan_is_required(String path) {
        refused(office.get(path), 400, "PARAMETER_REQUIRED", "TreatPlanNum is required.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2B1", "007", "1.0", "", "x", "%20963", "963%20", "0x10", "1e3", "-0", "%D9%A9%D9%A6%D9%A3",
            "9223372036854775808", "-9223372036854775809", "99999999999999999999999999", "963,", "null"})
    void G3_what_is_no_number_is_invalid(String number) {
        refused(office.get("/proctps?TreatPlanNum=" + number), 400, "PARAMETER_INVALID", "TreatPlanNum is invalid.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "999999", "9223372036854775807", "-9223372036854775808"})
    void G4_a_plan_that_is_not_there_is_404(String number) {
        refused(office.get("/proctps?TreatPlanNum=" + number), 404, "TREAT_PLAN_NOT_FOUND", "TreatPlan not found.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"972", "980", "981"})
    void G5_a_plan_without_rows_is_an_empty_list(String number) {
        assertThat(ok(office.get("/proctps?TreatPlanNum=" + number))).isEqualTo("[]");
    }

    @Test
    void G6_a_page_has_a_hundred_rows_unless_asked_otherwise() {
        assertThat(places(ok(office.get("/proctps?TreatPlanNum=990")))).hasSize(100).startsWith(0);
        assertThat(places(ok(office.get("/proctps?TreatPlanNum=990&Limit=7&Offset=3")))).containsExactly(3, 4, 5, 6, 7, 8, 9);
        assertThat(places(ok(office.get("/proctps?TreatPlanNum=990&Offset=240")))).hasSize(10).startsWith(240);
        assertThat(ok(office.get("/proctps?TreatPlanNum=990&Offset=250"))).isEqualTo("[]");
        assertThat(ok(office.get("/proctps?TreatPlanNum=990&Offset=9223372036854775807"))).isEqualTo("[]");
    }

    @Test
    void G6_paging_until_a_page_is_not_full_gives_every_row_once() {
        List<Integer> seen = new ArrayList<>();
        List<Integer> page;
        do {
            page = places(ok(office.get("/proctps?TreatPlanNum=990&Limit=50&Offset=" + seen.size())));
            seen.addAll(page);
        } while (page.size() == 50);
        assertThat(seen).isEqualTo(IntStream.range(0, 250).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000", "1001", "99999999999", "9223372036854775808", "999999999999999999999999999999999999"})
    void G6_a_limit_above_the_cap_is_the_cap(String limit) {
        assertThat(places(ok(office.get("/proctps?TreatPlanNum=990&Limit=" + limit)))).hasSize(250);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Limit=0", "Limit=-1", "Limit=x", "Limit=", "Limit=1.0", "Limit=%2B5", "Limit=07"})
    void G6_a_limit_that_is_none_is_refused(String limit) {
        refused(office.get("/proctps?TreatPlanNum=990&" + limit), 400, "PARAMETER_INVALID", "Limit is invalid.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Offset=-1", "Offset=x", "Offset=", "Offset=9223372036854775808"})
    void G6_an_offset_that_is_none_is_refused(String offset) {
        refused(office.get("/proctps?TreatPlanNum=990&" + offset), 400, "PARAMETER_INVALID", "Offset is invalid.");
    }

    @Test
    void G7_an_unknown_parameter_is_named() {
        refused(office.get("/proctps?TreatPlanNum=963&search=x"), 400, "PARAMETER_UNKNOWN", "'search' is not a valid parameter");
        refused(office.get("/proctps?TreatPlanNum=963&L%C4%B0MIT=1"), 400, "PARAMETER_UNKNOWN", "'L\u0130MIT' is not a valid parameter");
        refused(office.get("/treatplans?%C5%BFecDateTEdit=x"), 400, "PARAMETER_UNKNOWN");
        refused(office.get("/proctps?=963"), 400, "PARAMETER_UNKNOWN", "'' is not a valid parameter");
        refused(office.get("/treatplans?search=x"), 400, "PARAMETER_UNKNOWN", "'search' is not a valid parameter");
        refused(office.get("/definitions?search=x"), 400, "PARAMETER_UNKNOWN", "'search' is not a valid parameter");
        refused(office.delete("/proctps/293?force=true"), 400, "PARAMETER_UNKNOWN", "'force' is not a valid parameter");
        refused(office.put("/proctps/976?x=1", "{}"), 400, "PARAMETER_UNKNOWN", "'x' is not a valid parameter");
    }

    @Test
    void G7_names_match_whatever_their_case_and_count_once() {
        assertThat(ok(office.get("/proctps?treatplannum=963&LIMIT=1"))).contains("976").doesNotContain("977");
        refused(office.get("/proctps?TreatPlanNum=963&TreatPlanNum=963"), 400, "PARAMETER_REPEATED",
                "TreatPlanNum is given more than once.");
        refused(office.get("/proctps?TreatPlanNum=963&treatplannum=990"), 400, "PARAMETER_REPEATED",
                "TreatPlanNum is given more than once.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TreatPlanNum=%zz", "TreatPlanNum=%4", "TreatPlanNum=%", "TreatPlanNum=%C0%AF", "%FF=1",
            "TreatPlanNum=%ED%A0%80"})
    void G7_a_query_that_is_not_percent_encoded_utf_8_is_refused(String query) {
        String answer = office.raw("GET /api/v1/proctps?" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                + WireClient.credentials("DEMOCUSTOMERKEY1") + "\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("Error-Code: PARAMETER_INVALID");
    }

    private static List<Integer> places(String rows) {
        return ITEM_ORDER.matcher(rows).results().map((MatchResult place) -> Integer.parseInt(place.group(1))).toList();
    }
}
