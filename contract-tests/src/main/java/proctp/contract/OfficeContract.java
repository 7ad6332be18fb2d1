package proctp.contract;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import proctp.application.ApiKeyNum;
import proctp.application.Caller;
import proctp.application.KeySecret;
import proctp.application.Page;
import proctp.application.Permission;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.application.TreatPlanFilter;
import proctp.application.port.Office;
import proctp.application.port.ProcTPGuard;
import proctp.application.sample.SampleOffice;
import proctp.domain.Definition;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** What every contract starts from: an office that holds the sample's two practices, and words to ask it with. */
@Timeout(180)
public abstract class OfficeContract {

    /** What the sample's demo keys are stored under. */
    static final KeySecret SECRET = new KeySecret("a secret of the contract tests");

    /** Neither the zone of the JVM nor of a database, if its tests are set up with care. */
    static final ZoneId ZONE = ZoneId.of("America/Chicago");

    /** Of practice 1. */
    static final Caller CALLER = callerOf(SampleOffice.PRACTICE);

    /** Of practice 2. */
    static final Caller OTHER_CALLER = callerOf(SampleOffice.OTHER_PRACTICE);

    /** More than any office of the kit has of anything. */
    static final Page ALL = new Page(10_000, 0);

    /** The rule as the use cases have it. */
    static final ProcTPGuard RULE = (plan, row) -> plan.requireEditable();

    /** Stands at a fraction of a second, which no stored time may show. */
    final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T10:15:30.987654321Z"), ZONE);

    final Clients clients = new Clients();

    Office office;

    /** The adapter under test. */
    protected abstract OfficeUnderTest underTest();

    /** What the office is filled with; nothing for an office that holds no practice. */
    List<PracticeContents> contents() {
        return SampleOffice.practices(SECRET, ZONE);
    }

    @BeforeEach
    void openOffice() {
        openAnEmptyOffice();
        List<PracticeContents> contents = contents();
        if (!contents.isEmpty()) {
            assertThat(office.fillIfEmpty(contents))
                    .as("whether fillIfEmpty did it: an office that was just opened must hold nothing of the test before").isTrue();
        }
    }

    /** In place of the office before, which nobody asks any more. */
    void openAnEmptyOffice() {
        try {
            office = underTest().open(clock);
        } catch (Exception failure) {
            throw new AssertionError("the office under test cannot be opened: " + failure, failure);
        }
        assertThat(office).as("the office under test").isNotNull();
    }

    @AfterEach
    void sendClientsHome() throws InterruptedException {
        clients.sendHome();
    }

    static Caller callerOf(PracticeNum practice) {
        return new Caller(practice, new ApiKeyNum(1), "Demo Developer", "Demo key", EnumSet.allOf(Permission.class));
    }

    static TreatPlanNum planNum(long value) {
        return new TreatPlanNum(value);
    }

    static ProcTPNum rowNum(long value) {
        return new ProcTPNum(value);
    }

    /** An edit whose priority, if it names one, is taken to be right: judging that is not the adapter's work. */
    static ProcTPEdit edit(UnaryOperator<ProcTPEdit.Builder> members) {
        return members.apply(ProcTPEdit.builder()).build(any -> true);
    }

    ProcTP edited(long num, UnaryOperator<ProcTPEdit.Builder> members) {
        return office.procTPs().edit(CALLER, rowNum(num), edit(members), RULE);
    }

    /** Makes the signature for a plan that is locked, with all of its rows. */
    @FunctionalInterface
    interface Signing {

        TreatPlan.Signature sign(TreatPlan plan, List<ProcTP> rows);
    }

    TreatPlan sign(Caller caller, TreatPlanNum num, Signing signing) {
        return office.treatPlans().revise(caller, num,
                (plan, rows, now) -> plan.signedBy(signing.sign(plan, rows.get()), now));
    }

    boolean exists(Caller caller, TreatPlanNum num) {
        return office.treatPlans().existing(caller, Set.of(num)).contains(num);
    }

    TreatPlan signed(long num) {
        return sign(CALLER, planNum(num), (plan, rows) -> signature("signed"));
    }

    TreatPlan.Signature signature(String value) {
        return new TreatPlan.Signature(value, Optional.of(Instant.parse("2026-11-23T10:15:30Z")), "Ada Example");
    }

    List<ProcTP> rows(long plan) {
        return office.procTPs().list(CALLER, planNum(plan), ALL);
    }

    ProcTP row(long plan, long num) {
        return only(rows(plan), row -> row.num().value() == num, "row " + num + " in the list of plan " + plan);
    }

    TreatPlan plan(long num) {
        return plan(CALLER, num);
    }

    TreatPlan plan(Caller caller, long num) {
        return only(plans(caller), plan -> plan.num().value() == num, "plan " + num + " in the list of plans");
    }

    private static <T> T only(List<T> list, Predicate<T> wanted, String what) {
        return list.stream().filter(wanted).findFirst().orElseThrow(() ->
                new AssertionError("there must be " + what + ", which has " + list.size() + " others and not that"));
    }

    List<TreatPlan> plans(Caller caller) {
        return office.treatPlans().list(caller, TreatPlanFilter.ALL, ALL);
    }

    /** All that a caller can see, to tell whether anything changed. */
    Everything everything(Caller caller) {
        List<TreatPlan> plans = plans(caller);
        return new Everything(plans,
                plans.stream().flatMap(plan -> office.procTPs().list(caller, plan.num(), ALL).stream()).toList(),
                office.definitions().list(caller, Optional.empty(), true, ALL));
    }

    /** A practice as one of its callers sees it. */
    record Everything(List<TreatPlan> plans, List<ProcTP> rows, List<Definition> definitions) {

        static final Everything NOTHING = new Everything(List.of(), List.of(), List.of());

        /** What is here and not there, so that a failure shows what has changed and not the whole practice. */
        private List<Object> missingFrom(Everything other) {
            Set<Object> there = other.all().collect(toSet());
            return all().filter(one -> !there.contains(one)).toList();
        }

        private Stream<Object> all() {
            return Stream.of(plans, rows, definitions).flatMap(List::stream);
        }
    }

    /** What the caller sees is what it saw. */
    void assertUnchanged(Caller caller, Everything before) {
        assertSame(before, everything(caller));
    }

    static void assertSame(Everything before, Everything now) {
        assertThat(now.missingFrom(before)).as("what is there now and was not, or not like that, before").isEmpty();
        assertThat(before.missingFrom(now)).as("what was there before and is not, or not like that, now").isEmpty();
        assertThat(now.equals(before)).as("whether everything is in the same order, each once").isTrue();
    }

    static void assertRefused(Refusal.Kind kind, ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).as("the refusal %s, with which the call must end and did not", kind).isNotNull();
        assertThat(refusal.kind()).as("why the call was refused: %s", refusal.sentence()).isEqualTo(kind);
    }
}
