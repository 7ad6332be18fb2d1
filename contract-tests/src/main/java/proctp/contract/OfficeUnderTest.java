package proctp.contract;

import java.time.Clock;
import proctp.application.port.Office;

/** What an adapter supplies to be tested. */
@FunctionalInterface
public interface OfficeUnderTest {

    /**
     * An office that holds no practice, whatever an earlier one was filled with. Called before each test, and again only
     * when the test before is done.
     *
     * @param clock tells the office when something was done, and in its zone on which day of the practice
     */
    Office open(Clock clock);

    /** How often each race is run. An adapter whose transactions are a database's should ask for thousands. */
    default int rounds() {
        return 400;
    }
}
