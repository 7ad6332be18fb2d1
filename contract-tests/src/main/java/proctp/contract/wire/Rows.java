package proctp.contract.wire;

import java.util.List;
import java.util.regex.Pattern;

/** Finds the rows in the answers of lists. */
final class Rows {

    private static final Pattern FIRST_MEMBER = Pattern.compile("\\{\"(?:ProcTPNum|TreatPlanNum|DefNum)\":(\\d+),");

    private Rows() {
    }

    /** The numbers of the rows, in their order. */
    static List<Long> nums(String list) {
        return FIRST_MEMBER.matcher(list).results().map(row -> Long.valueOf(row.group(1))).toList();
    }
}
