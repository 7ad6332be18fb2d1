package proctp.application.memory;

import java.util.List;

/**
 * All that an {@link InMemoryOffice} holds at one moment, as values: what an adapter writes down that keeps its office in memory, and
 * what such an office goes on from later, as if it had never stopped.
 *
 * @param practices all of its practices, by number
 */
public record OfficeSnapshot(List<PracticeSnapshot> practices) {

    /** An office that holds no practice. */
    public static final OfficeSnapshot EMPTY = new OfficeSnapshot(List.of());

    public OfficeSnapshot {
        practices = List.copyOf(practices);
    }
}
