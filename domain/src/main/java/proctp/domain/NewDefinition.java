package proctp.domain;

import static java.util.Objects.requireNonNull;

/**
 * A {@link Definition} that an office is about to make. It comes last in its list, and is not hidden.
 *
 * @param category  the list that it belongs to
 * @param itemName  what the office calls it, 1 to 255 characters
 * @param itemValue a second text whose meaning depends on the category, at most 255 characters, {@code ""} for none
 */
public record NewDefinition(DefCat category, String itemName, String itemValue) {

    public NewDefinition {
        requireNonNull(category);
        requireNonNull(itemName);
        requireNonNull(itemValue);
    }

    /** A definition of which nothing is known yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** The definition, once it has its number and its place. */
    public Definition definition(DefNum num, int itemOrder) {
        return new Definition(num, category.number(), itemOrder, itemName, itemValue, false);
    }

    /** Takes what a client sent, member by member; faults are gathered, so that one answer can name them all. */
    public static final class Builder {

        private static final int LONG_TEXT = 255;

        private final Faults faults = new Faults();
        private DefCat category;
        private boolean categoryWasGiven;
        private String itemName = "";
        private String itemValue = "";

        private Builder() {
        }

        /** Where its faults are gathered: whoever reads what was sent adds what is wrong with its form. */
        public Faults faults() {
            return faults;
        }

        /** The list, by the vendor's name of it. */
        public Builder category(String vendorName) {
            categoryWasGiven = true;
            DefCat.named(vendorName).ifPresentOrElse(known -> category = known,
                    () -> faults.invalid("category", "is invalid: it must be one of " + DefCat.names() + "."));
            return this;
        }

        /** What the office calls it, 1 to 255 characters. */
        public Builder itemName(String value) {
            faults.text("ItemName", LONG_TEXT, value).ifPresent(checked -> itemName = checked);
            return this;
        }

        /** The second text, at most 255 characters. */
        public Builder itemValue(String value) {
            faults.text("ItemValue", LONG_TEXT, value).ifPresent(checked -> itemValue = checked);
            return this;
        }

        /**
         * The definition, if all that it needs is there and as it must be.
         *
         * @throws Refusal of the first fault's kind, naming every fault
         */
        public NewDefinition build() {
            if (itemName.isEmpty()) {
                faults.required("ItemName");
            }
            if (!categoryWasGiven) {
                faults.required("category");
            }
            faults.throwIfAny();
            return new NewDefinition(category, itemName, itemValue);
        }
    }
}
