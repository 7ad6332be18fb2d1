package proctp.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One thing that is measured.
 *
 * @param word        what it is called
 * @param kind        what clients ask for, but for the updates of a mix
 * @param updates     how many of a hundred requests are updates
 * @param beside      what else takes turns with the service
 * @param connections how many clients there are, each of which waits for its answer before it asks again
 */
record Case(String word, Kind kind, int updates, Beside beside, int connections) {

    private static final int ALL = 100;
    private static final int SOME = 5;
    private static final int USUAL = 8;
    /** So many requests the service lets wait for the database; it refuses more. */
    private static final int MOST_CONNECTIONS = 256;

    /** A second service, unlike the first in one thing. */
    enum Beside { NOTHING, WITHOUT_POLICIES, WITHOUT_LOG }

    /** All that can be named, with the usual number of connections. */
    private static final List<Case> CASES = List.of(
            new Case("list-10", Kind.LIST, 0, Beside.NOTHING, USUAL),
            new Case("list-100", Kind.LONG_LIST, 0, Beside.NOTHING, USUAL),
            new Case("row", Kind.ROW, 0, Beside.NOTHING, USUAL),
            new Case("not-modified", Kind.NOT_MODIFIED, 0, Beside.NOTHING, USUAL),
            new Case("update", Kind.UPDATE, ALL, Beside.NOTHING, USUAL),
            new Case("mix", Kind.LIST, SOME, Beside.NOTHING, USUAL),
            new Case("without-policies", Kind.LIST, 0, Beside.WITHOUT_POLICIES, USUAL),
            new Case("without-log", Kind.LIST, 0, Beside.WITHOUT_LOG, USUAL));

    /** Numbers of connections that the list of ten and the update are measured with beside the usual one. */
    private static final List<Integer> OTHER_CONNECTIONS = List.of(1, 32, 256);

    /** All that is measured when nothing is named. */
    static List<Case> all() {
        List<Case> all = new ArrayList<>(CASES);
        OTHER_CONNECTIONS.forEach(connections -> all.add(of("list-10@" + connections)));
        OTHER_CONNECTIONS.forEach(connections -> all.add(of("update@" + connections)));
        return all;
    }

    /**
     * Reads {@code list-10} or {@code list-10@32}, where the number behind the sign is that of the connections.
     *
     * @throws IllegalArgumentException when there is no such case, with those that there are
     */
    static Case of(String word) {
        String[] parts = word.split("@", 2);
        Case usual = CASES.stream().filter(each -> each.word.equals(parts[0])).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no case %s, but these: %s; and each with a number of connections, such as list-10@32."
                                .formatted(word, String.join(", ", CASES.stream().map(Case::word).toList()))));
        return parts.length == 1 ? usual : new Case(word, usual.kind, usual.updates, usual.beside, connections(parts[1]));
    }

    private static int connections(String number) {
        return IntStream.rangeClosed(1, MOST_CONNECTIONS).filter(each -> String.valueOf(each).equals(number)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A case has 1 to %d connections, not %s.".formatted(MOST_CONNECTIONS, number)));
    }

    /** What is asked for, and how many of a hundred times. */
    Map<Kind, Integer> kinds() {
        return updates == 0 || kind.isUpdate() ? Map.of(kind, ALL) : Map.of(kind, ALL - updates, Kind.UPDATE, updates);
    }
}
