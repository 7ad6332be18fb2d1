package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import io.javalin.http.Context;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import proctp.application.ApiKeyNum;
import proctp.application.Caller;
import proctp.application.Permission;
import proctp.application.PracticeNum;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;
import proctp.domain.Refusal;
import proctp.http.HttpSettings.Rate;

/** An operator holds customer keys to the vendor's throttle. */
class KeyRateTest {

    /** Nothing comes back while a test runs. */
    private static final Duration LONG = Duration.ofHours(1);

    private final Caller caller = new Caller(new PracticeNum(1), new ApiKeyNum(1), "Acme", "front desk", Set.of(Permission.READ_ALL));
    private final StillTime time = new StillTime();

    @Test
    void every_answer_tells_how_the_key_stands_and_one_too_many_is_429() {
        WireClient client = SeenClient.of(serve(2, LONG), SampleOffice.CUSTOMER_KEY);
        assertThat(limits(client.get("/definitions"))).isEqualTo("200 \"key\";q=2;w=3600 \"key\";r=1;t=1800");
        assertThat(limits(client.get("/nosuch"))).startsWith("404 \"key\";q=2;w=3600 \"key\";r=0;t=");
        HttpResponse<String> refused = client.get("/definitions");
        assertThat(limits(refused)).startsWith("429 \"key\";q=2;w=3600 \"key\";r=0;t=");
        assertThat(refused.headers().firstValue("Error-Code")).contains("RATE_EXCEEDED");
        assertThat(refused.headers().firstValueAsLong("Retry-After").getAsLong()).isBetween(1_700L, 1_800L);
        assertThat(refused.body()).isEqualTo("\"Requests of this key come too fast: 2 in 3600 seconds are served.\"");
    }

    @Test
    void HEAD_and_OPTIONS_and_refused_requests_count_too() {
        for (String method : new String[] {"HEAD", "OPTIONS", "POST"}) {
            WireClient client = SeenClient.of(serve(1, LONG), SampleOffice.CUSTOMER_KEY);
            assertThat(client.send(method, "/definitions").statusCode()).as(method).isNotEqualTo(429);
            assertThat(client.send(method, "/definitions").statusCode()).as(method).isEqualTo(429);
        }
    }

    @Test
    void each_key_has_a_budget_of_its_own() {
        URI base = serve(1, LONG);
        WireClient office = SeenClient.of(base, SampleOffice.CUSTOMER_KEY);
        assertThat(office.get("/definitions").statusCode()).isEqualTo(200);
        assertThat(office.get("/definitions").statusCode()).isEqualTo(429);
        assertThat(SeenClient.of(base, SampleOffice.OTHER_CUSTOMER_KEY).get("/definitions").statusCode()).isEqualTo(200);
        assertThat(SeenClient.of(base, SampleOffice.READ_ONLY_KEY).get("/definitions").statusCode()).isEqualTo(200);
    }

    @Test
    void a_wrong_key_has_no_budget() {
        HttpResponse<String> refused = SeenClient.anonymous(serve(1, LONG)).get("/definitions");
        assertThat(limits(refused)).isEqualTo("401 - -");
    }

    @Test
    void without_a_rate_nothing_is_said_of_one() {
        WireClient client = SeenClient.of(new InMemoryServer().fresh(), SampleOffice.CUSTOMER_KEY);
        assertThat(limits(client.get("/definitions"))).isEqualTo("200 - -");
    }

    @Test
    void the_next_request_is_served_when_the_time_has_come_that_was_said() {
        KeyRate rate = new KeyRate(new Rate(1, Duration.ofSeconds(5)), time);
        Context context = mock(Context.class);
        rate.count(caller, context);
        verify(context).header("RateLimit-Policy", "\"key\";q=1;w=5");
        verify(context).header("RateLimit", "\"key\";r=0;t=5");
        time.advance(Duration.ofMillis(1_500));
        assertThatThrownBy(() -> rate.count(caller, context)).isInstanceOf(Refusal.class);
        verify(context).header("RateLimit", "\"key\";r=0;t=4");
        verify(context).header("Retry-After", "4");
        time.advance(Duration.ofSeconds(4));
        assertThatCode(() -> rate.count(caller, context)).doesNotThrowAnyException();
    }

    private static URI serve(int requests, Duration period) {
        return new InMemoryServer(TestSettings.with(
                new HttpSettings.Throttle(0, Optional.of(new Rate(requests, period)), Set.of()))).fresh();
    }

    private static String limits(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.headers().firstValue("RateLimit-Policy").orElse("-")
                + " " + answer.headers().firstValue("RateLimit").orElse("-");
    }
}
