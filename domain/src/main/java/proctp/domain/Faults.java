package proctp.domain;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what is wrong with what a client sent, so that one answer can name all of it. */
public final class Faults {

    /** More than an object has members: all real faults of one are named, and a flood of invented names is not echoed. */
    private static final int MOST_OF_AN_OBJECT = 40;

    /** In characters: hundreds of faults, more than anybody mends before the next try. */
    private static final int LONGEST = 64 * 1024;

    private final String path;
    private final Gathered gathered;
    private int named;

    /** A body can hold more faults than anybody reads: those that are not named are only counted. */
    private static final class Gathered {

        private final List<Fault> named = new ArrayList<>();
        private int length;
        private int more;
    }

    private record Fault(String member, Refusal refusal) {
    }

    /** Nothing is wrong yet. */
    public Faults() {
        this("", new Gathered());
    }

    private Faults(String path, Gathered gathered) {
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
        if (named == MOST_OF_AN_OBJECT || gathered.length >= LONGEST) {
            gathered.more++;
            return;
        }
        named++;
        Refusal refusal = new Refusal(kind, sentence.formatted(path + member));
        gathered.named.add(new Fault(path + member, refusal));
        gathered.length += refusal.sentence().length();
    }

    /** Notes that a member's value is not one that it can have. */
    public void invalid(String member, String problem) {
        add(Refusal.Kind.FIELD_INVALID, "%s " + problem.replace("%", "%%"), member);
    }

    /** Notes that a member has to be there and is not; one that was found fault with is there. */
    public void required(String member) {
        if (gathered.named.stream().noneMatch(fault -> fault.member().equals(path + member))) {
            add(Refusal.Kind.FIELD_REQUIRED, "%s is required.", member);
        }
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
        if (!gathered.named.isEmpty()) {
            String named = gathered.named.stream().map(fault -> fault.refusal().sentence()).collect(joining(" "));
            throw new Refusal(gathered.named.get(0).refusal().kind(),
                    gathered.more > 0 ? named + " And " + gathered.more + " more." : named);
        }
    }
}
