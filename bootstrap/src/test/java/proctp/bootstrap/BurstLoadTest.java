package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** Many programs call at the same moment, right after the start. */
@Tag("load")
class BurstLoadTest {

    private static final int CALLS = 400;
    private static final String REQUEST = "GET /api/v1/proctps?TreatPlanNum=963 HTTP/1.1\r\nHost: localhost\r\n"
            + "Connection: close\r\nAuthorization: " + WireClient.credentials(SampleOffice.CUSTOMER_KEY) + "\r\n\r\n";

    @Test
    void all_of_them_are_served() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLS);
        try (ServiceOnPostgres service = new ServiceOnPostgres(1)) {
            WireClient office = WireClient.anonymous(service.fresh());
            CountDownLatch now = new CountDownLatch(CALLS);
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                answers.add(threads.submit(() -> {
                    now.countDown();
                    now.await();
                    return office.raw(REQUEST);
                }));
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get()).startsWith("HTTP/1.1 200 ");
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
