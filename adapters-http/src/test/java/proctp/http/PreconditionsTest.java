package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.ApiKeyNum;
import proctp.application.Caller;
import proctp.application.port.PlanGuard;
import proctp.application.port.ProcTPGuard;
import proctp.application.port.TreatPlans;
import proctp.application.sample.SampleOffice;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** How a plan is judged, and when a row need not be looked at. */
class PreconditionsTest {

    private static final WireFormat VENDORS = WireFormat.vendors(ZoneId.of("America/Chicago"));

    private final Caller caller = new Caller(SampleOffice.PRACTICE, new ApiKeyNum(1), "", "", Set.of());
    private final TreatPlans plans = InMemoryServer.sampleOffice().treatPlans();
    private final TreatPlan plan = plans.find(caller, new TreatPlanNum(963)).orElseThrow();
    private final String tag = EntityTag.ofOne(plan, VENDORS, TreatPlanJson::values);

    @ParameterizedTest
    @ValueSource(strings = {"{tag}", "*", "\"x\", {tag}"})
    void X7_a_plan_that_is_what_was_read_may_change(String ifMatch) {
        assertThatNoException().isThrownBy(() -> guard("If-Match", ifMatch).check(plan));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "W/{tag}", "", "{tag}, x"})
    void X7_a_plan_that_is_something_else_may_not(String ifMatch) {
        refuses(guard("If-Match", ifMatch), plan);
    }

    @Test
    void X7_another_plan_is_something_else() {
        refuses(guard("If-Match", tag), plans.find(caller, new TreatPlanNum(964)).orElseThrow());
        assertThatNoException().isThrownBy(() -> guard("If-None-Match", "\"x\"").check(plan));
        refuses(guard("If-None-Match", "W/{tag}"), plan);
    }

    @Test
    void X7_without_a_condition_nothing_is_looked_at() {
        Preconditions none = Preconditions.of(HeardContext.of("PUT", Map.of()));
        assertThat(none.onProcTP(VENDORS)).isSameAs(ProcTPGuard.NONE);
        assertThat(none.onTreatPlan(VENDORS)).isSameAs(PlanGuard.NONE);
    }

    private PlanGuard guard(String header, String value) {
        return Preconditions.of(HeardContext.of("PUT", Map.of(header, value.replace("{tag}", tag)))).onTreatPlan(VENDORS);
    }

    private static void refuses(PlanGuard guard, TreatPlan plan) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> guard.check(plan))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.PRECONDITION_FAILED));
    }
}
