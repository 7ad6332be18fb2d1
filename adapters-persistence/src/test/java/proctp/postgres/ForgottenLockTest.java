package proctp.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import proctp.application.Page;
import proctp.application.PracticeContents;
import proctp.application.port.ApiKeys;
import proctp.application.port.Archive;
import proctp.application.port.Changes;
import proctp.application.port.Definitions;
import proctp.application.port.Office;
import proctp.application.port.Practices;
import proctp.application.port.ProcTPs;
import proctp.application.port.TreatPlans;
import proctp.contract.AtomicSignatureContract;
import proctp.contract.OfficeUnderTest;
import proctp.contract.ProcTPsEditContract;
import proctp.contract.SignatureRaceContract;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlanNum;

/** An adapter that does not lock the plan: the kit sees it, and the database's own defence stops it. */
class ForgottenLockTest {

    private static final TreatPlanNum PLAN = new TreatPlanNum(963);

    @Test
    void U3_the_kit_turns_red_where_nothing_else_defends_the_signature() {
        assertThat(Red.testsOf(Simultaneous.class)).containsExactlyInAnyOrder(
                "U3_an_edit_waits_for_a_signing_in_flight_and_is_refused",
                "U3_changes_that_waited_for_a_signing_which_fails_are_made",
                "U3_a_signature_waits_for_an_edit_in_flight_and_covers_it",
                "U3_a_signature_waits_for_all_edits_in_flight");
    }

    @Tag("faults")
    @Test
    void U3_thousands_of_rounds_turn_red_too() {
        assertThat(Red.testsOf(Racing.class)).isNotEmpty().allMatch(test -> test.startsWith("U3_"));
    }

    @Test
    void U3_no_test_of_one_call_after_the_other_would_have_seen_it() {
        assertThat(Red.testsOf(OneAfterTheOther.class)).isEmpty();
    }

    @Test
    void U3_the_database_refuses_the_late_edit_by_itself() throws Exception {
        HikariDataSource pool = ThrowAwayPostgres.NEWEST.emptiedOffice();
        PostgresOffice office = SampleOn.filled(SampleOn.on(pool), ThrowAwayPostgres.NEWEST);
        ProcTPs forgetful = new ExistsGuardedProcTPs(SampleOn.database(pool), SampleOn.CLOCK);
        CountDownLatch judged = new CountDownLatch(1);
        CountDownLatch signed = new CountDownLatch(1);

        var late = Threads.start(() -> forgetful.edit(
                SampleOn.CALLER, new ProcTPNum(976), SampleOn.descript("late"), (plan, row) -> {
                    plan.requireEditable();
                    judged.countDown();
                    await(signed);
                }));
        await(judged);
        List<ProcTP> covered = office.procTPs().list(SampleOn.CALLER, PLAN, new Page(9, 0));
        var signing = Threads.start(() -> office.treatPlans().revise(SampleOn.CALLER, PLAN, (plan, rows, now) -> {
            signed.countDown();
            ThrowAwayPostgres.awaitWaiting(pool);
            return plan.signedBy(SampleOn.signature(), now);
        }));

        assertThat(signing.get(10, SECONDS).isSigned()).isTrue();
        assertThatThrownBy(() -> late.get(10, SECONDS)).rootCause().isInstanceOfSatisfying(SQLException.class,
                refusal -> assertThat(refusal.getSQLState()).isEqualTo("TP001"));
        assertThat(office.procTPs().list(SampleOn.CALLER, PLAN, new Page(9, 0))).isEqualTo(covered);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    /** The kit's U3 on the forgetful adapter, without the triggers. */
    static class Simultaneous extends AtomicSignatureContract {
        @Override
        protected OfficeUnderTest underTest() {
            return ForgetfulOffice::new;
        }
    }

    /** The kit's race between signers and editors on the same. */
    static class Racing extends SignatureRaceContract {
        @Override
        protected OfficeUnderTest underTest() {
            return new OfficeUnderTest() {
                @Override
                public Office open(Clock clock) {
                    return new ForgetfulOffice(clock);
                }

                @Override
                public int rounds() {
                    return 3_000;
                }
            };
        }
    }

    /** The kit's tests of single edits on the same. */
    static class OneAfterTheOther extends ProcTPsEditContract {
        @Override
        protected OfficeUnderTest underTest() {
            return ForgetfulOffice::new;
        }
    }

    /**
     * The adapter with the planted fault in place of the sound edit.
     *
     * @param sound what does the rest
     */
    private record ForgetfulOffice(Office sound, ProcTPs procTPs) implements Office {

        private static final PostgresSettings SETTINGS = ThrowAwayPostgres.NEWEST.migratedDatabase();
        private static final HikariDataSource DEFENCELESS = ThrowAwayPostgres.pool(SETTINGS);
        private static final HikariDataSource CONSOLE = new HikariDataSource(Connections.console(SETTINGS, true));

        ForgetfulOffice(Clock clock) {
            this(new OfficeOfTwoRoles(SampleOn.on(DEFENCELESS, DEFENCELESS, clock), SampleOn.on(CONSOLE, CONSOLE, clock)),
                    new ExistsGuardedProcTPs(SampleOn.database(DEFENCELESS), clock));
            ThrowAwayPostgres.empty(DEFENCELESS);
            ThrowAwayPostgres.execute(DEFENCELESS, "alter table proctp disable trigger user");
        }

        @Override
        public Practices practices() {
            return sound.practices();
        }

        @Override
        public ApiKeys apiKeys() {
            return sound.apiKeys();
        }

        @Override
        public TreatPlans treatPlans() {
            return sound.treatPlans();
        }

        @Override
        public Definitions definitions() {
            return sound.definitions();
        }

        @Override
        public Changes changes() {
            return sound.changes();
        }

        @Override
        public Archive archive() {
            return sound.archive();
        }

        @Override
        public boolean fillIfEmpty(List<PracticeContents> practices) {
            return sound.fillIfEmpty(practices);
        }
    }
}
