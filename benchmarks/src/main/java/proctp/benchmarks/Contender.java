package proctp.benchmarks;

import java.io.IOException;

/**
 * One of those that take turns in a case.
 *
 * @param name    of its line in the table
 * @param service the process of the service that answers it; 0 when PostgreSQL does
 * @param load    makes its load for so many seconds
 */
record Contender(String name, long service, Round load) {

    /** Makes a load and measures it. */
    @FunctionalInterface
    interface Round {
        Measured run(int seconds) throws IOException;
    }
}
