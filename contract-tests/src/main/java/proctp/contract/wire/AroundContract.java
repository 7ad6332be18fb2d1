package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 7 of the wire contract, as far as it reads: {@code GET /treatplans} and {@code GET /definitions}. */
public abstract class AroundContract extends WireContract {

    private static final Pattern NUM = Pattern.compile("\"(?:TreatPlanNum|DefNum)\":(\\d+)");

    @Test
    void T1_all_plans_come_by_their_numbers() {
        assertThat(nums("/treatplans")).containsExactly("1", "120", "963", "964", "970", "971", "972", "980", "981", "990");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"PatNum=722|963,964,980,981", "PatNum=999|", "TPStatus=Active|980", "TPStatus=Inactive|981",
        "TPStatus=Saved&PatNum=722|963,964", "SecDateTEdit=2023-06-01 09:59:59|990", "SecDateTEdit=2023-06-01 10:00:00|",
        "SecDateTEdit=2023-05-01 10:00:00&PatNum=722|981", "Limit=2&Offset=1|120,963", "patnum=722&LIMIT=1|963"})
    void T1_filters_narrow_and_combine(String query, String expected) {
        List<String> wanted = expected == null ? List.of() : List.of(expected.split(","));
        assertThat(nums("/treatplans?" + query.replace(" ", "%20"))).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"saved", "0", "", "Signed"})
    void T1_a_status_that_is_none_is_invalid(String status) {
        refused(office.get("/treatplans?TPStatus=" + status), 400, "PARAMETER_INVALID", "TPStatus is invalid.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-06-01", "2023-06-01T10:00:00", "2023-02-30%2010:00:00", "2023-06-01%2024:00:00", "", "x",
            "12023-06-01%2010:00:00", "2023-06-01%2010:00:00%20", "%D9%A2023-06-01%2010:00:00"})
    void T1_a_time_that_is_none_is_refused_with_the_format(String time) {
        refused(office.get("/treatplans?SecDateTEdit=" + time), 400, "PARAMETER_INVALID",
                "SecDateTEdit format must be yyyy-MM-dd HH:mm:ss.");
    }

    @Test
    void T1_a_patient_that_is_no_number_is_invalid() {
        refused(office.get("/treatplans?PatNum=x"), 400, "PARAMETER_INVALID", "PatNum is invalid.");
    }

    @Test
    void T2_a_plan_has_the_vendors_members_in_its_order_and_never_the_signature() {
        assertThat(ok(office.get("/treatplans?PatNum=731"))).isEqualTo("[{\"TreatPlanNum\":970,\"PatNum\":731,\"DateTP\":\"2023-04-04\","
                + "\"Heading\":\"Crown\",\"Note\":\"Valid for 90 days.\",\"SigIsTopaz\":\"false\",\"ResponsParty\":0,\"DocNum\":0,"
                + "\"TPStatus\":\"Saved\",\"SecUserNumEntry\":12,\"SecDateEntry\":\"2023-04-05\",\"SecDateTEdit\":\"2023-04-05 09:00:00\","
                + "\"UserNumPresenter\":0,\"TPType\":\"Insurance\",\"DateTSigned\":\"2023-04-05 09:00:00\","
                + "\"DateTPracticeSigned\":\"0001-01-01 00:00:00\",\"SignatureText\":\"Ada Example\",\"SignaturePracticeText\":\"\","
                + "\"isSigned\":\"true\",\"isSignedPractice\":\"false\"}]");
        assertThat(ok(office.get("/treatplans?PatNum=732"))).contains("\"isSigned\":\"false\",\"isSignedPractice\":\"true\"")
                .doesNotContain("sample signature");
    }

    @Test
    void F1_definitions_come_by_item_order_hidden_ones_on_demand() {
        assertThat(ok(office.get("/definitions?Category=20"))).isEqualTo(
                "[{\"DefNum\":1,\"ItemName\":\"High\",\"ItemValue\":\"\",\"Category\":20,\"category\":\"TxPriorities\",\"isHidden\":\"false\"},"
                + "{\"DefNum\":2,\"ItemName\":\"Medium\",\"ItemValue\":\"\",\"Category\":20,\"category\":\"TxPriorities\",\"isHidden\":\"false\"}]");
        assertThat(nums("/definitions?Category=20&includeHidden=true")).containsExactly("1", "2", "3");
        assertThat(nums("/definitions?includeHidden=false")).containsExactly("1", "21", "31", "2", "22", "32");
        assertThat(nums("/definitions?category=16")).containsExactly("21", "22");
        assertThat(ok(office.get("/definitions?Category=16"))).contains("\"ItemValue\":\"D1\"", "\"category\":\"Diagnosis\"");
        assertThat(nums("/definitions?Category=99")).isEmpty();
        assertThat(nums("/definitions?Limit=2&Offset=1&includeHidden=true")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"Category=x,Category", "Category=,Category", "Category=TxPriorities,Category", "includeHidden=1,includeHidden",
        "includeHidden=,includeHidden", "includeHidden=True,includeHidden"})
    void F1_what_is_no_value_is_invalid(String query, String name) {
        refused(office.get("/definitions?" + query), 400, "PARAMETER_INVALID", name + " is invalid.");
    }

    private List<String> nums(String path) {
        return NUM.matcher(ok(office.get(path))).results().map(match -> match.group(1)).toList();
    }
}
