package proctp.contract.faults;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs a contract over an office that breaks it. */
final class Red {

    private Red() {
    }

    /** These tests of the contract fail, and maybe others. */
    static void assertTurnsRed(Class<?> faulty, String... tests) {
        Set<String> red = EngineTestKit.engine("junit-jupiter").selectors(selectClass(faulty)).execute()
                .testEvents().failed().stream()
                .map(event -> event.getTestDescriptor().getDisplayName().replace("()", ""))
                .collect(toSet());
        assertThat(red).contains(tests);
    }
}
