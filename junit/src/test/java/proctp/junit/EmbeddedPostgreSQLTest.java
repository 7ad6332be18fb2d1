package proctp.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import proctp.application.Practice;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;
import proctp.junit.ProcTPServer.Database;

/** A stand-in on PostgreSQL. */
@ProcTPServer(database = Database.EMBEDDED_POSTGRESQL)
@Timeout(120)
class EmbeddedPostgreSQLTest {

    private static final String ROW = "/proctps/976";

    @Test
    void what_can_go_wrong_in_memory_can_go_wrong_here_and_is_over_after_a_reset(ProcTP server) {
        WireClient client = Clients.of(server);
        server.next().isAnsweredWith(503);
        assertThat(client.delete(ROW).statusCode()).isEqualTo(503);
        server.next("DELETE").comesAfter(() -> server.sign(963));
        assertThat(client.delete(ROW).headers().firstValue("Error-Code")).contains("TREAT_PLAN_SIGNED");
        server.disable(SampleOffice.DEVELOPER_KEY, SampleOffice.CUSTOMER_KEY);
        assertThat(client.delete(ROW).statusCode()).isEqualTo(401);
        server.reset();
        server.advance(Duration.ofHours(1));
        assertThat(client.put(ROW, "{\"Descript\": \"crown\"}").body()).contains("\"SecDateTEdit\":\"2026-01-02 10:00:00\"");
        assertThat(client.get("/changes?After=0&Limit=1000").body()).contains("\"Updated\"").doesNotContain("\"Signed\"");
    }

    /** Each stage has a database and eleven connections, so one for each class would use up what PostgreSQL has. */
    @Test
    void another_office_takes_over_the_server_and_the_keys_of_the_one_before_work_no_more() {
        ProcTPSettings settings = ProcTPSettings.usual().with(Database.EMBEDDED_POSTGRESQL).with(ZoneId.of("Asia/Kathmandu"));
        ProcTP sample = ProcTP.start(settings);
        assertThat(Clients.of(sample, SampleOffice.READ_ONLY_KEY).get(ROW).statusCode()).isEqualTo(200);
        assertThat(Clients.of(sample).get(ROW).statusCode()).isEqualTo(200);
        sample.end();
        ProcTP own = ProcTP.start(settings.with(new OwnOffice()));
        assertThat(own.url()).isEqualTo(sample.url());
        assertThat(Clients.of(own, SampleOffice.READ_ONLY_KEY).get(ROW).statusCode()).isEqualTo(401);
        assertThat(Clients.of(own).get("/treatplans").body()).isEqualTo("[]");
        own.end();
    }

    @Test
    void it_is_served_by_a_role_that_owns_nothing_as_in_production(ProcTP server) {
        assertThatThrownBy(() -> server.office().practices().add(Practice.NEW.name())).hasMessageContaining("permission denied");
    }
}
