package proctp.application.port;

import java.util.Map;
import proctp.application.PracticeNum;

/** The practices themselves, for whoever runs the service: no caller ever asks for another practice than its own. */
public interface Practices {

    /** Instead of a number of records: whoever asks may not look at those. */
    long NOT_LOOKED_AT = -1;

    /** The practices that there are, by number, and what they are called. */
    Map<PracticeNum, String> list();

    /**
     * Makes a practice that has nothing, not even a key.
     *
     * @param name at most {@link proctp.application.Practice#LONGEST_NAME} characters
     * @return its number: one more than the largest that there is, 1 for the first
     */
    PracticeNum add(String name);

    /**
     * Gives a practice another name.
     *
     * @return whether there is such a practice
     */
    boolean rename(PracticeNum num, String name);

    /**
     * Removes all of a practice in one transaction: its rows, plans, signatures, definitions, changes, kept requests and keys.
     * Changes that are under way are waited for, and later ones find no practice.
     *
     * @return whether there was such a practice
     */
    boolean erase(PracticeNum num);

    /**
     * How many records of each kind hold the number of a practice, whether there is such a practice or not, and also of kinds
     * that {@link #erase} does not know: of a practice that was erased, none.
     *
     * @return every kind that there is, by the adapter's name for it, those with none as well; {@link #NOT_LOOKED_AT} for a kind that
     *         {@link #erase} does not know and that is closed to whoever asks
     */
    Map<String, Long> count(PracticeNum num);
}
