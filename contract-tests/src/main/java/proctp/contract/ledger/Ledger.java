package proctp.contract.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What clients were told about their writes, to be held against what the office has afterwards. Safe for any number of
 * threads.
 *
 * <p>Each write has a row of its own and gives it a text that no other write gives, or deletes it. So a row tells which of
 * two states it is in, and whatever else it holds is nobody's doing.
 */
public final class Ledger {

    private final Map<Long, String> before;
    private final Map<Long, Write> writes = new ConcurrentHashMap<>();

    /** What the client of a write was told. */
    public enum Outcome {
        /** It is done. */
        ACKNOWLEDGED,
        /** It is not done, and will not be. */
        REFUSED,
        /** It may have been done: the client was told so, or heard nothing. */
        UNKNOWN
    }

    /** A text, or empty for a row that is gone, and what was said of it. */
    private record Write(Optional<String> wanted, Outcome outcome) {
    }

    /** @param before the texts of all rows by their numbers, before the first write */
    public Ledger(Map<Long, String> before) {
        this.before = Map.copyOf(before);
    }

    /**
     * Notes one write.
     *
     * @param row    which no other write names
     * @param wanted the text that it gives the row; empty when it deletes the row
     * @throws IllegalStateException when there is a write of this row already
     */
    public void note(long row, Optional<String> wanted, Outcome outcome) {
        if (writes.putIfAbsent(row, new Write(wanted, outcome)) != null) {
            throw new IllegalStateException("Row " + row + " was written before.");
        }
    }

    /** How many writes ended like this so far. */
    public int count(Outcome outcome) {
        return (int) writes.values().stream().filter(write -> write.outcome == outcome).count();
    }

    /** @param after the texts of all rows by their numbers, when no write is under way any more */
    public Verdict judge(Map<Long, String> after) {
        Set<Long> rows = new TreeSet<>(before.keySet());
        rows.addAll(after.keySet());
        rows.addAll(writes.keySet());
        List<Long> lost = new ArrayList<>();
        List<Long> ghosts = new ArrayList<>();
        for (long row : rows) {
            Optional<Outcome> outcome = Optional.ofNullable(writes.get(row)).map(Write::outcome);
            if (!allowed(row).contains(Optional.ofNullable(after.get(row)))) {
                (outcome.equals(Optional.of(Outcome.ACKNOWLEDGED)) ? lost : ghosts).add(row);
            }
        }
        return new Verdict(count(Outcome.ACKNOWLEDGED), count(Outcome.REFUSED), count(Outcome.UNKNOWN), lost, ghosts);
    }

    private List<Optional<String>> allowed(long row) {
        Optional<String> untouched = Optional.ofNullable(before.get(row));
        Write write = writes.get(row);
        if (write == null) {
            return List.of(untouched);
        }
        return switch (write.outcome) {
            case ACKNOWLEDGED -> List.of(write.wanted);
            case REFUSED -> List.of(untouched);
            case UNKNOWN -> List.of(untouched, write.wanted);
        };
    }
}
