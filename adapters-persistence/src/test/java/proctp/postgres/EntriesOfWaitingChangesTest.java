package proctp.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static proctp.postgres.generated.Tables.PROCTP;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import proctp.application.Change;
import proctp.application.ChangeFilter;
import proctp.application.port.PlanGuard;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlanNum;

/**
 * A change that began before another one of the same row was committed, and had to wait for it: the database shows its statement the row
 * as it was before both, and it must not believe that.
 */
@ParameterizedClass
@EnumSource(ThrowAwayPostgres.class)
class EntriesOfWaitingChangesTest {

    private static final ProcTPNum ROW = new ProcTPNum(976);
    private static final TreatPlanNum PLAN = new TreatPlanNum(963);

    private final HikariDataSource database;
    private final PostgresOffice office;
    private final long last;

    EntriesOfWaitingChangesTest(ThrowAwayPostgres version) {
        this.database = version.emptiedOffice();
        this.office = SampleOn.filled(SampleOn.on(database), version);
        this.last = office.changes().last(List.of(SampleOn.CALLER)).get(SampleOn.CALLER.practice());
    }

    @Test
    void X5_before_an_edit_that_waited_the_row_was_what_the_other_edit_has_made_of_it() throws Exception {
        ProcTP edited = afterWaitingFor("update proctp set descript = 'the other''s', surf = 'O', secdatetedit = now() + interval '1 day'",
                () -> edit(ProcTPEdit.builder().descript("the late one's")));

        assertThat(edited).extracting(ProcTP::descript, ProcTP::surf).containsExactly("the late one's", "O");
        Change entry = entry();
        assertThat(entry.procTP().before().orElseThrow()).extracting(ProcTP::descript, ProcTP::surf).containsExactly("the other's", "O");
        assertThat(entry.procTP().after()).contains(edited).contains(found());
    }

    @Test
    void X5_an_edit_to_what_the_row_was_before_the_other_edit_is_made_all_the_same() throws Exception {
        String old = found().descript();

        ProcTP edited = afterWaitingFor("update proctp set descript = 'the other''s'", () -> edit(ProcTPEdit.builder().descript(old)));

        assertThat(edited.descript()).isEqualTo(old);
        assertThat(found().descript()).isEqualTo(old);
        assertThat(entry().procTP().before().orElseThrow().descript()).isEqualTo("the other's");
    }

    @Test
    void X5_an_edit_to_what_the_other_edit_has_made_already_writes_nothing() throws Exception {
        ProcTP edited = afterWaitingFor("update proctp set descript = 'both'", () -> edit(ProcTPEdit.builder().descript("both")));

        assertThat(edited.descript()).isEqualTo("both");
        assertThat(edited).isEqualTo(found());
        assertThat(entries()).isEmpty();
    }

    @Test
    void X5_before_a_delete_that_waited_the_row_was_what_the_edit_has_made_of_it() throws Exception {
        afterWaitingFor("update proctp set descript = 'the other''s'", () -> {
            office.procTPs().delete(SampleOn.CALLER, ROW, SampleOn.RULE);
            return null;
        });

        assertThat(entry().procTP().before().orElseThrow().descript()).isEqualTo("the other's");
        assertThat(entry().procTP().after()).isEmpty();
    }

    @Test
    void X5_an_edit_that_waited_for_a_delete_finds_nothing_and_writes_nothing() {
        assertThatThrownBy(() -> afterWaitingFor("delete from proctp", () -> edit(ProcTPEdit.builder().descript("too late"))))
                .cause().isInstanceOfSatisfying(Refusal.class, refusal ->
                        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.PROC_TP_NOT_FOUND));
        assertThat(entries()).isEmpty();
    }

    @Test
    void X5_a_plan_that_goes_takes_along_its_rows_as_they_are_then() throws Exception {
        afterWaitingFor("update proctp set descript = 'the other''s'", () -> {
            office.treatPlans().delete(SampleOn.CALLER, PLAN, PlanGuard.NONE);
            return null;
        });

        assertThat(entries()).extracting(Change::num).containsExactly(last + 1, last + 2, last + 3);
        assertThat(entries().get(0).procTP().before().orElseThrow().descript()).isEqualTo("the other's");
        assertThat(entries().get(2).treatPlan().before().orElseThrow().num()).isEqualTo(PLAN);
    }

    /** Every change holds its row before it counts, so that those who only count cannot be in a circle with it. */
    @Test
    void X5_who_waits_for_a_row_does_not_hold_the_practices_count() throws Exception {
        afterWaitingFor("update proctp set surf = 'O'", () -> edit(ProcTPEdit.builder().descript("late")), () ->
                // would be refused when it had to wait for too long
                office.procTPs().edit(SampleOn.CALLER, new ProcTPNum(977), SampleOn.descript("in between"), SampleOn.RULE));

        assertThat(entries()).extracting(entry -> entry.procTPNum().orElseThrow().value()).containsExactly(977L, 976L);
    }

    /** Its commit does not wait until it has its answer: a practice's edits would come one by one, each with a round trip. */
    @Test
    void X5_who_waits_for_an_answer_does_not_hold_the_practices_count_any_more() {
        PostgresHistory history = PostgresHistory.by(SampleOn.CALLER, SampleOn.CLOCK);
        LastStatement<ProcTP> edit = new EditStatements().of(history, ROW, Map.of(PROCTP.DESCRIPT, "first"));

        Optional<ProcTP> second = SampleOn.database(database).changeAtLast(connection -> {
            Policy.name(SampleOn.CALLER.practice(), DSL.using(connection));
            return new LastStatement<>(edit.text(), edit.values(), row ->
                    // would be refused when it had to wait for too long
                    office.procTPs().edit(SampleOn.CALLER, new ProcTPNum(977), SampleOn.descript("second"), SampleOn.RULE));
        });

        assertThat(second.orElseThrow().descript()).isEqualTo("second");
        assertThat(entries()).extracting(entry -> entry.procTPNum().orElseThrow().value()).containsExactly(976L, 977L);
    }

    @Test
    void X5_of_two_practices_neither_waits_for_the_others_count() throws Exception {
        try (Connection counting = ThrowAwayPostgres.behind(database)) {
            counting.setAutoCommit(false);
            counting.createStatement().execute("update lastchange set lastchangenum = lastchangenum where practice_id = 2");
            assertThat(Threads.start(() -> edit(ProcTPEdit.builder().surf("B"))).get(5, SECONDS).surf()).isEqualTo("B");
            counting.rollback();
        }
    }

    private <T> T afterWaitingFor(String change, Supplier<T> call) throws Exception {
        return afterWaitingFor(change, call, () -> { });
    }

    /** Makes a call that meets somebody else's change of the row, which is committed once the call waits for it. */
    private <T> T afterWaitingFor(String change, Supplier<T> call, Runnable whileItWaits) throws Exception {
        try (Connection other = ThrowAwayPostgres.behind(database)) {
            other.setAutoCommit(false);
            // as the adapter does: the plan first
            other.createStatement().execute("select from treatplan where practice_id = 1 and treatplannum = 963 for share; "
                    + change + " where practice_id = 1 and proctpnum = 976");
            CompletableFuture<T> waiting = Threads.start(call);
            ThrowAwayPostgres.awaitWaiting(database);
            whileItWaits.run();
            other.commit();
            return waiting.get(10, SECONDS);
        }
    }

    private ProcTP edit(ProcTPEdit.Builder edit) {
        return office.procTPs().edit(SampleOn.CALLER, ROW, edit.build(any -> true), SampleOn.RULE);
    }

    private ProcTP found() {
        return office.procTPs().find(SampleOn.CALLER, ROW).orElseThrow();
    }

    private List<Change> entries() {
        return office.changes().list(SampleOn.CALLER, ChangeFilter.ALL.after(last), 100);
    }

    private Change entry() {
        assertThat(entries()).hasSize(1);
        return entries().get(0);
    }
}
