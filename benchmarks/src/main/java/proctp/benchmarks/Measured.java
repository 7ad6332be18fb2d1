package proctp.benchmarks;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one round of a load has shown. Times on a CPU are those of the whole round, in microseconds.
 *
 * @param requests answered, or transactions done
 * @param seconds  how long it took
 * @param p50      milliseconds that half of them took at most; 0 when it is not known
 * @param p99      milliseconds that 99 of 100 took at most; 0 when it is not known
 * @param load     time of the program that made the load
 * @param service  time of the service
 * @param postgres time of PostgreSQL
 */
record Measured(long requests, double seconds, double p50, double p99, double load, double service, double postgres) {

    private static final double MICROS = 1e6;
    private static final double MICROS_OF_A_MILLI = 1e3;

    /** From what wrk prints with requests.lua. */
    static Measured ofWrk(String output) {
        if (number(output, "failed=([0-9]+)") > 0) {
            throw new IllegalStateException("Requests have failed; wrk says:\n" + output);
        }
        return new Measured((long) number(output, "requests=([0-9]+)"), number(output, "micros=([0-9]+)") / MICROS,
                number(output, "p50=([0-9]+)") / MICROS_OF_A_MILLI, number(output, "p99=([0-9]+)") / MICROS_OF_A_MILLI,
                number(output, " cpu=([0-9]+)"), 0, 0);
    }

    /** From what pgbench prints, which only knows how long a transaction takes on average. */
    static Measured ofPgbench(Program pgbench) {
        String output = pgbench.output();
        if (number(output, "number of failed transactions: ([0-9]+)") > 0) {
            throw new IllegalStateException("Transactions have failed; pgbench says:\n" + output);
        }
        long done = (long) number(output, "number of transactions actually processed: ([0-9]+)");
        return new Measured(done, done / number(output, "tps = ([0-9.]+)"), 0, 0, pgbench.cpuMicros(), 0, 0);
    }

    private static double number(String output, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(output);
        if (!found.find()) {
            throw new IllegalArgumentException("There is no %s in:\n%s".formatted(pattern, output));
        }
        return Double.parseDouble(found.group(1));
    }

    /** The same with the times of service and PostgreSQL. */
    Measured with(double service, double postgres) {
        return new Measured(requests, seconds, p50, p99, load, service, postgres);
    }

    double perSecond() {
        return requests / seconds;
    }
}
