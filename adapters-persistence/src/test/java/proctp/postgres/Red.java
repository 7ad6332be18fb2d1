package proctp.postgres;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs a contract of the kit over an adapter with a planted fault. */
final class Red {

    private Red() {
    }

    /** The tests of the contract that fail, by name. */
    static List<String> testsOf(Class<?> contract) {
        return redOf(selectClass(contract));
    }

    /** Whether that test of the contract fails. */
    static boolean isRed(Class<?> contract, String test) {
        return redOf(selectMethod(contract, test)).contains(test);
    }

    private static List<String> redOf(DiscoverySelector selected) {
        return EngineTestKit.engine("junit-jupiter").selectors(selected).execute()
                .testEvents().failed().map(Event::getTestDescriptor)
                .map(test -> test.getLegacyReportingName().replace("()", "")).toList();
    }
}
