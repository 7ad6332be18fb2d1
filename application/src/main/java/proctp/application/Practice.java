package proctp.application;

import static java.util.Objects.requireNonNull;

/**
 * A practice itself: what it is called, and the last numbers that it has given out. The next ones are larger, so that no
 * number ever stands for a second thing, also when the thing that had it has gone.
 *
 * @param name             at most 255 characters; {@code ""} for none
 * @param lastTreatPlanNum of a plan, 0 for none yet
 * @param lastProcTPNum    of a row, 0 for none yet
 * @param lastDefNum       of a definition, 0 for none yet
 */
public record Practice(String name, long lastTreatPlanNum, long lastProcTPNum, long lastDefNum) {

    /** A practice that has no name, and has given out no number. */
    public static final Practice NEW = new Practice("", 0, 0, 0);

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 255;

    public Practice {
        requireNonNull(name);
    }

    /** The same practice once another is brought into it: under that one's name if it has one, and with the larger numbers. */
    public Practice with(Practice other) {
        return new Practice(other.name.isEmpty() ? name : other.name,
                Math.max(lastTreatPlanNum, other.lastTreatPlanNum),
                Math.max(lastProcTPNum, other.lastProcTPNum),
                Math.max(lastDefNum, other.lastDefNum));
    }
}
