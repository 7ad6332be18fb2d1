package proctp.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import proctp.application.Caller;
import proctp.application.Practice;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.application.PracticeSource;
import proctp.application.SignedDigest;
import proctp.application.VerifySignatures;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;

/** What becomes of the signatures of a practice that is put in. */
public abstract class ArchivedSignaturesContract extends OfficeContract {

    private static final PracticeNum THREE = new PracticeNum(3);
    private static final Caller THIRD = callerOf(THREE);
    /** More than an adapter looks at together. */
    private static final int MANY = 1_200;

    @Test
    void a_signature_locks_the_rows_that_came_with_it_and_its_digest_is_kept_right_or_wrong() {
        PracticeContents given = new Filing(THREE).plan(1).row(1, 11, 0).contents();
        List<TreatPlan> signed = signed(given, "ab".repeat(32));
        fill(given, signed);
        assertThat(plans(THIRD)).isEqualTo(signed);
        assertThat(office.procTPs().list(THIRD, planNum(1), ALL)).isEqualTo(given.procTPs());
        assertRefused(Refusal.Kind.TREAT_PLAN_SIGNED,
                () -> office.procTPs().edit(THIRD, rowNum(11), edit(members -> members.surf("B")), RULE));
    }

    @Test
    void a_plan_that_was_signed_elsewhere_gets_the_digest_of_what_came_with_it() {
        Filing filing = new Filing(THREE).plan(MANY + 1);
        for (int num = MANY; num > 0; num--) {
            // not in the order of their numbers
            filing.plan(num).row(num, 2L * num, 0).row(num, 2L * num - 1, 1);
        }
        PracticeContents given = filing.contents();
        fill(given, signed(given, ""));
        for (long num : List.of(1L, 700L, (long) MANY, MANY + 1L)) {
            TreatPlan plan = plan(THIRD, num);
            assertThat(plan.patient().digest()).isEqualTo(
                    SignedDigest.of(plan, office.procTPs().list(THIRD, plan.num(), ALL)));
            assertThat(plan.stamp()).as("nothing else of it changes").isEqualTo(given.treatPlans().get(0).stamp());
        }
        VerifySignatures.Findings findings = new VerifySignatures(office.treatPlans(), office.procTPs()).verify(THIRD);
        assertThat(findings).isEqualTo(new VerifySignatures.Findings(MANY + 1L, List.of(), List.of()));
    }

    @Test
    void a_plan_that_is_not_a_Saved_one_gets_no_digest() {
        PracticeContents given = new Filing(THREE).plan(1).contents();
        List<TreatPlan> active = new ArrayList<>();
        for (TreatPlan plan : signed(given, "")) {
            active.add(new TreatPlan(plan.num(), plan.patNum(), plan.dateTP(), plan.heading(), plan.note(), false, 0, 0,
                    TreatPlan.Status.Active, plan.stamp(), 0, plan.type(), plan.patient(), plan.practice()));
        }
        fill(given, active);
        assertThat(plans(THIRD)).isEqualTo(active);
    }

    private void fill(PracticeContents given, List<TreatPlan> plans) {
        assertThat(office.archive().fill(THIRD, new PracticeSource(Practice.NEW, given.definitions().iterator(),
                plans.iterator(), given.procTPs().iterator()))).as("whether it was filled").isTrue();
    }

    private static List<TreatPlan> signed(PracticeContents given, String digest) {
        TreatPlan.Signature signature =
                new TreatPlan.Signature("pen strokes", Optional.of(Instant.parse("2026-01-05T09:00:00Z")), "Ada", digest);
        return given.treatPlans().stream().map(plan -> plan.signedBy(signature, plan.stamp().secDateTEdit())).toList();
    }
}
