package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import proctp.application.Page;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;

/** An office whose server freezes, or is killed and comes again. */
class LostServerTest {

    @TempDir
    Path directory;

    private FragilePostgres server;
    private PostgresOffice office;

    @BeforeEach
    void openAnOffice() throws IOException {
        server = new FragilePostgres(directory);
        office = new PostgresOffice(SampleOn.CLOCK);
        // shorter than ours, to keep the test short
        assertThat(office.arrive(server.settings("?socketTimeout=2"), new SimpleMeterRegistry())).isEmpty();
        SampleOn.filled(office, server.settings(""));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        office.close();
    }

    /** Waits as long as the limits are. */
    @Tag("faults")
    @Test
    void a_frozen_server_holds_nobody_for_ever_and_is_served_from_again_when_it_thaws() {
        edit("before");
        server.freeze();

        // the first one is under way on a connection that was good a moment ago, the next ones need another
        for (int i = 0; i < 4; i++) {
            assertWithin(Duration.ofSeconds(8), () -> assertUnavailable(() -> edit("while")));
        }
        assertWithin(Duration.ofSeconds(4), () -> assertThat(office.probe().trouble()).isPresent());
        assertWithin(Duration.ofSeconds(14), this::assertNothingArrives);
        server.thaw();

        assertWithin(Duration.ofSeconds(10), () -> awaitDone(this::assertNothingWasDone));
        edit("after");
        assertThat(office.probe().trouble()).isEmpty();
    }

    /** Waits as long as the limits are. */
    @Tag("faults")
    @Test
    void an_office_on_a_frozen_server_closes() {
        server.freeze();

        assertWithin(Duration.ofSeconds(25), office::close);
        server.thaw();
    }

    @Tag("faults")
    @Test
    void a_server_that_was_killed_and_comes_again_fails_a_call_or_two_and_no_more() throws Exception {
        edit("before");
        server.crash();
        assertWithin(Duration.ofSeconds(6), () -> assertUnavailable(() -> edit("while")));
        assertThat(office.probe().trouble()).isPresent();
        server.restart();

        assertWithin(Duration.ofSeconds(6), () -> awaitDone(() -> edit("after")));
        assertThat(office.probe().trouble()).isEmpty();
        assertThat(office.treatPlans().find(SampleOn.CALLER, new TreatPlanNum(963))).isPresent();
    }

    @Test
    void of_all_the_connections_that_a_restart_kills_one_fails_a_call() throws Exception {
        edit("before");
        server.crash();
        server.restart();

        int failed = 0;
        for (int i = 0; i < 10; i++) {
            failed += isDone(() -> edit("after")) ? 0 : 1;
        }

        assertThat(failed).isLessThanOrEqualTo(1);
    }

    private void assertNothingArrives() {
        try (PostgresOffice other = new PostgresOffice(SampleOn.CLOCK)) {
            assertThat(other.arrive(server.settings(""), new SimpleMeterRegistry())).isPresent();
        }
    }

    private void assertNothingWasDone() {
        assertThat(office.procTPs().list(SampleOn.CALLER, new TreatPlanNum(963), new Page(1, 0)))
                .singleElement().satisfies(row -> assertThat(row.descript()).isEqualTo("before"));
    }

    private void edit(String descript) {
        office.procTPs().edit(SampleOn.CALLER, new ProcTPNum(976), SampleOn.descript(descript), SampleOn.RULE);
    }

    private static void assertUnavailable(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE));
    }

    private static void awaitDone(Runnable call) {
        while (!isDone(call)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static boolean isDone(Runnable call) {
        try {
            call.run();
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
            return false;
        }
    }

    private static void assertWithin(Duration longest, Runnable call) {
        long start = System.nanoTime();
        call.run();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(longest);
    }
}
