package proctp.domain;

import static java.util.Objects.requireNonNull;

/**
 * How urgent a row of a plan is, in the office's own words: a {@link Definition} of category 20.
 *
 * @param num      the definition, {@link DefNum#NONE} for no priority
 * @param itemName its name at the time of reading, {@code ""} for no priority
 */
public record TxPriority(DefNum num, String itemName) {

    /** The row has no priority. */
    public static final TxPriority NONE = new TxPriority(DefNum.NONE, "");

    public TxPriority {
        requireNonNull(num);
        requireNonNull(itemName);
    }
}
