package proctp.postgres;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs a contract of the kit over an adapter with a planted fault. */
final class Red {

    private Red() {
    }

    /** The tests of the contract that fail, by name. */
    static List<String> testsOf(Class<?> contract) {
        return failed(selectClass(contract)).map(Event::getTestDescriptor)
                .map(test -> test.getLegacyReportingName().replace("()", "")).toList();
    }

    /** What that test of the contract fails with; empty when it passes. */
    static Optional<Throwable> failureOf(Class<?> contract, String test) {
        return failed(selectMethod(contract, test)).findFirst()
                .flatMap(event -> event.getRequiredPayload(TestExecutionResult.class).getThrowable());
    }

    private static Stream<Event> failed(DiscoverySelector selected) {
        return EngineTestKit.engine("junit-jupiter").selectors(selected).execute().testEvents().failed().stream();
    }
}
