package proctp.application.sample;

import static proctp.domain.DefCat.DIAGNOSIS;
import static proctp.domain.DefCat.PROGNOSIS;
import static proctp.domain.DefCat.TX_PRIORITIES;

import java.util.List;
import proctp.domain.DefCat;
import proctp.domain.DefNum;
import proctp.domain.Definition;

/** The lists of the generated office, the same for every seed. */
final class GeneratedLists {

    /** Priorities from the most urgent on; the last is retired, but older rows have it. */
    static final List<Definition> PRIORITIES = List.of(
            definition(1, TX_PRIORITIES, 0, "Urgent", "", false),
            definition(2, TX_PRIORITIES, 1, "Next visit", "", false),
            definition(3, TX_PRIORITIES, 2, "This year", "", false),
            definition(4, TX_PRIORITIES, 3, "Can wait", "", false),
            definition(5, TX_PRIORITIES, 4, "If wanted", "", true));

    /** A row's Dx is the value of one of these. */
    static final List<Definition> DIAGNOSES = List.of(
            definition(11, DIAGNOSIS, 0, "Caries", "D1", false),
            definition(12, DIAGNOSIS, 1, "Fracture", "D2", false),
            definition(13, DIAGNOSIS, 2, "Periodontitis", "D3", false),
            definition(14, DIAGNOSIS, 3, "Worn restoration", "D4", false));

    /** A row's Prognosis is the name of one of these. */
    static final List<Definition> PROGNOSES = List.of(
            definition(21, PROGNOSIS, 0, "Good", "", false),
            definition(22, PROGNOSIS, 1, "Guarded", "", false),
            definition(23, PROGNOSIS, 2, "Poor", "", false),
            definition(24, PROGNOSIS, 3, "Hopeless", "", true));

    /** The largest number that any of them has. */
    static final long LAST_NUM = 24;

    private GeneratedLists() {
    }

    private static Definition definition(long num, DefCat category, int itemOrder, String itemName, String itemValue, boolean isHidden) {
        return new Definition(new DefNum(num), category.number(), itemOrder, itemName, itemValue, isHidden);
    }
}
