package proctp.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import proctp.application.ApiKey;
import proctp.application.KeyDigest;
import proctp.application.port.ApiKeys;
import proctp.application.port.Office;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** Which keys are looked up for an address that has used up its share of wrong ones, while the look-ups take their time. */
class LookUpsOfKeysTest {

    /** So few that none comes back while a test runs. */
    private static final int A_MINUTE = 1;

    private static final String WRONG = "NOSUCHCUSTOMERKY";

    private final ApiKeys sample = InMemoryServer.sampleOffice().apiKeys();
    private final Queue<KeyDigest> lookUps = new ConcurrentLinkedQueue<>();
    private final Set<KeyDigest> disabled = ConcurrentHashMap.newKeySet();
    private final Semaphore held = new Semaphore(0);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private volatile boolean slow;
    private InMemoryServer server;
    private URI base;

    @BeforeEach
    void serve() {
        Office office = mock(Office.class, delegatesTo(InMemoryServer.sampleOffice()));
        ApiKeys watched = mock(ApiKeys.class);
        when(watched.find(any())).thenAnswer(call -> find(call.getArgument(0)));
        doReturn(watched).when(office).apiKeys();
        server = new InMemoryServer(TestSettings.with(new HttpSettings.Throttle(A_MINUTE, Optional.empty(), Set.of())));
        base = server.serve(office);
    }

    @AfterEach
    void stop() {
        letGo.countDown();
        server.close();
    }

    /** Wrong keys take until they are let go, once they are slow. */
    private Optional<ApiKey> find(KeyDigest pair) {
        lookUps.add(pair);
        Optional<ApiKey> found = sample.find(pair).filter(key -> !disabled.contains(pair));
        if (slow && found.isEmpty()) {
            held.release();
            try {
                letGo.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        return found;
    }

    @Test
    void A4_one_more_than_may_be_looked_up_at_a_time_is_refused_without_a_look_up_and_the_same_for_every_reason()
            throws Exception {
        useUp();
        List<CompletableFuture<Integer>> underWay = fillTheLine();
        lookUps.clear();

        WireClient anonymous = WireClient.anonymous(base);
        List<Map<String, List<String>>> answers = Stream.of(anonymous, anonymous.with("Authorization", "Basic abc"),
                anonymous.with("Authorization", "ODFHIR /"), anonymous.with("Authorization", "ODFHIR"),
                client(WRONG), client(SampleOffice.DISABLED_KEY), client(SampleOffice.CUSTOMER_KEY))
                .map(client -> seen(client.get("/definitions"))).toList();

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(answers.get(0)).containsEntry("status", List.of("429")).containsKey("retry-after")
                .containsEntry("error-code", List.of("WRONG_KEYS_EXCEEDED")).containsEntry("connection", List.of("close"));
        assertThat(lookUps).isEmpty();

        letGo.countDown();
        for (CompletableFuture<Integer> wrong : underWay) {
            assertThat(wrong.get(10, SECONDS)).isEqualTo(429);
        }
        assertThat(client(SampleOffice.CUSTOMER_KEY).get("/definitions").statusCode()).isEqualTo(200);
    }

    @Test
    void A4_a_key_that_was_good_lately_does_not_stand_in_that_line() throws Exception {
        assertThat(client(SampleOffice.CUSTOMER_KEY).get("/definitions").statusCode()).isEqualTo(200);
        useUp();
        fillTheLine();
        assertThat(client(SampleOffice.CUSTOMER_KEY).get("/definitions").statusCode()).isEqualTo(200);
        assertThat(client(SampleOffice.OTHER_CUSTOMER_KEY).get("/definitions").statusCode()).isEqualTo(429);
    }

    @Test
    void A4_a_key_that_was_good_lately_and_was_disabled_is_looked_up_once_more_and_then_stands_in_line() throws Exception {
        assertThat(client(SampleOffice.CUSTOMER_KEY).get("/definitions").statusCode()).isEqualTo(200);
        useUp();
        disabled.add(pair(SampleOffice.CUSTOMER_KEY));
        assertThat(client(SampleOffice.CUSTOMER_KEY).get("/definitions").statusCode()).isEqualTo(429);
        assertThat(lookUps).endsWith(pair(SampleOffice.CUSTOMER_KEY));
        fillTheLine();
        lookUps.clear();
        assertThat(client(SampleOffice.CUSTOMER_KEY).get("/definitions").statusCode()).isEqualTo(429);
        assertThat(lookUps).isEmpty();
    }

    @Test
    void A4_a_good_key_that_was_never_seen_gets_through_when_there_is_room_in_the_line() throws Exception {
        useUp();
        slow = true;
        hold();
        assertThat(client(SampleOffice.CUSTOMER_KEY).get("/definitions").statusCode()).isEqualTo(200);
    }

    @Test
    void A4_what_is_sent_behind_a_wrong_key_too_many_is_not_answered() {
        useUp();
        try (Wire wire = new Wire(server.port())) {
            String answers = wire.send("GET /definitions HTTP/1.1\r\nHost: x\r\n\r\n" + Wire.READ + "\r\n").rest();
            assertThat(answers).startsWith("HTTP/1.1 429 ").containsOnlyOnce("HTTP/1.1");
        }
    }

    private void useUp() {
        assertThat(client(WRONG).get("/definitions").statusCode()).isEqualTo(401);
        assertThat(client(WRONG).get("/definitions").statusCode()).isEqualTo(429);
    }

    private List<CompletableFuture<Integer>> fillTheLine() throws InterruptedException {
        slow = true;
        return List.of(hold(), hold());
    }

    private CompletableFuture<Integer> hold() throws InterruptedException {
        CompletableFuture<Integer> status =
                CompletableFuture.supplyAsync(() -> WireClient.anonymous(base).get("/definitions").statusCode());
        assertThat(held.tryAcquire(10, SECONDS)).as("a look-up under way").isTrue();
        return status;
    }

    private WireClient client(String customerKey) {
        return WireClient.of(base, customerKey);
    }

    private static KeyDigest pair(String customerKey) {
        return InMemoryServer.SECRET.digest(SampleOffice.DEVELOPER_KEY, customerKey);
    }

    /** An answer without what each has of its own. */
    private static Map<String, List<String>> seen(HttpResponse<String> answer) {
        Map<String, List<String>> seen = new TreeMap<>(answer.headers().map());
        seen.keySet().removeAll(Set.of("date", "x-request-id"));
        // a second may pass from one to the next
        seen.computeIfPresent("retry-after", (name, seconds) -> List.of());
        seen.put("status", List.of(String.valueOf(answer.statusCode())));
        seen.put("body", List.of(answer.body()));
        return seen;
    }
}
