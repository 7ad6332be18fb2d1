package proctp.postgres;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static proctp.postgres.generated.Tables.TREATPLAN;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import proctp.application.Page;
import proctp.application.PracticeNum;
import proctp.application.ProcTPFilter;
import proctp.application.SignedDigest;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/**
 * The plans of a practice that is put in, in a table of their own until the transaction ends: no row can be put under a
 * signature, so the signatures wait there for the rows.
 */
final class ArrivingPlans {

    private static final Table<Record> ARRIVING = table(name("arriving"));
    private static final Field<Long> NUM = column(TREATPLAN.TREATPLANNUM);
    private static final Field<String> SIGNATURE = column(TREATPLAN.SIGNATURE);
    private static final Field<byte[]> DIGEST = column(TREATPLAN.SIGNEDDIGEST);
    private static final List<Field<?>> COLUMNS =
            TreatPlanRow.COLUMNS.stream().<Field<?>>map(ArrivingPlans::column).toList();

    /** Plans whose rows are looked at together. */
    private static final int AT_ONCE = 500;

    private static final byte[] NO_DIGEST = {};
    private static final HexFormat HEX = HexFormat.of();

    private final DSLContext sql;
    private final PracticeNum practice;

    ArrivingPlans(DSLContext transaction, PracticeNum practice) {
        this.sql = transaction;
        this.practice = practice;
    }

    private static <T> Field<T> column(Field<T> ofTreatPlan) {
        return field(name(ARRIVING.getName(), ofTreatPlan.getName()), ofTreatPlan.getDataType());
    }

    /** Puts all of them into the table of plans, as if none were signed by its patient. */
    void put(Iterator<TreatPlan> plans) {
        sql.execute("create temporary table {0} (like {1}) on commit drop", ARRIVING, TREATPLAN);
        InsertedRows.into(sql, ARRIVING, TreatPlanRow.COLUMNS, plans,
                plan -> TreatPlanRow.values(practice, plan, plan.patient().value()));
        List<Field<?>> unsigned = COLUMNS.stream().<Field<?>>map(column ->
                column.equals(SIGNATURE) ? inline("") : column.equals(DIGEST) ? inline(NO_DIGEST) : column).toList();
        sql.insertInto(TREATPLAN, TreatPlanRow.COLUMNS).select(sql.select(unsigned).from(ARRIVING)).execute();
        sql.deleteFrom(ARRIVING).where(SIGNATURE.eq(inline(""))).execute();
        sql.execute("create index on {0} ({1})", ARRIVING, name(NUM.getName()));
        sql.execute("analyze {0}", ARRIVING);
    }

    /** Gives every plan that was signed elsewhere the digest of what is there of it, once its rows are there. */
    void addMissingDigests() {
        long last = 0;
        List<TreatPlan> some;
        do {
            some = Rows.all(sql.select(COLUMNS).from(ARRIVING)
                    .where(DIGEST.eq(NO_DIGEST), NUM.gt(last))
                    .orderBy(NUM).limit(AT_ONCE), TreatPlanRow::read);
            addDigests(some.stream().filter(SignedDigest::isMissingFrom).collect(toMap(TreatPlan::num, plan -> plan)));
            last = some.isEmpty() ? last : some.get(some.size() - 1).num().value();
        } while (some.size() == AT_ONCE);
    }

    private void addDigests(Map<TreatPlanNum, TreatPlan> plans) {
        Map<TreatPlanNum, List<ProcTP>> rows = PostgresProcTPs.list(sql, practice,
                new ProcTPFilter(Optional.of(plans.keySet()), Optional.empty(), Optional.empty()), Page.EVERYTHING).stream()
                .collect(groupingBy(ProcTP::treatPlanNum));
        List<Query> updates = new ArrayList<>();
        plans.forEach((num, plan) -> updates.add(sql.update(ARRIVING)
                .set(DIGEST, HEX.parseHex(SignedDigest.of(plan, rows.getOrDefault(num, List.of()))))
                .where(NUM.eq(num.value()))));
        sql.batch(updates).execute();
    }

    /** Puts the signatures on. */
    void sign() {
        sql.update(TREATPLAN)
                .set(TREATPLAN.SIGNATURE, SIGNATURE)
                .set(TREATPLAN.SIGNEDDIGEST, DIGEST)
                .from(ARRIVING)
                .where(TREATPLAN.PRACTICE_ID.eq(practice.value()), TREATPLAN.TREATPLANNUM.eq(NUM))
                .execute();
        sql.execute("drop table {0}", ARRIVING);
    }
}
