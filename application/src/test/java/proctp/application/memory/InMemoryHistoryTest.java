package proctp.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.ChangeFilter;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.application.port.ProcTPGuard;
import proctp.domain.NewTreatPlan;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;

/** What is written down in memory is in the order in which it can be seen. */
class InMemoryHistoryTest {

    private static final PracticeNum PRACTICE = new PracticeNum(1);
    private static final Caller CALLER = Caller.atConsole(PRACTICE);

    private final Clock asked = new Clock() {
        @Override
        public Instant instant() {
            letTheEditTry();
            return Instant.EPOCH;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    };
    private final InMemoryOffice office = new InMemoryOffice(asked);
    private CompletableFuture<ProcTP> edit;
    private Thread saver;

    @Test
    void X5_an_edit_that_cannot_await_a_new_row_comes_after_it() throws Exception {
        office.fillIfEmpty(List.of(new PracticeContents(PRACTICE, "", List.of(), List.of(), List.of(), List.of())));
        NewTreatPlan.Builder draft = NewTreatPlan.builder().patNum(5);
        draft.procTP().edit().descript("as saved");
        saver = Thread.currentThread();
        edit = CompletableFuture.supplyAsync(this::editWhenItIsThere, call -> new Thread(call).start());

        office.treatPlans().save(CALLER, draft.build(any -> true), Optional.empty());
        saver = null;

        ProcTP edited = edit.get(10, TimeUnit.SECONDS);
        List<Change> changes = office.changes().list(CALLER, ChangeFilter.ALL, 10);
        assertThat(changes).extracting(Change::action)
                .containsExactly(Change.Action.Created, Change.Action.Created, Change.Action.Updated);
        assertThat(changes.get(1).procTP().after().orElseThrow().descript()).isEqualTo("as saved");
        assertThat(changes.get(2).procTP()).isEqualTo(new Change.Versions<>(changes.get(1).procTP().after(), Optional.of(edited)));
    }

    private ProcTP editWhenItIsThere() {
        while (true) {
            try {
                return office.procTPs().edit(CALLER, new ProcTPNum(1), ProcTPEdit.builder().descript("edited").build(any -> true),
                        ProcTPGuard.NONE);
            } catch (Refusal notYet) {
                Thread.onSpinWait();
            }
        }
    }

    /** Called wherever the saving looks at the clock, and so in the midst of it. */
    private void letTheEditTry() {
        if (Thread.currentThread() != saver) {
            return;
        }
        try {
            edit.get(100, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillTrying) {
            // as it should be
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
