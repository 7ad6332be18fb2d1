package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule X1 of the wire contract: one ProcTP, one TreatPlan. */
public abstract class ReadOneContract extends WireContract {

    @ParameterizedTest
    @CsvSource({"963, 976", "1, 1", "964, 981", "964, 984", "970, 1002", "990, 2001"})
    void X1_a_row_is_what_its_list_gives(long plan, long num) {
        assertThat(ok(office.get("/proctps/" + num))).isEqualTo(row(plan, num));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 963, 964, 970, 971, 980, 981})
    void X1_a_plan_of_any_status_is_what_its_list_gives(long num) {
        String plan = ok(office.get("/treatplans/" + num));
        assertThat(plan).startsWith("{\"TreatPlanNum\":" + num + ",");
        assertThat(ok(office.get("/treatplans"))).contains(plan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "0", "-1", "9223372036854775807", "963", "5976"})
    void X1_a_row_that_is_not_there_is_404(String num) {
        refused(office.get("/proctps/" + num), 404, "PROC_TP_NOT_FOUND", "ProcTP not found.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999", "0", "-1", "9223372036854775807", "976", "5963"})
    void X1_a_plan_that_is_not_there_is_404(String num) {
        refused(office.get("/treatplans/" + num), 404, "TREAT_PLAN_NOT_FOUND", "TreatPlan not found.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "%2B1", "0963", "1.0", "9223372036854775808", "%D9%A1", "1;x=2", "1%20", "963,964"})
    void X1_a_number_that_is_none_is_invalid(String num) {
        refused(office.get("/proctps/" + num), 400, "PARAMETER_INVALID", "ProcTPNum is invalid.");
        refused(office.get("/treatplans/" + num), 400, "PARAMETER_INVALID", "TreatPlanNum is invalid.");
    }

    @Test
    void X1_what_was_changed_or_removed_is_so_at_once() {
        String changed = ok(office.put("/proctps/293", "{\"Surf\":\"B\"}"));
        assertThat(ok(office.get("/proctps/293"))).isEqualTo(changed);
        ok(office.delete("/proctps/293"));
        refused(office.get("/proctps/293"), 404, "PROC_TP_NOT_FOUND", "ProcTP not found.");
    }

    @Test
    void X1_a_client_chooses_how_dates_are_written() {
        String patterns = "?DateFormatString=MM/dd/yyyy&DateTimeFormatString=dd/MM/yyyy%20HH:mm:ss%20zzz";
        assertThat(ok(office.get("/proctps/976" + patterns)))
                .contains("\"DateTP\":\"12/19/2022\"", "\"SecDateTEdit\":\"24/01/2023 09:33:46 -06:00\"");
        assertThat(ok(office.get("/treatplans/970" + patterns)))
                .contains("\"DateTP\":\"04/04/2023\"", "\"DateTSigned\":\"05/04/2023 09:00:00 -05:00\"");
        refused(office.get("/proctps/976?DateFormatString=d"), 400, "PARAMETER_INVALID");
        refused(office.get("/treatplans/963?DateTimeFormatString="), 400, "PARAMETER_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Limit", "Offset", "TreatPlanNum", "PatNum", "search"})
    void X1_no_other_parameter_is_taken(String name) {
        for (String path : new String[] {"/proctps/976", "/treatplans/963"}) {
            refused(office.get(path + "?" + name + "=1"), 400, "PARAMETER_UNKNOWN", "'" + name + "' is not a valid parameter");
        }
    }

    @Test
    void X1_head_answers_as_get_without_the_body() {
        for (String path : new String[] {"/proctps/976", "/treatplans/963", "/proctps/999999", "/treatplans/x"}) {
            HttpResponse<String> get = office.get(path);
            HttpResponse<String> head = office.send("HEAD", "/api/v1" + path);
            assertThat(head.statusCode()).isEqualTo(get.statusCode());
            assertThat(head.body()).isEmpty();
            assertThat(AddressesAndKeysContract.comparable(head)).isEqualTo(AddressesAndKeysContract.comparable(get));
        }
    }

    @Test
    void X1_it_is_read_with_a_key_that_only_reads_by_any_spelling_of_its_path() {
        assertThat(ok(reader.send("GET", "/ProcTPs/976/"))).isEqualTo(row(963, 976));
        assertThat(ok(reader.send("GET", "/API/v1/TREATPLANS/963"))).startsWith("{\"TreatPlanNum\":963,");
        refused(anyone.get("/proctps/976"), 401, "KEY_INVALID");
    }
}
