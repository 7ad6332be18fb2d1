package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule X5 of the wire contract: what has happened, in pages. */
public abstract class ChangesContract extends WireContract {

    private long last;

    @BeforeEach
    void seeWhatThereIs() {
        last = last(office);
    }

    private static long last(WireClient practice) {
        List<Long> nums = Entries.nums(ok(practice.get("/changes?Limit=1000")));
        return nums.get(nums.size() - 1);
    }

    private String news() {
        return ok(office.get("/changes?After=" + last));
    }

    @Test
    void X5_an_entry_says_who_has_done_what_to_which_row_and_how_it_was_and_is() {
        String before = row(963, 976);
        String after = ok(office.with("X-Request-Id", "a-request").put("/proctps/976", "{\"Surf\":\"O\",\"Discount\":17}"));
        assertThat(news()).isEqualTo("[{\"ChangeNum\":" + (last + 1) + ",\"ChangeDateTime\":\"" + ServerUnderTest.NOW + "\","
                + "\"Table\":\"ProcTP\",\"Action\":\"Updated\",\"DeveloperName\":\"Demo Developer\",\"KeyName\":\"Demo key\","
                + "\"RequestId\":\"a-request\",\"ProcTPNum\":976,\"TreatPlanNum\":963,\"PatNum\":722,"
                + "\"ChangedFields\":[\"Surf\",\"Discount\",\"SecDateTEdit\"],\"before\":" + before + ",\"after\":" + after + "}]");
    }

    @Test
    void X5_a_request_without_an_id_of_its_own_is_named_by_the_one_that_its_answer_has() {
        String id = header(office.put("/proctps/976", "{\"Surf\":\"O\"}"), "X-Request-Id");
        assertThat(Entries.member(news(), "RequestId")).isEqualTo("\"" + id + "\"");
    }

    @Test
    void X5_a_plan_is_there_before_its_rows_and_goes_after_them() {
        String plan = created(office.post("/treatplans/Saved",
                "{\"PatNum\":722,\"ProcTPs\":[{\"ProcCode\":\"D1110\"},{\"ProcCode\":\"D0120\"}]}"));
        long num = Rows.nums(plan).get(0);
        String saved = news();
        assertThat(Entries.deeds(saved)).containsExactly("Created TreatPlan", "Created ProcTP", "Created ProcTP");
        String rows = ok(office.get("/proctps?TreatPlanNum=" + num));
        assertThat("[" + String.join(",", Entries.afters(saved).subList(1, 3)) + "]").isEqualTo(rows);
        assertThat(Entries.afters(saved).get(0)).isEqualTo(plan);
        assertThat(saved).startsWith("[{\"ChangeNum\":" + (last + 1) + ",").contains("\"ProcTPNum\":0,\"TreatPlanNum\":" + num
                + ",\"PatNum\":722,\"ChangedFields\":[],\"before\":null,\"after\":{\"TreatPlanNum\":" + num + ",");
        last += 3;
        ok(office.delete("/treatplans/" + num));
        String gone = news();
        assertThat(Entries.deeds(gone)).containsExactly("Deleted ProcTP", "Deleted ProcTP", "Deleted TreatPlan");
        assertThat(Entries.afters(gone)).containsOnly("null");
        assertThat(gone).endsWith("\"ChangedFields\":[],\"before\":" + plan + ",\"after\":null}]");
    }

    @Test
    void X5_signing_and_clearing_a_plan_have_names_of_their_own() {
        ok(office.put("/treatplans/963", "{\"Note\":\"other\"}"));
        ok(office.put("/treatplans/963", "{\"isSigned\":\"true\",\"SignatureText\":\"A. Patient\"}"));
        ok(office.put("/treatplans/963", "{\"isSigned\":\"false\"}"));
        String news = news();
        assertThat(Entries.deeds(news)).containsExactly("Updated TreatPlan", "Signed TreatPlan", "Cleared TreatPlan");
        assertThat(news).contains("\"ChangedFields\":[\"Note\",\"SecDateTEdit\"]",
                "\"ChangedFields\":[\"DateTSigned\",\"SignatureText\",\"isSigned\"]");
        assertThat(Entries.afters(news).get(2)).isEqualTo(plan(963));
    }

    @Test
    void X5_what_changes_nothing_or_is_refused_is_not_there() {
        ok(office.put("/proctps/976", "{}"));
        ok(office.put("/proctps/976", "{\"Surf\":\"MOD\",\"Discount\":54.0}"));
        refused(office.put("/proctps/1001", "{\"Discount\":1}"), 400, "TREAT_PLAN_SIGNED");
        refused(office.put("/proctps/976", "{\"Discount\":\"x\"}"), 400, "FIELD_INVALID");
        refused(office.delete("/proctps/7777"), 404, "PROC_TP_NOT_FOUND");
        refused(office.post("/treatplans/Saved", "{}"), 400, "FIELD_REQUIRED");
        assertThat(news()).isEqualTo("[]");
        ok(office.put("/proctps/976", "{\"Surf\":\"O\"}"));
        assertThat(Entries.nums(news())).containsExactly(last + 1);
    }

    @Test
    void X5_from_the_beginning_it_gives_everything_that_is_there() {
        String feed = ok(office.get("/changes?TreatPlanNum=963"));
        assertThat(Entries.deeds(feed)).startsWith("Created TreatPlan").contains("Created ProcTP");
        List<String> afters = Entries.afters(feed);
        assertThat("[" + String.join(",", afters.subList(1, afters.size())) + "]").isEqualTo(example("list-963.json"));
        assertThat(afters.get(0)).isEqualTo(plan(963));
    }

    @Test
    void X5_following_the_link_gives_every_number_once_in_order_and_without_gaps() {
        ok(office.delete("/proctps/976"));
        List<Long> walked = new ArrayList<>();
        String next = "?Limit=50";
        while (!next.isEmpty()) {
            HttpResponse<String> page = office.get("/changes" + next);
            walked.addAll(Entries.nums(ok(page)));
            next = header(page, "Link").replaceFirst("<([^>]*)>; rel=\"next\"", "$1");
        }
        assertThat(walked).isEqualTo(LongStream.rangeClosed(1, last + 1).boxed().toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/changes|<?After=100>", "/changes?limit=3|<?Limit=3&After=3>", "/changes?After=0&Limit=2|<?After=2&Limit=2>",
        "/changes?AFTER=7&Limit=1&DateFormatString=yyyy|<?After=8&Limit=1&DateFormatString=yyyy>"})
    void X5_a_full_page_says_where_the_feed_goes_on(String path, String next) {
        HttpResponse<String> answer = office.get(path);
        ok(answer);
        assertThat(header(answer, "Link")).isEqualTo(next + "; rel=\"next\"");
    }

    @Test
    void X5_a_page_that_is_not_full_is_the_end_of_what_there_is() {
        for (String path : new String[] {"/changes?Limit=1000", "/changes?After=" + last, "/changes?After=9223372036854775807"}) {
            HttpResponse<String> answer = office.get(path);
            ok(answer);
            assertThat(header(answer, "Link")).isEmpty();
        }
        assertThat(ok(office.get("/changes?After=9223372036854775807"))).isEqualTo("[]");
    }

    @Test
    void X5_of_one_plan_or_one_patient_come_the_changes_of_the_plans_and_of_their_rows() {
        ok(office.put("/proctps/976", "{\"Surf\":\"O\"}"));
        ok(office.put("/treatplans/990", "{\"Heading\":\"other\"}"));
        ok(office.delete("/proctps/977"));
        String since = "/changes?After=" + last;
        assertThat(Entries.nums(ok(office.get(since + "&TreatPlanNum=963")))).containsExactly(last + 1, last + 3);
        assertThat(Entries.nums(ok(office.get(since + "&PatNum=740")))).containsExactly(last + 2);
        assertThat(Entries.nums(ok(office.get(since + "&PatNum=722&TreatPlanNum=963&Limit=1")))).containsExactly(last + 1);
        assertThat(ok(office.get(since + "&PatNum=740&TreatPlanNum=963"))).isEqualTo("[]");
        assertThat(ok(office.get("/changes?TreatPlanNum=7777"))).isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"After=-1", "After=", "After=x", "After=007", "After=1.0", "After=+1", "After=9223372036854775808",
            "After=1,2", "Limit=0", "Limit=-1", "Limit=x", "TreatPlanNum=963,964", "TreatPlanNum=x", "PatNum=",
            "DateTimeFormatString=%25"})
    void G3_a_parameter_that_cannot_be_is_refused(String query) {
        refused(office.get("/changes?" + query), 400, "PARAMETER_INVALID");
    }

    @Test
    void G7_what_the_feed_does_not_take_is_refused() {
        refused(office.get("/changes?After=-1"), 400, "PARAMETER_INVALID", "After is invalid.");
        refused(office.get("/changes?Offset=1"), 400, "PARAMETER_UNKNOWN", "'Offset' is not a valid parameter");
        refused(office.get("/changes?After=1&after=2"), 400, "PARAMETER_REPEATED", "After is given more than once.");
        refused(office.post("/changes", "{}"), 400, "METHOD_INVALID", "changes POST  is not a valid method.");
        refused(anyone.get("/changes"), 401, "KEY_INVALID");
    }

    @Test
    void G6_a_limit_above_the_cap_is_the_cap() {
        HttpResponse<String> answer = office.get("/changes?Limit=99999999999999999999&After=" + (last - 1));
        assertThat(Entries.nums(ok(answer))).containsExactly(last);
        assertThat(Entries.nums(ok(office.get("/changes")))).hasSize(100);
    }

    @Test
    void X7_the_same_page_is_not_sent_again() {
        HttpResponse<String> page = office.get("/changes?Limit=5");
        HttpResponse<String> again = office.with("If-None-Match", header(page, "ETag")).get("/changes?Limit=5");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(header(again, "Link")).isEqualTo(header(page, "Link"));
        String tag = header(office.get("/changes?After=" + last), "ETag");
        assertThat(office.with("If-None-Match", tag).get("/changes?After=" + last).statusCode()).isEqualTo(304);
        ok(office.put("/proctps/976", "{\"Surf\":\"O\"}"));
        assertThat(office.with("If-None-Match", tag).get("/changes?After=" + last).statusCode()).isEqualTo(200);
    }

    @Test
    void B10_head_answers_as_get_would() {
        HttpResponse<String> get = office.get("/changes?Limit=5");
        HttpResponse<String> head = office.send("HEAD", "/api/v1/changes?Limit=5");
        for (String name : new String[] {"ETag", "Link", "Content-Type", "Content-Length"}) {
            assertThat(header(head, name)).isEqualTo(header(get, name)).isNotEmpty();
        }
        assertThat(header(office.send("OPTIONS", "/api/v1/changes"), "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @Test
    void B6_date_patterns_are_for_all_dates_of_an_entry_and_hide_no_change() {
        ok(office.put("/proctps/976", "{\"Surf\":\"O\"}"));
        String news = ok(office.get("/changes?DateTimeFormatString=yyyy&DateFormatString=dd&After=" + last));
        assertThat(news).contains("\"ChangeDateTime\":\"2026\"", "\"SecDateTEdit\":\"2023\"", "\"SecDateTEdit\":\"2026\"",
                "\"SecDateEntry\":\"24\"", "\"ChangedFields\":[\"Surf\",\"SecDateTEdit\"]");
        String century = ok(office.get("/changes?DateTimeFormatString='x'&After=" + last));
        assertThat(century).contains("\"ChangedFields\":[\"Surf\",\"SecDateTEdit\"]");
    }

    @Test
    void A9_each_practice_has_numbers_and_changes_of_its_own() {
        long others = last(otherOffice);
        ok(otherOffice.put("/proctps/976", "{\"Surf\":\"O\"}"));
        assertThat(news()).isEqualTo("[]");
        assertThat(Entries.nums(ok(otherOffice.get("/changes?After=" + others)))).containsExactly(others + 1);
    }

    @Test
    void A5_a_key_that_reads_reads_it() {
        ok(office.put("/proctps/976", "{\"Surf\":\"O\"}"));
        assertThat(ok(reader.get("/changes?After=" + last))).isEqualTo(news());
    }
}
