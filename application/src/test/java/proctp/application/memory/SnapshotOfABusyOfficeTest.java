package proctp.application.memory;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.IdempotencyKey;
import proctp.application.KeySecret;
import proctp.application.port.PlanGuard;
import proctp.application.port.ProcTPGuard;
import proctp.application.sample.SampleOffice;
import proctp.domain.NewTreatPlan;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlan;

/** An office is looked at while programs change it. */
class SnapshotOfABusyOfficeTest {

    private static final int ROUNDS = 300;
    private static final ProcTPNum EDITED = new ProcTPNum(976);

    /** The last plan of the sample. */
    private static final long FIRST = 990;

    private static final Caller CALLER = Caller.atConsole(SampleOffice.PRACTICE);

    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final InMemoryOffice office = new InMemoryOffice(Clock.systemUTC());

    @BeforeEach
    void fill() {
        office.fillIfEmpty(SampleOffice.practices(new KeySecret("a secret for tests"), ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void a_snapshot_waits_for_no_change_under_way_and_does_not_have_it() throws Exception {
        OfficeSnapshot before = office.snapshot();
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Future<ProcTP> edit = threads.submit(() -> edit("held", (plan, row) -> {
            row.get();
            reached.countDown();
            await(released);
        }));
        await(reached);
        assertThat(threads.submit(office::snapshot).get(10, SECONDS)).isEqualTo(before);
        assertThat(edit).isNotDone();
        released.countDown();
        assertThat(edit.get(10, SECONDS).descript()).isEqualTo("held");
        assertThat(procTPs(office.snapshot())).extracting(ProcTP::descript).contains("held");
    }

    /** Then all that is there is what the entries say, and nothing is there that no entry tells of. */
    @Test
    void a_snapshot_has_all_of_a_change_or_nothing() throws Exception {
        Future<?> editing = threads.submit(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                edit("round " + i, ProcTPGuard.NONE);
            }
        });
        Future<?> saving = threads.submit(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                Optional<IdempotencyKey> key = Optional.of(IdempotencyKey.of("round " + i, "POST", new byte[0]));
                TreatPlan plan = office.treatPlans().save(CALLER, draft(), key).value();
                office.treatPlans().delete(CALLER, plan.num(), PlanGuard.NONE);
            }
        });
        do {
            assertToldByItsEntries(office.snapshot().practices().get(0));
        } while (!editing.isDone() || !saving.isDone());
        editing.get();
        saving.get();
    }

    @Test
    void what_was_seen_before_a_version_was_asked_for_is_in_a_snapshot_of_that_version() throws Exception {
        Map<Long, Integer> kept = new TreeMap<>();
        List<Seen> seen = new ArrayList<>();
        CountDownLatch firstSeen = new CountDownLatch(1);
        CountDownLatch firstKept = new CountDownLatch(1);
        Future<?> editing = threads.submit(() -> {
            for (int i = 1; i <= 20 * ROUNDS; i++) {
                edit(String.valueOf(i), ProcTPGuard.NONE);
                if (i == 10 * ROUNDS) {
                    await(firstKept);
                }
            }
        });
        edit("0", ProcTPGuard.NONE);
        Future<?> keeping = threads.submit(() -> {
            await(firstSeen);
            while (!editing.isDone()) {
                long covered = office.version();
                kept.put(covered, Integer.valueOf(descript(procTPs(office.snapshot()).stream())));
                firstKept.countDown();
            }
        });
        while (!editing.isDone()) {
            String descript = descript(office.procTPs().find(CALLER, EDITED).stream());
            seen.add(new Seen(Integer.parseInt(descript), office.version()));
            firstSeen.countDown();
        }
        editing.get();
        keeping.get(10, SECONDS);
        AtomicInteger compared = new AtomicInteger();
        kept.forEach((covered, descript) -> seen.stream().filter(one -> one.version() <= covered).reduce((one, later) -> later)
                .ifPresent(last -> {
                    assertThat(descript).isGreaterThanOrEqualTo(last.descript());
                    compared.incrementAndGet();
                }));
        assertThat(compared).hasPositiveValue();
    }

    private record Seen(int descript, long version) {
    }

    private ProcTP edit(String descript, ProcTPGuard guard) {
        return office.procTPs().edit(CALLER, EDITED, ProcTPEdit.builder().descript(descript).build(any -> true), guard);
    }

    private static NewTreatPlan draft() {
        NewTreatPlan.Builder draft = NewTreatPlan.builder().patNum(722);
        draft.procTP();
        draft.procTP();
        return draft.build(any -> true);
    }

    /** Quickly, so that there is always one about to look. */
    private static void assertToldByItsEntries(PracticeSnapshot practice) {
        int rows = 0;
        int plans = 0;
        long lastPlan = 0;
        String descript = "";
        for (Change change : practice.changes()) {
            rows += count(change.procTP());
            plans += count(change.treatPlan());
            lastPlan = Math.max(lastPlan, change.treatPlanNum().value());
            if (change.procTPNum().filter(EDITED::equals).isPresent()) {
                descript = change.procTP().after().orElseThrow().descript();
            }
        }
        assertThat(List.of(practice.procTPs().size(), practice.treatPlans().size(), practice.practice().lastTreatPlanNum(),
                practice.posts().size(), descript(practice.procTPs().stream())))
                .as("rows, plans, last number, kept requests, text").isEqualTo(List.of(rows, plans, lastPlan, (int) (lastPlan - FIRST), descript));
    }

    private static int count(Change.Versions<?> versions) {
        return (versions.after().isPresent() ? 1 : 0) - (versions.before().isPresent() ? 1 : 0);
    }

    private static List<ProcTP> procTPs(OfficeSnapshot snapshot) {
        return snapshot.practices().get(0).procTPs();
    }

    private static String descript(Stream<ProcTP> rows) {
        return rows.filter(row -> row.num().equals(EDITED)).map(ProcTP::descript).findFirst().orElseThrow();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
