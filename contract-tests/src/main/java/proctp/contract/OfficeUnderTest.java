package proctp.contract;

import java.time.Clock;
import proctp.application.port.Office;

/** What an adapter supplies to be tested. */
@FunctionalInterface
public interface OfficeUnderTest {

    /**
     * An office that holds no practice, whatever an earlier one was filled with. Called before each test, in some tests again, and
     * always by one thread at a time: nobody asks an earlier one any more then.
     *
     * @param clock tells the office when something was done, and in its zone on which day of the practice
     * @throws Exception when it cannot be opened, which fails the test
     */
    Office open(Clock clock) throws Exception;

    /** How often each race is run. An adapter whose transactions are a database's should ask for thousands. */
    default int rounds() {
        return 400;
    }
}
