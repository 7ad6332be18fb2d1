package proctp.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * What a patient's signature covers: the plan's Note and DateTP, and of each row, in the plan's order, Descript and PatAmt
 * (the vendor's table documentation). So the set and the order of the rows are covered, too, and nothing else of them.
 */
public final class SignedContent {

    private SignedContent() {
    }

    /**
     * The content as one text, which two contents share only if they are the same: all its parts, each behind its length.
     *
     * @param rows all rows of the plan, in order
     */
    public static String of(TreatPlan plan, List<ProcTP> rows) {
        StringBuilder content = new StringBuilder();
        add(content, plan.note());
        add(content, plan.dateTP().map(LocalDate::toString).orElse(""));
        for (ProcTP row : rows) {
            add(content, row.descript());
            add(content, String.valueOf(row.amounts().patAmt().tenThousandths()));
        }
        return content.toString();
    }

    private static void add(StringBuilder content, String part) {
        content.append(part.length()).append(':').append(part);
    }
}
