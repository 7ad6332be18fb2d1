package proctp.domain;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what is wrong with what a client sent, so that one answer can name all of it. */
public final class Faults {

    /** More than an object has members: all real faults of one are named, and a flood of invented names is not echoed. */
    private static final int MOST = 40;

    private final String path;
    private final List<Refusal> gathered;

    /** Nothing is wrong yet. */
    public Faults() {
        this("", new ArrayList<>());
    }

    private Faults(String path, List<Refusal> gathered) {
        this.path = path;
        this.gathered = gathered;
    }

    /**
     * The same faults, for the members of an object within what was sent.
     *
     * @param object where it is, as {@code ProcTPs[3].}; it comes before the name of each of its members
     */
    public Faults within(String object) {
        return new Faults(path + object, gathered);
    }

    /**
     * Notes one more.
     *
     * @param sentence what is wrong, with {@code %s} in the member's place
     */
    public void add(Refusal.Kind kind, String sentence, String member) {
        gathered.add(new Refusal(kind, sentence.formatted(path + member)));
    }

    /** Notes that a member's value is not one that it can have. */
    public void invalid(String member, String problem) {
        add(Refusal.Kind.FIELD_INVALID, "%s " + problem.replace("%", "%%"), member);
    }

    /** Notes that a member has to be there and is not. */
    public void required(String member) {
        add(Refusal.Kind.FIELD_REQUIRED, "%s is required.", member);
    }

    /**
     * The text, if it can be stored as it was sent; notes why when it cannot.
     *
     * @param longest in code points
     */
    public Optional<String> text(String member, int longest, String value) {
        Optional<String> problem = Text.problem(longest, value);
        problem.ifPresent(what -> invalid(member, what));
        return problem.isPresent() ? Optional.empty() : Optional.of(value);
    }

    /** The number, if it is one that a record can have or 0 for none; notes it when it is negative. */
    Optional<Long> numberOrNone(String member, long value) {
        if (value < 0) {
            invalid(member, "must be 0 or the number of a record.");
            return Optional.empty();
        }
        return Optional.of(value);
    }

    /**
     * Comes back when nothing is wrong.
     *
     * @throws Refusal of the first fault's kind, naming every fault
     */
    public void throwIfAny() {
        if (!gathered.isEmpty()) {
            String named = gathered.stream().limit(MOST).map(Refusal::sentence).collect(joining(" "));
            int more = gathered.size() - MOST;
            throw new Refusal(gathered.get(0).kind(), more > 0 ? named + " And " + more + " more." : named);
        }
    }
}
