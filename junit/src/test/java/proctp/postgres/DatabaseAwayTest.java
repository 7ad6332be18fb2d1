package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;
import proctp.junit.ProcTP;
import proctp.junit.ProcTPServer;

/** Beside the sentences of PostgreSQL's office, which are its own: a stand-in says what it says. */
@ProcTPServer
class DatabaseAwayTest {

    @Test
    void a_503_that_a_test_asks_for_has_the_words_of_a_database_that_is_away(ProcTP server) {
        server.next().isAnsweredWith(503);
        HttpResponse<String> answer = WireClient.of(server.url().resolve("/"), SampleOffice.CUSTOMER_KEY).get("/treatplans");
        assertThat(answer.headers().firstValue("Error-Code")).contains(Hindrance.UNREACHABLE.refusal().kind().name());
        assertThat(answer.body()).isEqualTo('"' + Hindrance.UNREACHABLE.refusal().sentence() + '"');
    }
}
