package proctp.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** The service that the tools of others are tried on. */
@Tag("clients")
class ServingTest {

    @Test
    void the_sample_office_is_served() {
        try (SampleService service = new SampleService()) {
            assertThat(WireClient.of(service.base(), SampleOffice.CUSTOMER_KEY).get("/proctps?TreatPlanNum=963").body())
                    .contains("\"ProcTPNum\":976");
        }
    }
}
