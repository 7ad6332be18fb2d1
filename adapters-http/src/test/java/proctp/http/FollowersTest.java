package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ch.qos.logback.classic.Level;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;
import proctp.contract.wire.WireEvents;

/** What those cost who follow the change feed, and when they are let go. */
@Timeout(60)
class FollowersTest {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration HEART_BEAT = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Behind all that the sample has. */
    private static final String QUIET = "/changes?After=276";
    private static final String LISTEN = "GET " + QUIET + " HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n" + Wire.KEY + "\r\n";

    private final HeldFeed feed = new HeldFeed();
    private final List<AutoCloseable> clients = new ArrayList<>();
    private InMemoryServer server;
    private WireClient office;
    private WireClient reader;

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable client : clients) {
            client.close();
        }
        server.close();
    }

    private void serve(Duration heartBeat, int followers, int ofAKey) {
        server = new InMemoryServer(TestSettings.USUAL, new Following(LOOK, heartBeat, PATIENCE, followers, ofAKey));
        URI base = server.serve(feed.office());
        office = WireClient.of(base, SampleOffice.CUSTOMER_KEY);
        reader = WireClient.of(base, SampleOffice.READ_ONLY_KEY);
    }

    private WireEvents listen(WireClient client, String path) {
        WireEvents events = client.listen(path);
        clients.add(events);
        assertThat(events.head().statusCode()).isEqualTo(200);
        events.block();
        return events;
    }

    private void edit(String surf) {
        assertThat(office.put("/proctps/976", "{\"Surf\":\"" + surf + "\"}").statusCode()).isEqualTo(200);
    }

    private double followers() {
        return server.registry().get("proctp.followers").gauge().value();
    }

    @Test
    void X6_a_thousand_who_listen_to_nothing_take_no_thread_and_one_question_a_look() throws Exception {
        serve(Duration.ofHours(1), 2_000, 2_000);
        listen(20);
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        listen(1_000);
        assertThat(followers()).isEqualTo(1_020);
        Thread.sleep(3 * LOOK.toMillis());
        int asked = feed.asked.get();
        int read = feed.read.get();
        long begin = System.nanoTime();
        Thread.sleep(10 * LOOK.toMillis());
        assertThat(feed.asked.get() - asked).isPositive()
                .isLessThanOrEqualTo((int) ((System.nanoTime() - begin) / LOOK.toNanos()) + 1);
        assertThat(feed.read.get()).isEqualTo(read);
        assertThat(feed.practices).hasValue(1);
        assertThat(ManagementFactory.getThreadMXBean().getThreadCount() - threads).isLessThan(20);
    }

    private void listen(int many) {
        for (int i = 0; i < many; i++) {
            Wire wire = new Wire(server.port());
            clients.add(wire);
            assertThat(wire.send(LISTEN).head()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void X6_nothing_is_asked_for_nobody() throws Exception {
        serve(HEART_BEAT, 10, 10);
        Thread.sleep(5 * LOOK.toMillis());
        assertThat(feed.asked).hasValue(0);
        listen(office, QUIET).close();
        until(0);
        int asked = feed.asked.get();
        Thread.sleep(5 * LOOK.toMillis());
        assertThat(feed.asked.get()).isLessThanOrEqualTo(asked + 1);
    }

    /** Only what is sent tells that somebody has gone: the second time, for the first only makes the other system say so. */
    @Test
    void X6_who_has_gone_is_forgotten() throws Exception {
        serve(HEART_BEAT, 100, 100);
        List<WireEvents> gone = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            gone.add(listen(office, QUIET));
        }
        WireEvents stays = listen(office, QUIET);
        gone.forEach(WireEvents::close);
        until(1);
        edit("O");
        assertThat(stays.event().id()).isEqualTo("277");
    }

    private void until(double followers) throws InterruptedException {
        for (int i = 0; i < 200 && followers() != followers; i++) {
            Thread.sleep(50);
        }
        assertThat(followers()).isEqualTo(followers);
    }

    @Test
    void X6_what_many_are_to_be_told_is_read_once() {
        serve(Duration.ofHours(1), 100, 100);
        List<WireEvents> listeners = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            listeners.add(listen(i % 2 == 0 ? office : reader, QUIET));
        }
        // each has looked for itself once, at its beginning
        edit("A");
        listeners.forEach(listener -> assertThat(listener.event().id()).isEqualTo("277"));
        int read = feed.read.get();
        edit("O");
        listeners.forEach(listener -> assertThat(listener.event().id()).isEqualTo("278"));
        assertThat(feed.read.get()).isEqualTo(read + 1);
    }

    @Test
    void X6_those_who_are_far_behind_keep_nobody_waiting() {
        serve(Duration.ofHours(1), 100, 100);
        WireEvents atTheEnd = listen(reader, QUIET);
        edit("A");
        assertThat(atTheEnd.event().id()).isEqualTo("277");
        feed.slowness = Duration.ofMillis(40);
        for (int i = 0; i < 60; i++) {
            listen(office, "/changes");
        }
        edit("O");
        long edited = System.nanoTime();
        assertThat(atTheEnd.event().id()).isEqualTo("278");
        assertThat(Duration.ofNanos(System.nanoTime() - edited)).as("while the others have four seconds of reading to come")
                .isLessThan(Duration.ofSeconds(1));
        feed.slowness = Duration.ZERO;
    }

    @Test
    void X6_a_stream_whose_key_is_disabled_ends_before_the_next_event() {
        serve(Duration.ofHours(1), 10, 10);
        WireEvents disabled = listen(reader, QUIET);
        WireEvents other = listen(office, QUIET);
        feed.disable(SampleOffice.READ_ONLY_KEY);
        edit("O");
        assertThat(other.event().id()).isEqualTo("277");
        assertThat(disabled.rest()).isEmpty();
    }

    @Test
    void X6_a_stream_whose_key_is_disabled_ends_with_the_next_heart_beat() {
        serve(HEART_BEAT, 10, 10);
        WireEvents disabled = listen(reader, QUIET);
        feed.disable(SampleOffice.READ_ONLY_KEY);
        assertThat(disabled.rest()).allMatch(line -> line.isEmpty() || line.equals(": "));
    }

    @Test
    void X6_a_key_and_all_keys_together_have_so_many_streams_at_once() throws Exception {
        serve(HEART_BEAT, 3, 2);
        WireEvents first = listen(office, QUIET);
        listen(office, QUIET);
        HttpResponse<String> tooMany = office.with("Accept", "text/event-stream").get(QUIET);
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.headers().firstValue("Error-Code")).contains("RATE_EXCEEDED");
        assertThat(tooMany.headers().firstValue("Retry-After")).contains("1");
        assertThat(tooMany.body()).isEqualTo("\"This key follows the change feed 2 times already, which is as often as it may at"
                + " once. End some of these streams first.\"");
        listen(reader, QUIET);
        HttpResponse<String> full = reader.with("Accept", "text/event-stream").get(QUIET);
        assertThat(full.statusCode()).isEqualTo(503);
        assertThat(full.body()).isEqualTo("\"Too many clients follow the change feed just now. Try again in a few seconds.\"");
        assertThat(office.get(QUIET).statusCode()).isEqualTo(200);
        first.close();
        until(2);
        listen(reader, QUIET);
    }

    @Test
    void X6_while_the_database_is_away_streams_stay_and_it_is_said_once() throws Exception {
        serve(HEART_BEAT, 10, 10);
        WireEvents events = listen(office, QUIET);
        try (LogLines log = new LogLines(Followers.class.getName())) {
            feed.isAway = true;
            for (int i = 0; i < 4; i++) {
                assertThat(events.block()).containsExactly(": ");
            }
            assertThat(log.next().getLevel()).isEqualTo(Level.WARN);
            feed.isAway = false;
            edit("O");
            assertThat(events.event().id()).isEqualTo("277");
            assertThat(log.next().getMessage()).isEqualTo("The change feed can be read again");
        }
    }

    @Test
    void X6_what_cannot_be_sent_to_one_practice_is_sent_to_the_others() {
        serve(HEART_BEAT, 10, 10);
        WireClient otherOffice = WireClient.of(URI.create("http://127.0.0.1:" + server.port()), SampleOffice.OTHER_CUSTOMER_KEY);
        WireEvents good = listen(office, QUIET);
        try (LogLines log = new LogLines(Followers.class.getName())) {
            feed.broken = Optional.of(SampleOffice.OTHER_PRACTICE);
            WireEvents broken = listen(otherOffice, "/changes");
            assertThat(broken.rest()).allMatch(line -> line.isEmpty() || line.equals(": "));
            edit("O");
            assertThat(good.event().id()).isEqualTo("277");
            assertThat(log.next().getLevel()).isEqualTo(Level.ERROR);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void a_stream_is_one_line_of_the_log_and_no_time_that_anybody_waited() throws Exception {
        serve(HEART_BEAT, 10, 10);
        try (LogLines log = new LogLines("proctp.access")) {
            WireEvents events = office.listen("/changes?After=274&PatNum=740");
            assertThat(events.event().id()).isEqualTo("275");
            assertThat(events.event().id()).isEqualTo("276");
            events.close();
            assertThat(log.nextFields()).contains(entry("route", "/changes"), entry("status", 200), entry("rows", 2),
                    entry("PatNum", 740L));
        }
        assertThat(server.registry().find("http.server.requests").tag("route", "/changes").timer()).isNull();
    }
}
