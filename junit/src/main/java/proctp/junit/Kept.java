package proctp.junit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import proctp.application.memory.InMemoryOffice;
import proctp.application.port.Office;

/**
 * An office, kept somewhere.
 *
 * @param serving as requests see it
 * @param console as it is seen at the console, where whole practices come and go
 * @param end     lets go of it
 */
record Kept(Office serving, Office console, Runnable end) {

    Kept {
        requireNonNull(serving);
        requireNonNull(console);
        requireNonNull(end);
    }

    /** One that is kept in memory. */
    static Kept inMemory(Clock clock) {
        Office office = new InMemoryOffice(clock);
        return new Kept(office, office, () -> {
        });
    }
}
