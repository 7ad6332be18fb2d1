package proctp.application.port;

import java.util.Optional;

/** Tells whether a part of the service does its work just now. */
@FunctionalInterface
public interface Probe {

    /**
     * Asks the part, in a bounded time.
     *
     * @return a sentence for the operator on what is wrong; empty when nothing is
     */
    Optional<String> trouble();
}
