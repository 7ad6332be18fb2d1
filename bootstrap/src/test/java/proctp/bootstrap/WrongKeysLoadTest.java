package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** What 300 connections that pour in requests with wrong keys do to programs with a good one, from the same address. */
@Tag("load")
class WrongKeysLoadTest {

    private static final int A_MINUTE = 60;
    private static final int CONNECTIONS = 300;
    private static final Duration WARMING = Duration.ofSeconds(8);
    private static final Duration MEASURED = Duration.ofSeconds(12);

    private static final double MOST_MILLISECONDS = 1_000;

    /** The flood, the service, its database and whoever measures share the machine, and each wants all of it. */
    private static final double MOST_TIMES = 20;

    @ParameterizedTest
    @EnumSource
    void a_good_key_is_served_as_before(WrongKeysFlood.Keys keys) throws Exception {
        try (ServiceOnPostgres service = new ServiceOnPostgres(A_MINUTE)) {
            URI base = service.fresh();
            assertThat(WireClient.of(base, SampleOffice.CUSTOMER_KEY).get("/definitions").statusCode()).isEqualTo(200);
            // with the flood: its way through the service is compiled on the same processors
            try (WrongKeysFlood flood = new WrongKeysFlood(base.getPort(), CONNECTIONS, keys)) {
                Bystanders.measure(base, WARMING);
            }
            Bystanders.Times alone = Bystanders.measure(base, MEASURED);
            try (WrongKeysFlood flood = new WrongKeysFlood(base.getPort(), CONNECTIONS, keys)) {
                Bystanders.Times flooded = Bystanders.measure(base, MEASURED);
                System.out.printf("alone    %s%nflooded  %s, by %s%nratio    p50 %.2f, p99 %.2f%n",
                        alone, flooded, flood, flooded.p50() / alone.p50(), flooded.p99() / alone.p99());
                assertThat(flood.statuses()).as("the flood's answers").containsKey("429").doesNotContainKeys("200", "500", "503");
                assertThat(flooded.p99()).isLessThan(Math.max(MOST_MILLISECONDS, MOST_TIMES * alone.p99()));
            }
        }
    }
}
