package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import proctp.application.ApiKey;
import proctp.application.ApiKeyNum;
import proctp.application.Permission;
import proctp.application.PracticeContents;
import proctp.application.memory.InMemoryOffice;
import proctp.application.sample.SampleOffice;
import proctp.contract.SettableClock;
import proctp.contract.wire.ServerUnderTest;
import proctp.contract.wire.WireClient;

/** Rule X9 where it takes a clock that moves, or a practice with two keys that write. */
class IdempotencyKeyTest {

    private static final InMemoryServer SERVER = new InMemoryServer();
    private static final String ONE = "ONEKEYOFPRACTICE";
    private static final String ANOTHER = "ANOTHERKEYOFTHIS";

    private final SettableClock clock = new SettableClock(ServerUnderTest.CLOCK.instant(), ServerUnderTest.ZONE);
    private WireClient one;
    private WireClient another;

    @BeforeEach
    void openAPractice() {
        InMemoryOffice office = new InMemoryOffice(clock);
        office.fillIfEmpty(List.of(new PracticeContents(SampleOffice.PRACTICE, "Two keys", List.of(key(1, ONE), key(2, ANOTHER)),
                List.of(), List.of(), List.of())));
        one = SeenClient.of(SERVER.serve(office), ONE).with("Idempotency-Key", "k");
        another = SeenClient.of(SERVER.serve(office), ANOTHER).with("Idempotency-Key", "k");
    }

    private static ApiKey key(long num, String customerKey) {
        return new ApiKey(InMemoryServer.SECRET.digest(SampleOffice.DEVELOPER_KEY, customerKey), SampleOffice.PRACTICE,
                new ApiKeyNum(num), "Demo Developer", "Key " + num, EnumSet.allOf(Permission.class), true);
    }

    @Test
    void X9_a_key_is_remembered_for_24_hours_from_its_first_request() {
        String first = saved(one, "{\"PatNum\":1,\"ProcTPs\":[]}", "");
        clock.advance(Duration.ofHours(13));
        assertThat(saved(one, "{\"PatNum\":1,\"ProcTPs\":[]}", "true")).isEqualTo(first);
        clock.advance(Duration.ofHours(11).minusSeconds(1));
        assertThat(saved(one, "{\"PatNum\":1,\"ProcTPs\":[]}", "true")).isEqualTo(first);
        clock.advance(Duration.ofSeconds(1));
        assertThat(saved(one, "{\"PatNum\":2,\"ProcTPs\":[]}", "")).startsWith("{\"TreatPlanNum\":2,\"PatNum\":2,");
    }

    @Test
    void X9_it_belongs_to_the_customer_key() {
        String first = saved(one, "{\"PatNum\":1,\"ProcTPs\":[]}", "");
        assertThat(saved(another, "{\"PatNum\":2,\"ProcTPs\":[]}", "")).startsWith("{\"TreatPlanNum\":2,\"PatNum\":2,");
        assertThat(saved(one, "{\"PatNum\":1,\"ProcTPs\":[]}", "true")).isEqualTo(first);
    }

    private static String saved(WireClient client, String body, String replayed) {
        HttpResponse<String> answer = client.post("/treatplans/Saved", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Idempotent-Replayed").orElse("")).isEqualTo(replayed);
        return answer.body();
    }
}
