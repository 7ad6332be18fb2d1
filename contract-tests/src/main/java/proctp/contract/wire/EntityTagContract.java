package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.sample.SampleOffice;

/** Rule X7 of the wire contract, as far as it reads: entity tags, and answers that a client has already. */
public abstract class EntityTagContract extends WireContract {

    private static final String ROW = "/proctps/976";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/proctps/976|\"n09S5OUeo95njSH7C6t9Jw\"", "/proctps/981|\"2w-SPzwh2mI0joqmTSb7-w\"", "/proctps?TreatPlanNum=963|\"Q2RdBEh9h_Lhrhg1BlHHHQ\"",
        "/proctps?TreatPlanNum=964,970,990|\"uBXgCu31-A04g30Tm2qg4A\"", "/proctps?SecDateTEdit=2020-01-01%2000:00:00|\"bl13SqJyEg57yT9NL00zxQ\"",
        "/treatplans/970|\"pGGiLXNsBjtLyQVf_veV_w\"", "/treatplans|\"u0vcCBp1bosCKhbelgU8WA\"",
        "/definitions?includeHidden=true|\"NCLN1sVd_CoLh0De_XLoOA\"", "/proctps?PatNum=999|\"l4UZRZtAPC7zjXBtfun8sQ\""})
    void X7_the_same_data_have_the_same_tag_on_every_server(String path, String tag) {
        assertThat(tag(path)).isEqualTo(tag);
        assertThat(header(office.send("GET", path), "ETag")).isEqualTo(tag);
        assertThat(header(office.send("HEAD", path), "ETag")).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"Priority\":1}", "{\"ToothNumTP\":\"14\"}", "{\"Surf\":\"DOM\"}", "{\"FeeAmt\":204.0001}", "{\"Dx\":\" \"}",
            "{\"PriInsAmt\":70,\"PatAmt\":80}", "{\"ProcCode\":\"D2393C\",\"ProcAbbr\":\"3 (P)\"}", "{\"FeeAllowed\":-1}"})
    void X7_a_change_gives_the_row_and_its_lists_another_tag(String edit) {
        String row = tag(ROW);
        String list = tag("/proctps?TreatPlanNum=963");
        String patients = tag("/proctps?PatNum=722");
        String changed = header(office.put(ROW, edit), "ETag");
        assertThat(changed).isNotEqualTo(row).isEqualTo(tag(ROW));
        assertThat(tag("/proctps?TreatPlanNum=963")).isNotEqualTo(list);
        assertThat(tag("/proctps?PatNum=722")).isNotEqualTo(patients);
    }

    @Test
    void X7_an_update_that_changes_nothing_leaves_the_tag() {
        String tag = tag(ROW);
        assertThat(header(office.put(ROW, "{}"), "ETag")).isEqualTo(tag);
        assertThat(header(office.put(ROW, "{\"Surf\":\"MOD\",\"Discount\":54}"), "ETag")).isEqualTo(tag);
        assertThat(tag(ROW)).isEqualTo(tag);
    }

    @Test
    void X7_a_row_that_has_gone_gives_its_list_another_tag() {
        String list = tag("/proctps?TreatPlanNum=120");
        ok(office.delete("/proctps/293"));
        assertThat(tag("/proctps?TreatPlanNum=120")).isNotEqualTo(list);
    }

    @Test
    void X7_what_is_written_otherwise_has_another_tag() {
        String[] paths = {ROW, ROW + "?DateFormatString=yyyy", ROW + "?DateTimeFormatString=yyyy", ROW + "?DateFormatString=yyyyMM",
            ROW + "?DateFormatString=yyyy&DateTimeFormatString=MM", "/proctps?TreatPlanNum=963&Limit=1"};
        assertThat(paths).extracting(this::tag).doesNotHaveDuplicates();
    }

    @Test
    void X7_a_refusal_has_none() {
        for (String path : new String[] {"/proctps/7777", "/proctps", "/treatplans/x"}) {
            assertThat(office.get(path).headers().firstValue("ETag")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proctps/976", "/treatplans/970", "/proctps?TreatPlanNum=963", "/proctps?PatNum=722&Limit=1",
            "/treatplans?Limit=2", "/definitions", "/proctps/976?DateFormatString=yyyy", "/proctps?TreatPlanNum=972"})
    void X7_what_the_client_has_is_not_sent_again(String path) {
        HttpResponse<String> whole = office.get(path);
        String tag = header(whole, "ETag");
        for (String known : new String[] {tag, "W/" + tag, "*", "\"x\", " + tag, tag + ",\"x\"", "\"a,b\",W/\"\", W/" + tag + " ,"}) {
            for (String method : new String[] {"GET", "HEAD"}) {
                HttpResponse<String> answer = office.with("If-None-Match", known).send(method, "/api/v1" + path);
                assertThat(answer.statusCode()).as(known).isEqualTo(304);
                assertThat(answer.body()).isEmpty();
                assertThat(header(answer, "ETag")).isEqualTo(tag);
                assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
                assertThat(header(answer, "Link")).isEqualTo(header(whole, "Link"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "W/\"x\"", "", "x", "\"", "{tag}x", "x{tag}", "w/{tag}", "W/ {tag}", "*, {tag}", "{tag} \"x\"", "**",
            "{tag}, x", "'x'", "\"\"", "{bare}"})
    void X7_what_names_no_tag_or_another_one_is_answered_whole(String header) {
        String tag = tag(ROW);
        String sent = header.replace("{tag}", tag).replace("{bare}", tag.replace("\"", ""));
        HttpResponse<String> answer = office.with("If-None-Match", sent).get(ROW);
        assertThat(ok(answer)).isEqualTo(row(963, 976));
        assertThat(header(answer, "ETag")).isEqualTo(tag);
    }

    @Test
    void X7_tags_in_several_lines_are_one_list() {
        String tag = tag(ROW);
        assertThat(office.with("If-None-Match", "\"x\"").with("If-None-Match", tag).get(ROW).statusCode()).isEqualTo(304);
        assertThat(office.with("If-None-Match", "\"x\"").with("If-None-Match", "\"y\"").get(ROW).statusCode()).isEqualTo(200);
    }

    @Test
    void X7_what_was_changed_since_is_sent() {
        String tag = tag(ROW);
        String changed = ok(office.put(ROW, "{\"Surf\":\"O\"}"));
        assertThat(ok(office.with("If-None-Match", tag).get(ROW))).isEqualTo(changed);
    }

    @Test
    void X7_a_condition_makes_nothing_of_what_is_refused_anyway() {
        refused(office.with("If-None-Match", "*").get("/proctps/7777"), 404, "PROC_TP_NOT_FOUND", "ProcTP not found.");
        refused(office.with("If-Match", "*").get("/treatplans/7777"), 404, "TREAT_PLAN_NOT_FOUND", "TreatPlan not found.");
        refused(office.with("If-Match", "\"x\"").get("/proctps"), 400, "PARAMETER_REQUIRED");
    }

    @Test
    void X7_a_read_may_depend_on_what_is_there_too() {
        String tag = tag(ROW);
        ok(office.with("If-Match", tag).get(ROW));
        ok(office.with("If-Match", "*").get("/proctps?TreatPlanNum=972"));
        refused(office.with("If-Match", "W/" + tag).get(ROW), 412, "PRECONDITION_FAILED");
        assertThat(office.with("If-Match", tag).with("If-None-Match", tag).get(ROW).statusCode()).isEqualTo(304);
        refused(office.with("If-Match", "\"x\"").with("If-None-Match", tag).get(ROW), 412, "PRECONDITION_FAILED");
    }

    @Test
    void X7_a_tag_of_one_practice_says_nothing_in_another() {
        assertThat(header(otherOffice.get(ROW), "ETag")).isNotEqualTo(tag(ROW));
        assertThat(otherOffice.with("If-None-Match", tag(ROW)).get(ROW).statusCode()).isEqualTo(200);
    }

    private String tag(String path) {
        HttpResponse<String> answer = office.get(path);
        ok(answer);
        assertThat(header(answer, "ETag")).matches("\"[A-Za-z0-9_-]{22}\"");
        return header(answer, "ETag");
    }

    @Test
    void X7_a_304_tells_no_length_which_would_be_that_of_what_the_client_has() {
        for (String path : new String[] {ROW, "/proctps?TreatPlanNum=963", "/treatplans"}) {
            String answer = office.raw("GET /api/v1" + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: "
                    + WireClient.credentials(SampleOffice.CUSTOMER_KEY) + "\r\nIf-None-Match: *\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 304 ").contains("\r\nETag: \"").doesNotContainIgnoringCase("\r\ncontent-", "\r\ntransfer-")
                    .endsWith("\r\n\r\n");
        }
    }
}
