package proctp.application.sample;

import java.util.List;

/** Numbers that look like chance but follow from a seed alone, on every Java: SplitMix64, written out. */
final class Dice {

    /** What dice are for, so that those for one thing say nothing of another. */
    static final long PATIENT = 1;
    static final long PLAN = 2;
    static final long ROWS = 3;
    static final long PATIENT_OF_PLAN = 4;

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /**
     * Dice that fall as these three say.
     *
     * @param seed the office's
     * @param use  what they are for
     * @param num  of which one
     */
    Dice(long seed, long use, long num) {
        state = mixed(mixed(mixed(seed + GOLDEN_GAMMA) ^ use) ^ num);
    }

    private static long mixed(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From 0 to one below the bound, each as likely. */
    long below(long bound) {
        state += GOLDEN_GAMMA;
        return Long.remainderUnsigned(mixed(state), bound);
    }

    /** From the first to the last, both included. */
    int between(int first, int last) {
        return first + (int) below(last - first + 1L);
    }

    /** Whether something happens that happens in so many of a hundred cases. */
    boolean percent(int often) {
        return below(100) < often;
    }

    /** One of them. */
    <T> T of(List<T> items) {
        return items.get((int) below(items.size()));
    }
}
