package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.sample.SampleOffice;

/** Rule X8 of the wire contract: where a list goes on. */
public abstract class LinkContract extends WireContract {

    private static final Pattern NEXT = Pattern.compile("<(\\?[A-Za-z0-9._~:,/'()*;!$@?%&=-]+)>; rel=\"next\"");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/proctps?TreatPlanNum=990|?TreatPlanNum=990&Offset=100",
        "/proctps?limit=50&OFFSET=20&treatplannum=990|?Limit=50&Offset=70&TreatPlanNum=990",
        "/proctps?&&TreatPlanNum=990&&Limit=250|?TreatPlanNum=990&Limit=250&Offset=250",
        "/proctps?TreatPlanNum=990,963,990&Limit=5|?TreatPlanNum=990,963&Limit=5&Offset=5",
        "/proctps?TreatPlanNum=990%2C963&Limit=5|?TreatPlanNum=990,963&Limit=5&Offset=5",
        "/proctps?SecDateTEdit=2020-01-01+00:00:00&Limit=1|?SecDateTEdit=2020-01-01%2000:00:00&Limit=1&Offset=1",
        "/treatplans?TPStatus=Saved&Limit=2&Offset=1|?TPStatus=Saved&Limit=2&Offset=3",
        "/definitions?includeHidden=true&Limit=8|?includeHidden=true&Limit=8&Offset=8"})
    void X8_a_full_page_says_where_the_list_goes_on(String path, String next) {
        HttpResponse<String> answer = office.get(path);
        ok(answer);
        assertThat(header(answer, "Link")).isEqualTo("<" + next + ">; rel=\"next\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proctps?TreatPlanNum=963", "/proctps?TreatPlanNum=963&Limit=3", "/proctps?TreatPlanNum=990&Limit=1000",
            "/proctps?PatNum=740", "/proctps?TreatPlanNum=990&Offset=250", "/treatplans", "/definitions?Limit=1000", "/proctps/976",
            "/proctps?PatNum=999&Limit=1", "/proctps?TreatPlanNum=990&Limit=1&Offset=9223372036854775807", "/treatplans/963"})
    void X8_a_page_that_is_not_full_is_the_last_one(String path) {
        HttpResponse<String> answer = office.get(path);
        ok(answer);
        assertThat(answer.headers().firstValue("Link")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/proctps|TreatPlanNum=990&Limit=50|250", "/proctps|TreatPlanNum=990&Limit=60|250", "/proctps|TreatPlanNum=990|250",
        "/proctps|PatNum=722&Limit=1|6", "/proctps|TreatPlanNum=963,964,970,7777&Limit=2|9",
        "/proctps|SecDateTEdit=2020-01-01%2000:00:00&Limit=19|266", "/treatplans|Limit=3|10",
        "/treatplans|PatNum=722&Limit=1&Offset=1|3", "/definitions|Limit=3&includeHidden=true|8"})
    void X8_following_it_until_it_is_absent_gives_every_row_once(String path, String query, int rows) {
        List<Long> whole = Rows.nums(ok(office.get(path + "?" + query.replaceFirst("(^|&)Limit=[0-9]+", "") + "&Limit=1000")));
        List<Long> walked = new ArrayList<>();
        String next = "?" + query;
        while (!next.isEmpty()) {
            HttpResponse<String> page = office.get(path + next);
            walked.addAll(Rows.nums(ok(page)));
            next = next(page);
        }
        assertThat(walked).isEqualTo(whole).hasSize(rows).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "%3E%3B%20rel%3D%22x%22", "yyyy'%0D%0ASet-Cookie:%20a=b'", "%5C%22%C3%A9%F0%9F%A6%B7%E2%80%AE", "yyyy+MM", "a%26Limit%3D1%23",
        "%25%64%2B%3D", "%7F%00%1B[31m", "%3Cb%3E%22'x'%22%7C%60%5E"})
    void X8_whatever_the_client_sent_it_is_one_safe_header_that_means_the_same(String pattern) {
        String first = raw("GET", "?TreatPlanNum=990&Limit=1&Offset=7&DateFormatString=yyyy" + pattern, "x");
        String next = next(first);
        assertThat(next).startsWith("?TreatPlanNum=990&Limit=1&Offset=8&DateFormatString=yyyy");
        String second = raw("GET", next, "x");
        assertThat(dates(second)).isEqualTo(dates(first));
        assertThat(next(second)).isEqualTo(next.replace("Offset=8", "Offset=9"));
    }

    @Test
    void X8_it_is_never_made_of_the_host() {
        assertThat(next(raw("GET", "?TreatPlanNum=990&Limit=1", "evil.example:81"))).isEqualTo("?TreatPlanNum=990&Limit=1&Offset=1");
        HttpResponse<String> answer = office.with("X-Forwarded-Host", "evil.example").with("Forwarded", "host=evil.example")
                .get("/proctps?TreatPlanNum=990");
        assertThat(answer.headers().map().toString()).doesNotContain("evil");
    }

    @Test
    void X8_head_has_it_too() {
        HttpResponse<String> head = office.send("HEAD", "/proctps?TreatPlanNum=990");
        assertThat(header(head, "Link")).isEqualTo("<?TreatPlanNum=990&Offset=100>; rel=\"next\"");
    }

    private String raw(String method, String query, String host) {
        return office.raw(method + " /proctps" + query + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nAuthorization: "
                + WireClient.credentials(SampleOffice.CUSTOMER_KEY) + "\r\n\r\n");
    }

    private static String next(HttpResponse<String> page) {
        return page.headers().firstValue("Link").map(LinkContract::target).orElse("");
    }

    private static String next(String answer) {
        String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
        return target(head.lines().filter(line -> line.startsWith("Link: ")).findFirst().orElseThrow().substring(6));
    }

    private static String target(String link) {
        Matcher next = NEXT.matcher(link);
        assertThat(next.matches()).as(link).isTrue();
        return next.group(1);
    }

    private static String dates(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 200 ");
        return answer.replaceFirst("(?s).*\"SecDateEntry\":", "").replaceFirst("\"SecDateTEdit\".*", "");
    }
}
