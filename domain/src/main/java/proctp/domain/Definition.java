package proctp.domain;

import static java.util.Objects.requireNonNull;

/**
 * One entry of the lists that an office defines for itself: its treatment priorities, diagnoses, prognoses and so on.
 *
 * @param num       the key, positive
 * @param category  the number of the list it belongs to, see {@link DefCat}
 * @param itemOrder its place in that list, from 0
 * @param itemName  what the office calls it, at most 255 characters
 * @param itemValue a second text whose meaning depends on the category, {@code ""} for none
 * @param isHidden  whether the office has retired it; rows that use it keep it
 */
public record Definition(DefNum num, int category, int itemOrder, String itemName, String itemValue, boolean isHidden) {

    public Definition {
        requireNonNull(num);
        requireNonNull(itemName);
        requireNonNull(itemValue);
    }

    /** Whether a {@link ProcTP} may use this as its Priority. A hidden one may be used, too. */
    public boolean isTxPriority() {
        return category == DefCat.TX_PRIORITIES.number();
    }
}
