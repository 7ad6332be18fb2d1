package proctp.postgres;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static proctp.postgres.generated.Tables.DEFINITION;
import static proctp.postgres.generated.Tables.PRACTICE;
import static proctp.postgres.generated.Tables.PROCTP;
import static proctp.postgres.generated.Tables.TREATPLAN;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import proctp.application.Practice;
import proctp.application.PracticeNum;
import proctp.application.PracticeSource;

/** Puts a whole practice in, within one transaction. */
final class PracticeFill {

    private final DSLContext sql;
    private final PostgresHistory history;
    private final PracticeNum practice;

    PracticeFill(DSLContext transaction, PostgresHistory history) {
        this.sql = transaction;
        this.history = history;
        this.practice = history.caller().practice();
    }

    /** As {@link proctp.application.port.Archive#fill}. */
    boolean fillIfEmpty(PracticeSource source) {
        sql.insertInto(PRACTICE, PRACTICE.PRACTICE_ID).values(practice.value()).onConflictDoNothing().execute();
        // whoever makes something takes its number from this row, and waits here until all of it is in
        sql.select(PRACTICE.PRACTICE_ID).from(PRACTICE).where(PracticeRow.is(practice)).forNoKeyUpdate().execute();
        if (has(DEFINITION, DEFINITION.PRACTICE_ID) || has(TREATPLAN, TREATPLAN.PRACTICE_ID)
                || has(PROCTP, PROCTP.PRACTICE_ID)) {
            return false;
        }
        fill(source, true);
        return true;
    }

    /**
     * Fills a practice that has nothing, and that nobody else can make anything in.
     *
     * @param withDigests whether signed plans get the digests that they come without
     */
    void fill(PracticeSource source, boolean withDigests) {
        InsertedRows.into(sql, DEFINITION, PostgresDefinitions.COLUMNS, source.definitions(),
                definition -> PostgresDefinitions.values(practice, definition));
        ArrivingPlans plans = new ArrivingPlans(sql, practice);
        plans.put(source.treatPlans());
        InsertedRows.into(sql, PROCTP, ProcTPRow.COLUMNS, source.procTPs(), row -> ProcTPRow.values(practice, row));
        // every index starts with the practice, so without statistics any of them looks as good as the right one
        List.of(DEFINITION, TREATPLAN, PROCTP).forEach(table -> sql.execute("analyze {0}", table));
        if (withDigests) {
            plans.addMissingDigests();
        }
        plans.sign();
        count(source.practice());
        history.enterAllAsNew(sql);
    }

    /** Sees to it that the practice's numbers go on from the largest. */
    private void count(Practice given) {
        Practice before = Rows.first(
                sql.select(PracticeRow.COLUMNS).from(PRACTICE).where(PracticeRow.is(practice)), PracticeRow::read).orElseThrow();
        Practice filled = new Practice("", last(TREATPLAN, TREATPLAN.PRACTICE_ID, TREATPLAN.TREATPLANNUM),
                last(PROCTP, PROCTP.PRACTICE_ID, PROCTP.PROCTPNUM), last(DEFINITION, DEFINITION.PRACTICE_ID, DEFINITION.DEFNUM));
        sql.update(PRACTICE).set(PracticeRow.values(before.with(given).with(filled))).where(PracticeRow.is(practice)).execute();
    }

    private boolean has(Table<?> table, Field<Long> practiceId) {
        return sql.fetchExists(table, practiceId.eq(practice.value()));
    }

    private long last(Table<?> table, Field<Long> practiceId, Field<Long> num) {
        return Rows.first(sql.select(coalesce(max(num), inline(0L))).from(table).where(practiceId.eq(practice.value())),
                row -> row.getLong(1)).orElseThrow();
    }
}
