package proctp.postgres;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sql;
import static org.jooq.impl.DSL.when;
import static proctp.postgres.generated.Tables.DEFINITION;
import static proctp.postgres.generated.Tables.PROCTP;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQL;
import proctp.application.PracticeNum;
import proctp.domain.DefNum;
import proctp.domain.EditStamp;
import proctp.domain.Money;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlanNum;
import proctp.domain.TxPriority;

/** A {@link ProcTP} as a row of its table: which columns it has, and what of it goes into each. */
final class ProcTPRow {

    /** What is stored of a row. {@link #values} and {@link #read} go by this order. */
    static final List<Field<?>> COLUMNS = List.of(
            PROCTP.PRACTICE_ID, PROCTP.PROCTPNUM, PROCTP.TREATPLANNUM, PROCTP.PATNUM, PROCTP.PROCNUMORIG,
            PROCTP.ITEMORDER, PROCTP.PRIORITY, PROCTP.TOOTHNUMTP, PROCTP.SURF, PROCTP.PROCCODE, PROCTP.DESCRIPT,
            PROCTP.FEEAMT, PROCTP.PRIINSAMT, PROCTP.SECINSAMT, PROCTP.PATAMT, PROCTP.DISCOUNT, PROCTP.FEEALLOWED,
            PROCTP.TAXAMT, PROCTP.CATPERCUCR, PROCTP.PROGNOSIS, PROCTP.DX, PROCTP.PROCABBR, PROCTP.SECUSERNUMENTRY,
            PROCTP.SECDATEENTRY, PROCTP.SECDATETEDIT, PROCTP.PROVNUM, PROCTP.DATETP, PROCTP.CLINICNUM);

    /** The definition that names a row's priority, if there still is one. */
    static final Condition DEFINITION_OF_PRIORITY =
            DEFINITION.PRACTICE_ID.eq(PROCTP.PRACTICE_ID).and(DEFINITION.DEFNUM.eq(PROCTP.PRIORITY));

    /** One row, of which the parameters tell the practice and the number. */
    static final Condition IS =
            PROCTP.PRACTICE_ID.eq(param("practice", Long.class)).and(PROCTP.PROCTPNUM.eq(param("proctpnum", Long.class)));

    /** What to select where that definition is joined. */
    static final List<Field<?>> JOINED = readable(DEFINITION.ITEMNAME);

    /** What to return where it cannot be joined. */
    static final List<Field<?>> RETURNED =
            readable(field(select(DEFINITION.ITEMNAME).from(DEFINITION).where(DEFINITION_OF_PRIORITY)));

    private static final SQL A_LITTLE = sql("interval '1 minute'");

    private ProcTPRow() {
    }

    private static List<Field<?>> readable(Field<String> priorityName) {
        return Stream.<Field<?>>concat(COLUMNS.stream(), Stream.of(coalesce(priorityName, inline("")))).toList();
    }

    /** The rows of that one plan. */
    static Condition of(PracticeNum practice, TreatPlanNum plan) {
        return PROCTP.PRACTICE_ID.eq(practice.value()).and(PROCTP.TREATPLANNUM.eq(plan.value()));
    }

    /** What to select of a row of another name than the table's, so that it reads as {@link #JOINED} does. */
    static List<Field<?>> columnsOf(String row, Field<String> priorityName) {
        return Stream.<Field<?>>concat(COLUMNS.stream().map(column -> field(name(row, column.getName()))), Stream.of(priorityName))
                .toList();
    }

    /** The domain's value of a row that was selected as {@link #JOINED} or {@link #RETURNED}. */
    static ProcTP read(ResultSet row) throws SQLException {
        return read(row, 0);
    }

    /** The same behind so many other columns. */
    static ProcTP read(ResultSet row, int behind) throws SQLException {
        return read(row, behind, new TxPriority(new DefNum(priority(row, behind)), row.getString(behind + 29)));
    }

    /** The domain's value of a row that was selected as {@link #COLUMNS}, whose priority is that one. */
    static ProcTP read(ResultSet row, TxPriority priority) throws SQLException {
        return read(row, 0, priority);
    }

    /** The number of the priority of a row that was selected as {@link #COLUMNS}. */
    static long priority(ResultSet row) throws SQLException {
        return priority(row, 0);
    }

    private static long priority(ResultSet row, int behind) throws SQLException {
        return row.getLong(behind + 7);
    }

    private static ProcTP read(ResultSet row, int behind, TxPriority priority) throws SQLException {
        return new ProcTP(
                new ProcTPNum(row.getLong(behind + 2)),
                new TreatPlanNum(row.getLong(behind + 3)),
                row.getLong(behind + 4),
                row.getLong(behind + 5),
                row.getInt(behind + 6),
                priority,
                row.getString(behind + 8),
                row.getString(behind + 9),
                row.getString(behind + 10),
                row.getString(behind + 11),
                amounts(row, behind),
                row.getString(behind + 20),
                row.getString(behind + 21),
                row.getString(behind + 22),
                new EditStamp(row.getLong(behind + 23), Rows.date(row, behind + 24), Rows.instant(row, behind + 25).orElseThrow()),
                row.getLong(behind + 26),
                Rows.date(row, behind + 27),
                row.getLong(behind + 28));
    }

    private static ProcTP.Amounts amounts(ResultSet row, int behind) throws SQLException {
        return new ProcTP.Amounts(money(row, behind + 12), money(row, behind + 13), money(row, behind + 14),
                money(row, behind + 15), money(row, behind + 16), money(row, behind + 17), money(row, behind + 18),
                money(row, behind + 19));
    }

    private static Money money(ResultSet row, int column) throws SQLException {
        return Money.of(row.getBigDecimal(column));
    }

    /** What to store of a row. */
    static Object[] values(PracticeNum practice, ProcTP row) {
        ProcTP.Amounts amounts = row.amounts();
        EditStamp stamp = row.stamp();
        return new Object[] {
            practice.value(), row.num().value(), row.treatPlanNum().value(), row.patNum(), row.procNumOrig(),
            row.itemOrder(), row.priority().num().value(), row.toothNumTP(), row.surf(), row.procCode(), row.descript(),
            amounts.feeAmt().toBigDecimal(), amounts.priInsAmt().toBigDecimal(), amounts.secInsAmt().toBigDecimal(),
            amounts.patAmt().toBigDecimal(), amounts.discount().toBigDecimal(), amounts.feeAllowed().toBigDecimal(),
            amounts.taxAmt().toBigDecimal(), amounts.catPercUCR().toBigDecimal(),
            row.prognosis(), row.dx(), row.procAbbr(), stamp.secUserNumEntry(), stamp.secDateEntry().orElse(null),
            Rows.stored(stamp.secDateTEdit()), row.provNum(), row.dateTP().orElse(null), row.clinicNum()};
    }

    /** What to store for the members that an edit names, and for no other. */
    static Map<Field<?>, Object> values(ProcTPEdit edit) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        edit.priority().ifPresent(value -> values.put(PROCTP.PRIORITY, value.value()));
        edit.toothNumTP().ifPresent(value -> values.put(PROCTP.TOOTHNUMTP, value));
        edit.surf().ifPresent(value -> values.put(PROCTP.SURF, value));
        edit.procCode().ifPresent(value -> values.put(PROCTP.PROCCODE, value));
        edit.descript().ifPresent(value -> values.put(PROCTP.DESCRIPT, value));
        edit.feeAmt().ifPresent(value -> values.put(PROCTP.FEEAMT, value.toBigDecimal()));
        edit.priInsAmt().ifPresent(value -> values.put(PROCTP.PRIINSAMT, value.toBigDecimal()));
        edit.secInsAmt().ifPresent(value -> values.put(PROCTP.SECINSAMT, value.toBigDecimal()));
        edit.patAmt().ifPresent(value -> values.put(PROCTP.PATAMT, value.toBigDecimal()));
        edit.discount().ifPresent(value -> values.put(PROCTP.DISCOUNT, value.toBigDecimal()));
        edit.prognosis().ifPresent(value -> values.put(PROCTP.PROGNOSIS, value));
        edit.dx().ifPresent(value -> values.put(PROCTP.DX, value));
        edit.procAbbr().ifPresent(value -> values.put(PROCTP.PROCABBR, value));
        edit.feeAllowed().ifPresent(value -> values.put(PROCTP.FEEALLOWED, value.toBigDecimal()));
        return values;
    }

    /**
     * What marks a row as edited at that time. A stamp that is a little ahead stays: it is of an edit that was waited for,
     * or of a node whose clock is ahead, and who follows the stamps would not find an earlier one any more. One that is far
     * ahead is wrong, and would stay for ever.
     *
     * @param now as it is {@linkplain Rows#stored stored}
     */
    static Map<Field<?>, Object> editedAt(Field<OffsetDateTime> now) {
        Field<OffsetDateTime> ahead = field("{0} + {1}", OffsetDateTime.class, now, A_LITTLE);
        return Map.of(PROCTP.SECDATETEDIT, when(
                PROCTP.SECDATETEDIT.between(now, ahead), PROCTP.SECDATETEDIT).otherwise(now));
    }
}
