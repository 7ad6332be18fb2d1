package proctp.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule X6 of the wire contract: what has happened and what happens, as a stream of events. */
public abstract class ChangeStreamContract extends WireContract {

    private static final String STREAM = "text/event-stream";

    private long last;

    @BeforeEach
    void seeWhatThereIs() {
        List<Long> nums = Entries.nums(ok(office.get("/changes?Limit=1000")));
        last = nums.get(nums.size() - 1);
    }

    @Test
    void X6_it_begins_with_a_sign_of_life_and_has_no_length() {
        try (WireEvents events = office.listen("/changes?After=" + last)) {
            assertThat(events.head().statusCode()).isEqualTo(200);
            assertThat(events.head().headers().firstValue("Content-Type")).contains("text/event-stream; charset=utf-8");
            assertThat(events.head().headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(events.head().headers().firstValue("X-Request-Id")).isPresent();
            assertThat(events.head().headers().firstValue("Content-Length")).isEmpty();
            assertThat(events.head().headers().firstValue("ETag")).isEmpty();
            assertThat(events.block()).containsExactly(": ");
        }
    }

    @Test
    void X6_an_event_is_its_number_its_kind_and_the_entry_as_a_page_has_it() {
        ok(office.put("/proctps/976", "{\"Descript\":\"two\\nlines\\r\\n\\u2028\"}"));
        try (WireEvents events = office.listen("/changes?After=" + last)) {
            WireEvents.Event event = events.event();
            assertThat(event.id()).isEqualTo(String.valueOf(last + 1));
            assertThat(event.type()).isEqualTo("change");
            assertThat("[" + event.data() + "]").isEqualTo(ok(office.get("/changes?After=" + last)));
        }
    }

    @Test
    void X6_what_there_is_comes_first_and_then_what_happens() {
        try (WireEvents events = reader.listen("/changes")) {
            for (long num = 1; num <= last; num++) {
                assertThat(events.event().id()).isEqualTo(String.valueOf(num));
            }
            ok(office.put("/proctps/976", "{\"Surf\":\"O\"}"));
            ok(office.delete("/proctps/977"));
            assertThat(events.event().data()).contains("\"Action\":\"Updated\"");
            assertThat(events.event().data()).contains("\"Action\":\"Deleted\"");
        }
    }

    /** Of several the usual one, since any machine may be busy for a moment. */
    @Test
    void X6_what_happens_is_there_within_a_second() {
        List<Duration> delays = new ArrayList<>();
        try (WireEvents events = office.listen("/changes?After=" + last)) {
            events.block();
            for (int i = 0; i < 5; i++) {
                long begin = System.nanoTime();
                ok(office.put("/proctps/976", "{\"Surf\":\"" + i + "\"}"));
                assertThat(events.event().data()).contains("\"Surf\":\"" + i + "\"");
                delays.add(Duration.ofNanos(System.nanoTime() - begin));
            }
        }
        delays.sort(null);
        assertThat(delays.get(2)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void X6_who_comes_back_goes_on_behind_the_last_event_that_was_seen() {
        String seen;
        try (WireEvents events = office.listen("/changes?After=5")) {
            assertThat(events.event().id()).isEqualTo("6");
            seen = events.event().id();
        }
        try (WireEvents events = office.with("Last-Event-ID", seen).listen("/changes?After=5")) {
            assertThat(events.event().id()).isEqualTo("8");
        }
        try (WireEvents events = office.with("Last-Event-ID", "").listen("/changes?After=5")) {
            assertThat(events.event().id()).isEqualTo("6");
        }
    }

    @Test
    void X6_of_one_plan_or_one_patient_comes_no_other() {
        try (WireEvents ofPlan = office.listen("/changes?TreatPlanNum=963&After=" + last);
                WireEvents ofPatient = office.listen("/changes?PatNum=740&After=" + last)) {
            ofPlan.block();
            ofPatient.block();
            ok(office.put("/treatplans/990", "{\"Heading\":\"other\"}"));
            ok(office.put("/proctps/976", "{\"Surf\":\"O\"}"));
            ok(office.put("/treatplans/990", "{\"Heading\":\"another\"}"));
            assertThat(ofPlan.event().id()).isEqualTo(String.valueOf(last + 2));
            assertThat(ofPatient.event().id()).isEqualTo(String.valueOf(last + 1));
            assertThat(ofPatient.event().id()).isEqualTo(String.valueOf(last + 3));
        }
    }

    @Test
    void A9_nobody_hears_of_another_practice() {
        try (WireEvents events = office.listen("/changes?After=" + last)) {
            events.block();
            ok(otherOffice.put("/proctps/976", "{\"Surf\":\"O\"}"));
            ok(office.put("/proctps/976", "{\"Surf\":\"L\"}"));
            assertThat(events.event().data()).contains("\"Surf\":\"L\"").contains("\"ChangeNum\":" + (last + 1) + ",");
        }
    }

    @Test
    void B6_date_patterns_are_for_events_too() {
        try (WireEvents events = office.listen("/changes?DateTimeFormatString=yyyy")) {
            assertThat(events.event().data()).contains("\"ChangeDateTime\":\"2026\",");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "1.0", "007", "9223372036854775808", "1,2"})
    void X6_a_last_event_that_can_be_none_is_refused(String id) {
        refused(office.with("Accept", STREAM).with("Last-Event-ID", id).get("/changes"), 400, "PARAMETER_INVALID",
                "Last-Event-ID is invalid.");
    }

    @Test
    void X6_what_a_stream_cannot_have_is_refused() {
        WireClient listener = office.with("Accept", STREAM);
        refused(listener.get("/changes?Limit=5"), 400, "PARAMETER_INVALID",
                "Limit is not valid with Accept: text/event-stream, since a stream has no pages. Leave it out.");
        refused(listener.get("/changes?After=x"), 400, "PARAMETER_INVALID", "After is invalid.");
        refused(listener.get("/changes?Offset=0"), 400, "PARAMETER_UNKNOWN");
        refused(anyone.with("Accept", STREAM).get("/changes"), 401, "KEY_INVALID");
    }

    @Test
    void X6_it_is_for_who_asks_for_it_by_name() {
        for (String accept : new String[] {"*/*", "application/json", "text/*", "text/event-stream;q=0",
            "application/json, text/event-stream, application/problem+json", "text/event-stream, Application/JSON;q=0.5"}) {
            assertThat(ok(office.with("Accept", accept).get("/changes?After=" + last))).isEqualTo("[]");
        }
        for (String accept : new String[] {"text/event-stream, */*", "TEXT/Event-Stream; q=0.5", "application/json;q=0, text/event-stream"}) {
            HttpResponse<String> head = office.with("Accept", accept).send("HEAD", "/api/v1/changes");
            assertThat(header(head, "Content-Type")).isEqualTo("text/event-stream; charset=utf-8");
        }
    }

    @Test
    void B10_head_answers_at_once_and_tells_no_length() {
        HttpResponse<String> head = office.with("Accept", STREAM).send("HEAD", "/api/v1/changes");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).isEmpty();
    }
}
