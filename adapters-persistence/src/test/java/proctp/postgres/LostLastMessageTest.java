package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import proctp.application.Change;
import proctp.application.ChangeFilter;
import proctp.application.port.ProcTPGuard;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.postgres.LossySockets.Loss;

/** A change of a row whose last message, with the commit in it, is under way when the connection breaks. */
class LostLastMessageTest {

    private static final ProcTPNum ROW = new ProcTPNum(976);

    private final HikariDataSource pool = ThrowAwayPostgres.NEWEST.emptiedOffice();
    private final PostgresOffice office = SampleOn.filled(SampleOn.on(pool), ThrowAwayPostgres.NEWEST);
    private final long last = office.changes().last(List.of(SampleOn.CALLER)).get(SampleOn.CALLER.practice());
    private final HikariDataSource lossy = ThrowAwayPostgres.pool(LossySockets.before(pool.getJdbcUrl()));
    private final PostgresOffice losing = SampleOn.on(lossy);

    @AfterEach
    void close() {
        lossy.close();
    }

    @Test
    void an_edit_whose_answer_gets_lost_is_made_and_nobody_says_that_it_is_not() {
        assertOutcomeUnknown(() -> losing.procTPs().edit(SampleOn.CALLER, ROW, SampleOn.descript("edited"), thenLosing(Loss.ANSWER)));

        assertThat(office.procTPs().find(SampleOn.CALLER, ROW).orElseThrow().descript()).isEqualTo("edited");
        assertThat(entries()).singleElement().extracting(Change::action).isEqualTo(Change.Action.Updated);
    }

    @Test
    void an_edit_whose_last_message_gets_lost_is_not_made_which_nobody_knows() {
        assertOutcomeUnknown(() -> losing.procTPs().edit(SampleOn.CALLER, ROW, SampleOn.descript("edited"), thenLosing(Loss.MESSAGE)));

        assertThat(office.procTPs().find(SampleOn.CALLER, ROW).orElseThrow().descript()).isNotEqualTo("edited");
        assertThat(entries()).isEmpty();
    }

    @Test
    void a_delete_whose_answer_gets_lost_is_made_and_nobody_says_that_it_is_not() {
        assertOutcomeUnknown(() -> losing.procTPs().delete(SampleOn.CALLER, ROW, thenLosing(Loss.ANSWER)));

        assertThat(office.procTPs().find(SampleOn.CALLER, ROW)).isEmpty();
        assertThat(entries()).singleElement().extracting(Change::action).isEqualTo(Change.Action.Deleted);
    }

    @Test
    void the_next_edit_finds_another_connection() {
        assertOutcomeUnknown(() -> losing.procTPs().edit(SampleOn.CALLER, ROW, SampleOn.descript("lost"), thenLosing(Loss.ANSWER)));

        assertThat(losing.procTPs().edit(SampleOn.CALLER, ROW, SampleOn.descript("next"), SampleOn.RULE).descript()).isEqualTo("next");
    }

    /** What is asked after the judgement is the last message. */
    private static ProcTPGuard thenLosing(Loss loss) {
        return (plan, row) -> LossySockets.lose(loss);
    }

    private static void assertOutcomeUnknown(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OUTCOME_UNKNOWN));
        assertThat(LossySockets.haveLost()).isTrue();
    }

    private List<Change> entries() {
        return office.changes().list(SampleOn.CALLER, ChangeFilter.ALL.after(last), 10);
    }
}
