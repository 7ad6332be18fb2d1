package proctp.benchmarks;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One thing that is measured.
 *
 * @param load        what clients ask for
 * @param connections how many of them there are, each of which waits for its answer before it asks again
 */
record Case(Load load, int connections) {

    private static final int USUAL_CONNECTIONS = 8;

    /** What clients ask for, and as what the service and its database run meanwhile. */
    enum Load {
        /** The rows of a plan. */
        LIST("list-10", Kind.LIST, 0),
        LONG_LIST("list-100", Kind.LONG_LIST, 0),
        ROW("row", Kind.ROW, 0),
        NOT_MODIFIED("not-modified", Kind.NOT_MODIFIED, 0),
        UPDATE("update", Kind.UPDATE, 100),
        MIX("mix", Kind.LIST, 5);

        private static final int ALL = 100;

        private final String word;
        private final Kind kind;
        private final int updates;

        Load(String word, Kind kind, int updates) {
            this.word = word;
            this.kind = kind;
            this.updates = updates;
        }

        /** What is asked for, but for the updates of a mix. */
        Kind kind() {
            return kind;
        }

        /** How many of a hundred requests are updates. */
        int updates() {
            return updates;
        }

        /** What is asked for, and how many of a hundred times. */
        Map<Kind, Integer> kinds() {
            return updates == 0 || kind.isUpdate() ? Map.of(kind, ALL) : Map.of(kind, ALL - updates, Kind.UPDATE, updates);
        }
    }

    /**
     * Reads {@code list-10} or {@code list-10@32}, where the number behind the sign is that of the connections.
     *
     * @throws IllegalArgumentException when there is no such case, with those that there are
     */
    static Case of(String word) {
        String[] parts = word.split("@", 2);
        Load load = Arrays.stream(Load.values()).filter(each -> each.word.equals(parts[0])).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no case %s, but these: %s; each also with a number of connections, such as list-10@32."
                        .formatted(word, Arrays.stream(Load.values()).map(each -> each.word).collect(Collectors.joining(", ")))));
        return new Case(load, parts.length == 1 ? USUAL_CONNECTIONS : Integer.parseInt(parts[1]));
    }

    @Override
    public String toString() {
        return load.word + ", " + connections + (connections == 1 ? " connection" : " connections");
    }
}
