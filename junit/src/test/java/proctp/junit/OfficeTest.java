package proctp.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** What a stand-in holds, and the time it goes by. */
@Timeout(60)
class OfficeTest {

    private static final String PLAN = "{\"PatNum\": 722, \"Heading\": \"New\", \"ProcTPs\": [{\"ProcCode\": \"D2740\"}]}";

    @Nested
    @ProcTPServer(time = "2026-07-01 12:00:00")
    class Time {

        @Test
        void a_change_is_stamped_by_the_clock_in_the_practices_zone(ProcTP server) {
            WireClient client = Clients.of(server);
            assertThat(client.put("/proctps/976", "{\"Descript\": \"crown\"}").body()).contains("\"SecDateTEdit\":\"2026-07-01 12:00:00\"");
            server.advance(Duration.ofMinutes(90));
            assertThat(client.put("/proctps/976", "{\"Descript\": \"bridge\"}").body()).contains("\"SecDateTEdit\":\"2026-07-01 13:30:00\"");
            server.setTime(LocalDateTime.of(2027, 1, 1, 8, 0));
            assertThat(client.put("/proctps/976", "{\"Descript\": \"inlay\"}").body()).contains("\"SecDateTEdit\":\"2027-01-01 08:00:00\"");
            assertThat(server.now()).isEqualTo(Instant.parse("2027-01-01T14:00:00Z"));
        }

        @Test
        void X9_a_key_of_a_request_is_forgotten_after_24_hours(ProcTP server) {
            WireClient client = Clients.of(server).with("Idempotency-Key", "once");
            assertThat(client.post("/treatplans/Saved", PLAN).headers().firstValue("Idempotent-Replayed")).isEmpty();
            server.advance(Duration.ofHours(23));
            assertThat(client.post("/treatplans/Saved", PLAN).headers().firstValue("Idempotent-Replayed")).contains("true");
            server.advance(Duration.ofHours(2));
            assertThat(client.post("/treatplans/Saved", PLAN).headers().firstValue("Idempotent-Replayed")).isEmpty();
        }
    }

    @Nested
    @ProcTPServer(zone = "Europe/Berlin")
    class Zone {

        @Test
        void the_clock_shows_what_was_said_in_any_zone(ProcTP server) {
            assertThat(server.now()).isEqualTo(Instant.parse("2026-01-02T08:00:00Z"));
            assertThat(Clients.of(server).put("/proctps/976", "{\"Descript\": \"crown\"}").body())
                    .contains("\"SecDateTEdit\":\"2026-01-02 09:00:00\"");
        }
    }

    @Nested
    @ProcTPServer(office = OwnOffice.class, time = "2025-12-31 23:59:59")
    class Own {

        @Test
        void it_holds_what_they_want_and_nothing_else(ProcTP server) {
            WireClient client = Clients.of(server);
            assertThat(client.get("/treatplans").body()).isEqualTo("[]");
            assertThat(client.post("/treatplans/Saved", PLAN).statusCode()).isEqualTo(201);
            assertThat(client.get("/proctps?TreatPlanNum=1").body()).startsWith("[{\"ProcTPNum\":1,");
            server.sign(1);
            assertThat(client.delete("/proctps/1").headers().firstValue("Error-Code")).contains("TREAT_PLAN_SIGNED");
            assertThat(Clients.of(server, SampleOffice.OTHER_CUSTOMER_KEY).get("/treatplans").statusCode()).isEqualTo(401);
        }

        @Test
        void a_key_works_until_its_last_day_is_over(ProcTP server) {
            WireClient reader = WireClient.anonymous(server.url().resolve("/")).with("Authorization", server.authorization("ACME", "READER"));
            assertThat(reader.get("/treatplans").statusCode()).isEqualTo(200);
            server.advance(Duration.ofSeconds(1));
            assertThat(reader.get("/treatplans").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void an_office_without_a_practice_is_none() {
        assertThatThrownBy(() -> ProcTP.start(ProcTPSettings.usual().with((OfficeSource) (secret, zone) -> List.of())))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("The office has no practice, and must have one at least.");
    }

    @Test
    void a_directory_that_no_practice_was_exported_to_is_not_taken_for_an_empty_office(@TempDir Path directory) {
        assertThatThrownBy(() -> ProcTP.start(ProcTPSettings.usual().with(OfficeSource.files(directory.toString()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no practice.ndjson in " + directory + ": it must be a directory that a practice was exported to.");
    }

    @Test
    void a_file_that_is_wrong_is_named_with_its_line(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("practice.ndjson"), "{\"PracticeName\": \"Maple\"}\n");
        Files.writeString(directory.resolve("treatplans.ndjson"), "{\"TreatPlanNum\": \"x\"}\n");
        assertThatThrownBy(() -> ProcTP.start(ProcTPSettings.usual().with(OfficeSource.files(directory.toString()))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("treatplans.ndjson:1: ");
        assertThatThrownBy(() -> ProcTP.start(ProcTPSettings.usual().with(OfficeSource.files(directory.resolve("no").toString()))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageMatching("There is no directory .*no[.]");
    }
}
