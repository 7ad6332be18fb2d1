package proctp.postgres;

import static proctp.postgres.generated.Tables.APIKEY;
import static proctp.postgres.generated.Tables.DEFINITION;
import static proctp.postgres.generated.Tables.PRACTICE;
import static proctp.postgres.generated.Tables.PROCTP;
import static proctp.postgres.generated.Tables.TREATPLAN;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;
import proctp.domain.TreatPlan;

/** Puts practices into an empty office, within one transaction. */
final class OfficeFill {

    private final DSLContext sql;

    OfficeFill(DSLContext transaction) {
        this.sql = transaction;
    }

    /** Whether the office was empty, and so holds the practices now. */
    boolean fillIfEmpty(List<PracticeContents> practices) {
        // two nodes may start at once: the second waits here, and then sees what the first has put in
        sql.execute("lock table practice in share row exclusive mode");
        if (sql.fetchExists(PRACTICE)) {
            return false;
        }
        practices.forEach(this::fill);
        return true;
    }

    private void fill(PracticeContents contents) {
        PracticeNum practice = contents.practice();
        insert(PRACTICE, List.of(PRACTICE.PRACTICE_ID, PRACTICE.NAME, PRACTICE.LASTTREATPLANNUM, PRACTICE.LASTPROCTPNUM,
                PRACTICE.LASTDEFNUM), Stream.<Object[]>of(new Object[] {practice.value(), contents.name(),
                    last(contents.treatPlans(), plan -> plan.num().value()),
                    last(contents.procTPs(), row -> row.num().value()),
                    last(contents.definitions(), definition -> definition.num().value())}));
        insert(APIKEY, PostgresApiKeys.COLUMNS,
                contents.apiKeys().stream().map(PostgresApiKeys::values));
        insert(DEFINITION, PostgresDefinitions.COLUMNS,
                contents.definitions().stream().map(definition -> PostgresDefinitions.values(practice, definition)));
        // no row can be put under a signature, so the signatures come last
        insert(TREATPLAN, TreatPlanRow.COLUMNS,
                contents.treatPlans().stream().map(plan -> TreatPlanRow.values(practice, plan, "")));
        insert(PROCTP, ProcTPRow.COLUMNS,
                contents.procTPs().stream().map(row -> ProcTPRow.values(practice, row)));
        contents.treatPlans().stream().filter(TreatPlan::isSigned).forEach(plan -> sql
                .update(TREATPLAN)
                .set(TreatPlanRow.revised(plan))
                .where(TreatPlanRow.is(practice, plan.num()))
                .execute());
    }

    private static <T> long last(List<T> filled, ToLongFunction<T> num) {
        return filled.stream().mapToLong(num).max().orElse(0);
    }

    private void insert(Table<?> table, List<Field<?>> columns, Stream<Object[]> rows) {
        if (Rows.insert(sql, table, columns, rows)) {
            // every index starts with the practice, so without statistics any of them looks as good as the right one
            sql.execute("analyze {0}", table);
        }
    }
}
