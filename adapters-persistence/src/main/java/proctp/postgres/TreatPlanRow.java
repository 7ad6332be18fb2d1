package proctp.postgres;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static proctp.postgres.generated.Tables.PROCTP;
import static proctp.postgres.generated.Tables.TREATPLAN;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import proctp.application.PracticeNum;
import proctp.domain.EditStamp;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** A {@link TreatPlan} as a row of its table: which columns it has, and what of it goes into each. */
final class TreatPlanRow {

    /** What is stored of a plan. {@link #values} and {@link #read} go by this order. */
    static final List<Field<?>> COLUMNS = List.of(
            TREATPLAN.PRACTICE_ID, TREATPLAN.TREATPLANNUM, TREATPLAN.PATNUM, TREATPLAN.DATETP, TREATPLAN.HEADING,
            TREATPLAN.NOTE, TREATPLAN.SIGISTOPAZ, TREATPLAN.RESPONSPARTY, TREATPLAN.DOCNUM, TREATPLAN.TPSTATUS,
            TREATPLAN.SECUSERNUMENTRY, TREATPLAN.SECDATEENTRY, TREATPLAN.SECDATETEDIT, TREATPLAN.USERNUMPRESENTER,
            TREATPLAN.TPTYPE, TREATPLAN.SIGNATURE, TREATPLAN.DATETSIGNED, TREATPLAN.SIGNATURETEXT,
            TREATPLAN.SIGNATUREPRACTICE, TREATPLAN.DATETPRACTICESIGNED, TREATPLAN.SIGNATUREPRACTICETEXT,
            TREATPLAN.SIGNEDDIGEST);

    /** The plan that a ProcTP belongs to. */
    static final Condition OF_PROC_TP =
            TREATPLAN.PRACTICE_ID.eq(PROCTP.PRACTICE_ID).and(TREATPLAN.TREATPLANNUM.eq(PROCTP.TREATPLANNUM));

    private static final HexFormat HEX = HexFormat.of();

    private TreatPlanRow() {
    }

    /** That one plan. */
    static Condition is(PracticeNum practice, TreatPlanNum num) {
        return TREATPLAN.PRACTICE_ID.eq(practice.value()).and(TREATPLAN.TREATPLANNUM.eq(num.value()));
    }

    /** The numbers, as a statement takes many of them. */
    static Long[] numbers(Set<TreatPlanNum> plans) {
        return plans.stream().map(TreatPlanNum::value).toArray(Long[]::new);
    }

    /** What to select of a plan of another name than the table's, so that it reads as {@link #COLUMNS} does. */
    static List<Field<?>> columnsOf(String plan) {
        return COLUMNS.stream().<Field<?>>map(column -> field(name(plan, column.getName()))).toList();
    }

    /** The domain's value of a row that was selected as {@link #COLUMNS}. */
    static TreatPlan read(ResultSet row) throws SQLException {
        return read(row, 0);
    }

    /** The same behind so many other columns. */
    static TreatPlan read(ResultSet row, int behind) throws SQLException {
        return new TreatPlan(
                new TreatPlanNum(row.getLong(behind + 2)),
                row.getLong(behind + 3),
                Rows.date(row, behind + 4),
                row.getString(behind + 5),
                row.getString(behind + 6),
                row.getBoolean(behind + 7),
                row.getLong(behind + 8),
                row.getLong(behind + 9),
                TreatPlan.Status.valueOf(row.getString(behind + 10)),
                new EditStamp(row.getLong(behind + 11), Rows.date(row, behind + 12), Rows.instant(row, behind + 13).orElseThrow()),
                row.getLong(behind + 14),
                TreatPlan.Type.valueOf(row.getString(behind + 15)),
                new TreatPlan.Signature(row.getString(behind + 16), Rows.instant(row, behind + 17), row.getString(behind + 18),
                        HEX.formatHex(row.getBytes(behind + 22))),
                new TreatPlan.Signature(row.getString(behind + 19), Rows.instant(row, behind + 20), row.getString(behind + 21)));
    }

    /** What to store of a plan, with this in place of the patient's signature; without one there is nothing signed either. */
    static Object[] values(PracticeNum practice, TreatPlan plan, String signature) {
        EditStamp stamp = plan.stamp();
        return new Object[] {
            practice.value(), plan.num().value(), plan.patNum(), plan.dateTP().orElse(null), plan.heading(),
            plan.note(), plan.sigIsTopaz(), plan.responsParty(), plan.docNum(), plan.status().name(),
            stamp.secUserNumEntry(), stamp.secDateEntry().orElse(null), Rows.stored(stamp.secDateTEdit()),
            plan.userNumPresenter(), plan.type().name(),
            signature, plan.patient().signed().map(Rows::stored).orElse(null), plan.patient().text(),
            plan.practice().value(), plan.practice().signed().map(Rows::stored).orElse(null), plan.practice().text(),
            HEX.parseHex(signature.isEmpty() ? "" : plan.patient().digest())};
    }

    /** What to store of a plan that was changed, signed or cleared: all that can become another. */
    static Map<Field<?>, Object> revised(TreatPlan plan) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        values.put(TREATPLAN.DATETP, plan.dateTP().orElse(null));
        values.put(TREATPLAN.HEADING, plan.heading());
        values.put(TREATPLAN.NOTE, plan.note());
        values.put(TREATPLAN.SIGISTOPAZ, plan.sigIsTopaz());
        values.put(TREATPLAN.RESPONSPARTY, plan.responsParty());
        values.put(TREATPLAN.SECDATETEDIT, Rows.stored(plan.stamp().secDateTEdit()));
        values.put(TREATPLAN.TPTYPE, plan.type().name());
        values.put(TREATPLAN.SIGNATURE, plan.patient().value());
        values.put(TREATPLAN.DATETSIGNED, plan.patient().signed().map(Rows::stored).orElse(null));
        values.put(TREATPLAN.SIGNATURETEXT, plan.patient().text());
        values.put(TREATPLAN.SIGNATUREPRACTICE, plan.practice().value());
        values.put(TREATPLAN.DATETPRACTICESIGNED, plan.practice().signed().map(Rows::stored).orElse(null));
        values.put(TREATPLAN.SIGNATUREPRACTICETEXT, plan.practice().text());
        values.put(TREATPLAN.SIGNEDDIGEST, HEX.parseHex(plan.patient().digest()));
        return values;
    }
}
