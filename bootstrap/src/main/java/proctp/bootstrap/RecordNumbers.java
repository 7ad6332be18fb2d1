package proctp.bootstrap;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** A set of records' numbers, which mostly follow each other: a million of them take a few hundred kilobytes. */
final class RecordNumbers {

    private static final int BITS = 10;

    private final Map<Long, BitSet> pages = new HashMap<>();

    /** Adds a number; whether it was not there yet. */
    boolean add(long number) {
        BitSet page = pages.computeIfAbsent(number >> BITS, any -> new BitSet());
        int place = place(number);
        boolean isNew = !page.get(place);
        page.set(place);
        return isNew;
    }

    /** Whether the number is there. */
    boolean contains(long number) {
        BitSet page = pages.get(number >> BITS);
        return page != null && page.get(place(number));
    }

    private static int place(long number) {
        return (int) number & (1 << BITS) - 1;
    }
}
