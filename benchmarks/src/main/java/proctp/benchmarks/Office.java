package proctp.benchmarks;

import java.util.List;
import java.util.function.IntFunction;

/**
 * The office that is measured: which practices, plans and rows it has, by their numbers. They are the same in every practice, so that
 * wrk and pgbench can draw them without looking.
 */
final class Office {

    /** Numbered from 1. */
    static final int PRACTICES = 200;
    /** Of a practice, numbered from 1, each with {@link #ROWS} rows. */
    static final int PLANS = 500;
    /** Of each of these plans. */
    static final int ROWS = 10;
    /** One more plan of each practice, which has {@link #LONG_ROWS} rows. */
    static final int LONG_PLAN = PLANS + 1;
    /** Of that plan. */
    static final int LONG_ROWS = 100;
    /** How many of a practice's plans come before the next one that is like the first; see {@link #isSigned}. */
    static final int PATTERN = 5;

    private static final int SAMPLE_PRACTICE = 113;
    private static final int SAMPLE_PLAN = 453;

    private Office() {
    }

    /** Whether the patient has signed a plan: 40 % of them. */
    static boolean isSigned(long plan) {
        return plan % PATTERN == 1 || plan % PATTERN == 2;
    }

    /** The number of a plan's first row; the others follow it. */
    static long firstRow(long plan) {
        return (plan - 1) * ROWS + 1;
    }

    /**
     * Things to ask for, one for each number from 0 on, of which nothing else in a statement has the number.
     *
     * @param keys what the header Authorization is for each practice, from 1 on
     */
    static IntFunction<Capture.Sample> samples(List<String> keys) {
        return i -> new Capture.Sample(keys.get(SAMPLE_PRACTICE - 1 + i), SAMPLE_PRACTICE + i, SAMPLE_PLAN, firstRow(SAMPLE_PLAN) + ROWS / 2);
    }

    /** How many rows a plan has. */
    static int rows(long plan) {
        return plan == LONG_PLAN ? LONG_ROWS : ROWS;
    }
}
