package proctp.postgres;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.sql;
import static proctp.postgres.generated.Tables.DEFINITION;
import static proctp.postgres.generated.Tables.PROCTP;
import static proctp.postgres.generated.Tables.TREATPLAN;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.exception.DataAccessException;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.Page;
import proctp.application.PracticeNum;
import proctp.application.ProcTPFilter;
import proctp.application.port.ProcTPGuard;
import proctp.application.port.ProcTPs;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** The rows of saved plans on PostgreSQL. */
final class PostgresProcTPs implements ProcTPs {

    /** One row. Its parameters here and where its plan is judged: the practice as {@link Policy#text}, practice, row. */
    private static final String ROW = Policy.NAMING + Database.text(PostgresProcTPs::row);

    /**
     * The plan of a row, locked until the transaction ends.
     *
     * <p>Measured: any weaker lets a change land after the signature. A condition on the plan inside the change is judged
     * on an old version of it, and {@code for key share} does not wait for a signer that updates. {@code for share} does,
     * and two changes of one plan do not wait for each other.
     */
    private static final String PLAN_OF_ROW = Policy.NAMING + Database.text(sql -> sql
            .select(TreatPlanRow.COLUMNS)
            .from(PROCTP).join(TREATPLAN).on(TreatPlanRow.OF_PROC_TP)
            .where(ProcTPRow.IS)
            .forShare().of(TREATPLAN));

    /** Without a join: after a wait the row is read anew, but what it was joined with is not. */
    private static final String LOCKED_ROW = Policy.NAMING + Database.text(sql -> sql
            .select(ProcTPRow.RETURNED)
            .from(PROCTP)
            .where(ProcTPRow.IS)
            .forUpdate());

    /** How an edit that names nothing ends. */
    private static final LastStatement.Text UNEDITED = Database.lastText(PostgresProcTPs::row);

    private static final LastStatement.Text DELETED = Database.lastText(sql -> PostgresHistory.enteringOne(sql, Change.Action.Deleted,
            sql("before as ({0}), " + PostgresHistory.HAPPENED + " as (select proctpnum, treatplannum, patnum, itemorder, "
                    + PostgresHistory.row("before") + ", null::jsonb from before)",
                    sql.deleteFrom(PROCTP).where(ProcTPRow.IS).returningResult(PROCTP.asterisk())),
            sql("select proctpnum from before")));

    private final Database database;
    private final Clock clock;
    private final PlanRows rows = new PlanRows();
    private final EditStatements edits = new EditStatements();

    PostgresProcTPs(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<ProcTP> list(Caller caller, TreatPlanNum plan, Page page) {
        return database.askReady(connection -> rows.list(connection, caller.practice(), plan, page));
    }

    @Override
    public List<ProcTP> list(Caller caller, ProcTPFilter filter, Page page) {
        return database.ask(caller.practice(), sql -> list(sql, caller.practice(), filter, page));
    }

    /** That list, also within a transaction. */
    static List<ProcTP> list(DSLContext sql, PracticeNum practice, ProcTPFilter filter, Page page) {
        return Rows.all(sql
                .select(ProcTPRow.JOINED)
                .from(PROCTP).leftJoin(DEFINITION).on(ProcTPRow.DEFINITION_OF_PRIORITY)
                .where(passes(practice, filter))
                .orderBy(filter.changedAfter().isPresent()
                        ? List.of(PROCTP.SECDATETEDIT, PROCTP.PROCTPNUM)
                        : List.of(PROCTP.TREATPLANNUM, PROCTP.ITEMORDER, PROCTP.PROCTPNUM))
                .offset(page.offset())
                .limit(page.limit()), ProcTPRow::read);
    }

    private static List<Condition> passes(PracticeNum practice, ProcTPFilter filter) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(PROCTP.PRACTICE_ID.eq(practice.value()));
        filter.plans().ifPresent(plans -> conditions.add(PROCTP.TREATPLANNUM.eq(any(TreatPlanRow.numbers(plans)))));
        filter.patNum().ifPresent(patNum -> conditions.add(PROCTP.PATNUM.eq(patNum)));
        // what is stored has whole seconds, so it is later than a moment exactly when it is later than its second
        filter.changedAfter().ifPresent(time -> conditions.add(PROCTP.SECDATETEDIT.gt(Rows.stored(time))));
        return conditions;
    }

    @Override
    public Optional<ProcTP> find(Caller caller, ProcTPNum num) {
        return database.askReady(connection ->
                Rows.first(connection, caller.practice(), ROW, ProcTPRow::read, caller.practice().value(), num.value()));
    }

    /** All rows of a plan, in its order, as they are for the transaction. */
    static List<ProcTP> all(DSLContext sql, PracticeNum practice, TreatPlanNum plan) {
        return sql.connectionResult(connection -> Rows.all(connection, practice, PlanRows.LIST, ProcTPRow::read,
                practice.value(), plan.value(), 0, Long.MAX_VALUE));
    }

    @Override
    public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, ProcTPGuard guard) {
        Map<Field<?>, Object> values = ProcTPRow.values(edit);
        return database.changeAtLast(connection -> {
            judge(connection, caller.practice(), num, guard);
            PostgresHistory history = PostgresHistory.by(caller, clock);
            return values.isEmpty() ? on(num, history, UNEDITED, ProcTPRow::read) : edits.of(history, num, values);
        }).orElseThrow(Refusal::procTPNotFound);
    }

    @Override
    public void delete(Caller caller, ProcTPNum num, ProcTPGuard guard) {
        database.changeAtLast(connection -> {
            judge(connection, caller.practice(), num, guard);
            return on(num, PostgresHistory.by(caller, clock), DELETED, row -> row.getLong(1));
        }).orElseThrow(Refusal::procTPNotFound);
    }

    private static void judge(Connection connection, PracticeNum practice, ProcTPNum num, ProcTPGuard guard) throws SQLException {
        TreatPlan plan = first(connection, practice, PLAN_OF_ROW, TreatPlanRow::read, num);
        guard.check(plan, () -> locked(connection, practice, num));
    }

    private static ProcTP locked(Connection connection, PracticeNum practice, ProcTPNum num) {
        try {
            return first(connection, practice, LOCKED_ROW, ProcTPRow::read, num);
        } catch (SQLException failure) {
            throw new DataAccessException("a row could not be locked", failure);
        }
    }

    private static <T> T first(Connection connection, PracticeNum practice, String statement, Rows.Reader<T> reader, ProcTPNum num)
            throws SQLException {
        return Rows.first(connection, practice, statement, reader, practice.value(), num.value()).orElseThrow(Refusal::procTPNotFound);
    }

    private static <T> LastStatement<T> on(ProcTPNum num, PostgresHistory history, LastStatement.Text text, Rows.Reader<T> reader) {
        Map<String, Object> values = history.values();
        values.put("proctpnum", num.value());
        return new LastStatement<>(text, values, reader);
    }

    private static Query row(DSLContext sql) {
        return sql
                .select(ProcTPRow.JOINED)
                .from(PROCTP).leftJoin(DEFINITION).on(ProcTPRow.DEFINITION_OF_PRIORITY)
                .where(ProcTPRow.IS);
    }
}
