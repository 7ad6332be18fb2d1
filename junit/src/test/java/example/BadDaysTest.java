package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import proctp.application.sample.SampleOffice;
import proctp.junit.ProcTP;
import proctp.junit.ProcTPServer;

@ProcTPServer(time = "2026-03-02 08:00:00")
class BadDaysTest {

    private ProcTP server;
    private Api api;

    @BeforeEach
    void call(ProcTP server) {
        this.server = server;
        api = new Api(server);
    }

    @Test
    void stamps_a_change_with_the_time_that_is_set() throws Exception {
        server.setTime(LocalDateTime.of(2026, 3, 2, 17, 30));
        server.advance(Duration.ofMinutes(5));

        String row = api.send("/proctps/976", "PUT", "{\"Descript\": \"crown\"}").body();

        assertTrue(row.contains("\"SecDateTEdit\":\"2026-03-02 17:35:00\""), row);
    }

    @Test
    void is_told_to_come_again() throws Exception {
        server.next().isAnsweredWith(429);
        server.next("PUT", "/proctps/{ProcTPNum}").times(2).isAnsweredWith(503);

        HttpResponse<String> tooFast = api.get("/treatplans");
        HttpResponse<String> away = api.send("/proctps/976", "PUT", "{}");

        assertEquals("1", tooFast.headers().firstValue("Retry-After").orElseThrow());
        assertEquals("UNAVAILABLE", away.headers().firstValue("Error-Code").orElseThrow());
    }

    @Test
    void does_not_know_whether_it_was_done() throws Exception {
        server.next("PUT").losesItsAnswer();

        assertThrows(IOException.class, () -> api.send("/proctps/976", "PUT", "{\"Descript\": \"crown\"}"));

        assertTrue(api.get("/proctps/976").body().contains("crown"));
    }

    @Test
    void waits() throws Exception {
        server.next("GET").isAnsweredAfter(Duration.ofMillis(100));

        assertEquals(200, api.get("/treatplans").statusCode());
    }

    @Test
    void finds_the_plan_signed_that_was_open_when_it_read_it() throws Exception {
        server.next("PUT").comesAfter(() -> server.sign(963));

        HttpResponse<String> late = api.send("/proctps/976", "PUT", "{\"Descript\": \"crown\"}");

        assertEquals("TREAT_PLAN_SIGNED", late.headers().firstValue("Error-Code").orElseThrow());
    }

    @Test
    void finds_that_another_hand_was_faster() throws Exception {
        server.next("PUT").comesAfter(() -> server.edit(976, row -> row.descript("bridge")));

        assertEquals(200, api.send("/proctps/976", "PUT", "{\"ProcAbbr\": \"Crn\"}").statusCode());

        assertTrue(api.get("/proctps/976").body().contains("bridge"));
    }

    @Test
    void has_a_key_that_was_disabled() throws Exception {
        server.disable(SampleOffice.DEVELOPER_KEY, SampleOffice.CUSTOMER_KEY);

        assertEquals(401, api.get("/treatplans").statusCode());
    }
}
