package proctp.bootstrap;

import java.util.HashMap;
import java.util.Map;

/** Whose the Saved plans are, by their numbers, which mostly follow each other: a million of them take some twenty megabytes. */
final class PatientsOfPlans {

    private static final int BITS = 4;

    private final Map<Long, long[]> pages = new HashMap<>();

    /** Adds a plan. */
    void put(long treatPlanNum, long patNum) {
        pages.computeIfAbsent(treatPlanNum >> BITS, any -> new long[1 << BITS])[place(treatPlanNum)] = patNum;
    }

    /** The {@code PatNum} of the plan; 0 when there is no such plan. */
    long of(long treatPlanNum) {
        long[] page = pages.get(treatPlanNum >> BITS);
        return page == null ? 0 : page[place(treatPlanNum)];
    }

    private static int place(long treatPlanNum) {
        return (int) treatPlanNum & (1 << BITS) - 1;
    }
}
