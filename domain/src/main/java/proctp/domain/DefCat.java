package proctp.domain;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Optional;

/** The lists of definitions that matter to treatment plans, by the vendor's numbers and names (its table documentation). */
public enum DefCat {
    /** Diagnoses; a ProcTP's Dx holds the text of one. */
    DIAGNOSIS(16, "Diagnosis"),
    /** Treatment priorities; a ProcTP's Priority names one. */
    TX_PRIORITIES(20, "TxPriorities"),
    /** Kinds of entries in the communications log. */
    COMM_LOG_TYPES(27, "CommLogTypes"),
    /** Prognoses; a ProcTP's Prognosis holds the text of one. */
    PROGNOSIS(30, "Prognosis");

    private final int number;
    private final String vendorName;

    DefCat(int number, String vendorName) {
        this.number = number;
        this.vendorName = vendorName;
    }

    /** The number of the category in the vendor's tables. */
    public int number() {
        return number;
    }

    /** The category of that name, as the vendor writes it. */
    public static Optional<DefCat> named(String vendorName) {
        return Arrays.stream(values()).filter(category -> category.vendorName.equals(vendorName)).findFirst();
    }

    /** The vendor's names of all that are here. */
    static String names() {
        return Arrays.stream(values()).map(category -> category.vendorName).collect(joining(", "));
    }

    /** The vendor's name of the category with this number, {@code ""} for one that is not listed here. */
    public static String nameOf(int number) {
        return Arrays.stream(values())
                .filter(category -> category.number == number)
                .map(category -> category.vendorName)
                .findFirst()
                .orElse("");
    }
}
