package proctp.http;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** Answers whose headers are as long as they can get. */
class LongHeadersTest {

    private static final int KIB = 1024;

    private static final InMemoryServer SERVER = new InMemoryServer(TestSettings.with(
            new HttpSettings.Limits(256 * KIB, 1024 * KIB, 1024 * KIB, 16, 100, Duration.ofSeconds(30),
                    Duration.ofMinutes(2), 64 * 1024 * KIB)));

    private static final InMemoryServer USUAL = new InMemoryServer();

    @Test
    void X3_a_thousand_numbers_of_the_greatest_length_are_told_and_linked() {
        WireClient office = SeenClient.of(SERVER.fresh(), SampleOffice.CUSTOMER_KEY);
        String missing = LongStream.range(0, 999).mapToObj(i -> String.valueOf(Long.MIN_VALUE + i)).collect(joining(","));
        String pattern = "&DateFormatString=" + "%F0%9F%A6%B7".repeat(32) + "&DateTimeFormatString=" + "%F0%9F%A6%B7".repeat(32);
        // what is repeated is sent, and not said again
        HttpResponse<String> answer = office.get("/proctps?TreatPlanNum=963," + missing + "," + missing + "&Limit=1" + pattern);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Not-Found")).hasValue(missing);
        assertThat(answer.headers().firstValue("Link"))
                .hasValue("<?TreatPlanNum=963," + missing + "&Limit=1" + pattern + "&Offset=1>; rel=\"next\"");
    }

    @Test
    void X8_a_query_of_16_KiB_is_linked_and_the_link_can_be_followed() {
        WireClient office = SeenClient.of(USUAL.fresh(), SampleOffice.CUSTOMER_KEY);
        String head = "?TreatPlanNum=990,";
        String plans = LongStream.range(0, 815).mapToObj(i -> String.valueOf(Long.MAX_VALUE - i)).collect(joining(","));
        String next = head + plans + "&Limit=2&Offset=200";
        assertThat(next.length()).isGreaterThan(16_300);
        HttpResponse<String> answer = office.get("/proctps" + next);
        assertThat(answer.statusCode()).isEqualTo(200);
        String link = answer.headers().firstValue("Link").orElse("");
        assertThat(link).isEqualTo("<" + next.replace("Offset=200", "Offset=202") + ">; rel=\"next\"");
        HttpResponse<String> behind = office.get("/proctps" + link.substring(1, link.indexOf('>')));
        assertThat(behind.statusCode()).isEqualTo(200);
        assertThat(behind.body()).contains("\"ItemOrder\":202,", "\"ItemOrder\":203,");
    }
}
