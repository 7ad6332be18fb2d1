package proctp.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** When a stand-in starts, for whom, and what the tests of a class see of each other. */
@Timeout(120)
class ProcTPExtensionTest {

    /** What the tests of the classes note that are run here. */
    static final List<String> NOTES = new CopyOnWriteArrayList<>();
    static volatile CyclicBarrier together;

    @BeforeEach
    void forget() {
        NOTES.clear();
    }

    @Test
    void it_is_reset_before_each_test() {
        run(Lifecycles.EachTime.class);
        assertThat(NOTES).containsExactly("200", "200");
    }

    @Test
    void it_is_kept_through_a_class_that_wants_it_so() {
        run(Lifecycles.WholeClass.class);
        assertThat(NOTES).containsExactly("200", "404");
    }

    @Test
    void a_class_finds_nothing_of_the_one_before() {
        run(Lifecycles.WholeClass.class, Lifecycles.WholeClassAgain.class);
        assertThat(NOTES).containsExactly("200", "404", "200", "404");
    }

    @Test
    void equal_classes_after_one_another_have_the_same_server_since_starting_takes_longest() {
        run(Lifecycles.Address.class, Lifecycles.AddressAgain.class, Lifecycles.AddressElsewhere.class);
        assertThat(NOTES).hasSize(3);
        assertThat(NOTES.get(1)).isEqualTo(NOTES.get(0)).isNotEqualTo(NOTES.get(2));
    }

    @Test
    void classes_at_the_same_time_have_servers_of_their_own() {
        together = new CyclicBarrier(2);
        run(EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2"),
                Lifecycles.OneAtATime.class, Lifecycles.OtherAtATime.class);
        assertThat(NOTES).containsOnly("200").hasSize(2);
    }

    @Test
    void a_server_that_was_left_is_taken_by_one_class_alone() {
        ProcTP left = ProcTP.start(ProcTPSettings.usual());
        left.end();
        ProcTP one = ProcTP.start(ProcTPSettings.usual());
        ProcTP other = ProcTP.start(ProcTPSettings.usual());
        assertThat(one.url()).isNotEqualTo(other.url());
        one.end();
        other.end();
    }

    @Test
    void it_is_a_parameter_of_everything_that_JUnit_calls_and_always_the_same() {
        run(Lifecycles.Everywhere.class);
        assertThat(NOTES).hasSize(6);
        assertThat(NOTES.stream().distinct()).hasSize(1);
    }

    @Test
    void it_is_a_parameter_of_the_constructor_of_one_instance_for_all_tests() {
        run(Lifecycles.OneInstance.class);
        assertThat(NOTES).containsExactly("200", "200");
    }

    @Test
    void nested_classes_share_it_unless_they_have_their_own() {
        run(Lifecycles.Around.class);
        assertThat(NOTES).containsExactlyInAnyOrder("shared true", "own Europe/Berlin false");
    }

    @Test
    void a_subclass_inherits_it() {
        run(Lifecycles.Inheriting.class);
        assertThat(NOTES).containsExactly("200", "200");
    }

    @Test
    void a_class_has_two_by_static_fields() {
        run(Lifecycles.TwoFields.class);
        assertThat(NOTES).containsExactly("404 200", "200 200");
    }

    @Test
    void the_field_of_an_instance_has_one_for_each_test() {
        run(Lifecycles.FieldOfAnInstance.class);
        assertThat(NOTES).containsExactly("200", "200");
    }

    @Test
    void classes_that_inherit_a_static_field_have_it_one_after_the_other_and_not_at_the_same_time() {
        run(Lifecycles.InheritingField.class, Lifecycles.InheritingFieldMeanwhile.class);
        assertThat(NOTES).containsExactly("200", "InheritingField runs at the same time as another class with the same field of type"
                + " ProcTPExtension, which stands for the server of one of them: let them run one after the other, or give each a"
                + " field of its own.", "200");
    }

    @Test
    void a_class_with_the_extension_alone_has_the_usual_one() {
        run(Lifecycles.ExtensionAlone.class);
        assertThat(NOTES).containsExactly("200");
    }

    @Test
    void its_field_says_when_nothing_runs() {
        assertThatThrownBy(() -> new ProcTPExtension(ProcTPSettings.usual()).server()).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is the field annotated with @RegisterExtension?");
    }

    @Test
    void an_annotation_that_cannot_be_is_explained() {
        assertThat(refused(Lifecycles.WrongZone.class)).isEqualTo(
                "The zone of @ProcTPServer is \"Chicago\" and must be one such as \"America/Chicago\".");
        assertThat(refused(Lifecycles.WrongTime.class)).isEqualTo(
                "The time of @ProcTPServer is \"noon\" and must be one such as \"2026-01-02 09:00:00\".");
        assertThat(refused(Lifecycles.BothOffices.class)).isEqualTo(
                "@ProcTPServer has both an office and files: one of the two.");
    }

    @Test
    void its_clock_begins_where_the_annotation_says_for_each_test() {
        run(Lifecycles.Clock.class);
        assertThat(NOTES).containsExactly("2026-01-02T15:00:00Z", "2026-01-02T15:00:00Z");
    }

    private static void run(Class<?>... classes) {
        run(EngineTestKit.engine("junit-jupiter"), classes);
    }

    private static void run(EngineTestKit.Builder kit, Class<?>... classes) {
        EngineExecutionResults results = kit.selectors(selectors(classes)).execute();
        assertThat(results.allEvents().failed().stream().map(ProcTPExtensionTest::reason)).isEmpty();
        assertThat(results.testEvents().succeeded().count()).isPositive();
    }

    static String refused(Class<?> type) {
        return EngineTestKit.engine("junit-jupiter").selectors(selectors(type)).execute().allEvents().failed().stream()
                .map(ProcTPExtensionTest::reason).findFirst().orElseThrow();
    }

    private static DiscoverySelector[] selectors(Class<?>... classes) {
        return Arrays.stream(classes).map(type -> (DiscoverySelector) DiscoverySelectors.selectClass(type)).toArray(DiscoverySelector[]::new);
    }

    private static String reason(Event failed) {
        return failed.getRequiredPayload(TestExecutionResult.class).getThrowable()
                .map(Throwable::getMessage).orElse("");
    }

    /** Waits until the other class is there, too. */
    static void meet() throws Exception {
        together.await(60, TimeUnit.SECONDS);
    }
}
