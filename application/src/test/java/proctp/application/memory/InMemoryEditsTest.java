package proctp.application.memory;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import proctp.application.ApiKeyNum;
import proctp.application.Caller;
import proctp.application.KeySecret;
import proctp.application.Page;
import proctp.application.port.ProcTPs;
import proctp.application.sample.SampleOffice;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlanNum;

/** What the contract kit cannot see: a gap between reading and writing that is only nanoseconds wide. */
class InMemoryEditsTest {

    private static final int EDITS = 20_000;
    private static final Caller CALLER = new Caller(SampleOffice.PRACTICE, new ApiKeyNum(1), "", "", Set.of());

    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private final ProcTPs procTPs = sample();

    private static ProcTPs sample() {
        InMemoryOffice office = new InMemoryOffice(Clock.systemUTC());
        office.fillIfEmpty(SampleOffice.practices(new KeySecret("a secret for tests"), ZoneOffset.UTC));
        return office.procTPs();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void U4_no_edit_is_lost_among_tens_of_thousands() throws Exception {
        List<Future<?>> editors = new ArrayList<>();
        editors.add(threads.submit(edits(ProcTPEdit.Builder::surf, ProcTP::surf)));
        editors.add(threads.submit(edits(ProcTPEdit.Builder::dx, ProcTP::dx)));
        editors.add(threads.submit(edits(ProcTPEdit.Builder::procCode, ProcTP::procCode)));
        for (Future<?> editor : editors) {
            editor.get(60, SECONDS);
        }
        String last = String.valueOf(EDITS);
        assertThat(row()).extracting(ProcTP::surf, ProcTP::dx, ProcTP::procCode).containsExactly(last, last, last);
    }

    /** Nobody else writes this member, so before each edit it must be as the one before left it. */
    private Callable<Void> edits(BiFunction<ProcTPEdit.Builder, String, ProcTPEdit.Builder> set,
                                 Function<ProcTP, String> get) {
        return () -> {
            for (int i = 1; i <= EDITS; i++) {
                String before = i == 1 ? get.apply(row()) : String.valueOf(i - 1);
                assertThat(get.apply(edit(ProcTPEdit.builder()))).isEqualTo(before);
                edit(set.apply(ProcTPEdit.builder(), String.valueOf(i)));
            }
            return null;
        };
    }

    private ProcTP edit(ProcTPEdit.Builder members) {
        return procTPs.edit(CALLER, new ProcTPNum(976), members.build(any -> true), (plan, row) -> plan.requireEditable());
    }

    private ProcTP row() {
        return procTPs.list(CALLER, new TreatPlanNum(963), new Page(1, 0)).get(0);
    }
}
