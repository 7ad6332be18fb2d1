package proctp.postgres;

import static proctp.postgres.generated.Tables.PRACTICE;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import proctp.application.Practice;
import proctp.application.PracticeNum;

/** A {@link Practice} as a row of its table. */
final class PracticeRow {

    /** What is stored of a practice. {@link #read} goes by this order. */
    static final List<Field<?>> COLUMNS =
            List.of(PRACTICE.NAME, PRACTICE.LASTTREATPLANNUM, PRACTICE.LASTPROCTPNUM, PRACTICE.LASTDEFNUM);

    private PracticeRow() {
    }

    /** That one practice. */
    static Condition is(PracticeNum practice) {
        return PRACTICE.PRACTICE_ID.eq(practice.value());
    }

    /** The value of a row that was selected as {@link #COLUMNS}. */
    static Practice read(ResultSet row) throws SQLException {
        return new Practice(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4));
    }

    /** What to store of a practice. */
    static Map<Field<?>, Object> values(Practice practice) {
        return Map.of(PRACTICE.NAME, practice.name(),
                PRACTICE.LASTTREATPLANNUM, practice.lastTreatPlanNum(),
                PRACTICE.LASTPROCTPNUM, practice.lastProcTPNum(),
                PRACTICE.LASTDEFNUM, practice.lastDefNum());
    }
}
