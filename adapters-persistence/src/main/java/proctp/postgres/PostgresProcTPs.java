package proctp.postgres;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.sql;
import static org.jooq.impl.DSL.table;
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
import org.jooq.Table;
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

    /** The rows of a plan. Parameters: the practice as {@link Policy#text}, practice, plan, offset, limit. */
    static final String LIST = Policy.NAMING + Database.text(sql -> sql
            .select(ProcTPRow.JOINED)
            .from(PROCTP).leftJoin(DEFINITION).on(ProcTPRow.DEFINITION_OF_PRIORITY)
            .where(PROCTP.PRACTICE_ID.eq(param("practice", Long.class)), PROCTP.TREATPLANNUM.eq(param("plan", Long.class)))
            .orderBy(PROCTP.ITEMORDER, PROCTP.PROCTPNUM)
            .offset(param("offset", Long.class))
            .limit(param("limit", Long.class)));

    private static final Table<?> BEFORE = table(name("before"));

    /** Of an edit, for {@link PostgresHistory}: how the row is locked, and how it is changed. */
    private static final String EDITED = "before as materialized ({0}), after as ({1}), " + PostgresHistory.HAPPENED
            + " as (select after.proctpnum, after.treatplannum, after.patnum, after.itemorder, "
            + PostgresHistory.row("before") + ", " + PostgresHistory.row("after") + " from before, after)";

    /** Of a delete, for the same: how the row is taken out. */
    private static final String DELETED = "before as ({0}), " + PostgresHistory.HAPPENED
            + " as (select proctpnum, treatplannum, patnum, itemorder, " + PostgresHistory.row("before") + ", null::jsonb from before)";

    private final Database database;
    private final Clock clock;

    PostgresProcTPs(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<ProcTP> list(Caller caller, TreatPlanNum plan, Page page) {
        return database.ask(sql -> sql.connectionResult(connection ->
                list(connection, caller.practice(), plan, page.offset(), page.limit())));
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
        return database.ask(caller.practice(), sql -> find(sql, caller.practice(), num));
    }

    /** All rows of a plan, in its order, as they are for the transaction. */
    static List<ProcTP> all(DSLContext sql, PracticeNum practice, TreatPlanNum plan) {
        return sql.connectionResult(connection -> list(connection, practice, plan, 0, Long.MAX_VALUE));
    }

    private static List<ProcTP> list(Connection connection, PracticeNum practice, TreatPlanNum plan, long offset,
                                     long limit) throws SQLException {
        return Rows.all(connection, practice, LIST, ProcTPRow::read, practice.value(), plan.value(), offset, limit);
    }

    @Override
    public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, ProcTPGuard guard) {
        PracticeNum practice = caller.practice();
        return database.change(practice, sql -> {
            judge(sql, practice, num, guard);
            return update(sql, caller, num, ProcTPRow.values(edit))
                    // nothing of it was new, or the row went after its plan was judged
                    .or(() -> find(sql, practice, num))
                    .orElseThrow(Refusal::procTPNotFound);
        });
    }

    @Override
    public void delete(Caller caller, ProcTPNum num, ProcTPGuard guard) {
        PracticeNum practice = caller.practice();
        database.change(practice, sql -> {
            judge(sql, practice, num, guard);
            return Rows.first(PostgresHistory.by(caller, clock).enter(sql, Change.Action.Deleted,
                    sql(DELETED, sql.deleteFrom(PROCTP).where(ProcTPRow.is(practice, num)).returningResult(PROCTP.asterisk())),
                    sql("select proctpnum from before")), row -> row.getLong(1)).orElseThrow(Refusal::procTPNotFound);
        });
    }

    /**
     * Locks the row's plan until the transaction ends, then has it judged.
     *
     * <p>Measured: any weaker lets a change land after the signature. A condition on the plan inside the change is judged
     * on an old version of it, and {@code for key share} does not wait for a signer that updates. {@code for share} does,
     * and two changes of one plan do not wait for each other.
     */
    private static void judge(DSLContext sql, PracticeNum practice, ProcTPNum num, ProcTPGuard guard) {
        TreatPlan plan = Rows.first(sql
                .select(TreatPlanRow.COLUMNS)
                .from(PROCTP).join(TREATPLAN).on(TreatPlanRow.OF_PROC_TP)
                .where(ProcTPRow.is(practice, num))
                .forShare().of(TREATPLAN), TreatPlanRow::read).orElseThrow(Refusal::procTPNotFound);
        guard.check(plan, () -> locked(sql, practice, num));
    }

    private static ProcTP locked(DSLContext sql, PracticeNum practice, ProcTPNum num) {
        // no join: after a wait the row is read anew, but what it was joined with is not
        return Rows.first(sql
                .select(ProcTPRow.RETURNED)
                .from(PROCTP)
                .where(ProcTPRow.is(practice, num))
                .forUpdate(), ProcTPRow::read).orElseThrow(Refusal::procTPNotFound);
    }

    /**
     * The row is locked, and so in its latest version, before anything of it is looked at: that version is what the update changes and
     * what the entry has as before, also when another edit of the row was committed since the statement has begun.
     */
    private Optional<ProcTP> update(DSLContext sql, Caller caller, ProcTPNum num, Map<Field<?>, Object> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        PostgresHistory history = PostgresHistory.by(caller, clock);
        Condition isRow = ProcTPRow.is(caller.practice(), num);
        return Rows.first(history.enter(sql, Change.Action.Updated,
                sql(EDITED,
                        sql.select(PROCTP.asterisk()).from(PROCTP).where(isRow).forNoKeyUpdate(),
                        sql.update(PROCTP).set(values).set(ProcTPRow.editedAt(history.moment())).from(BEFORE)
                                .where(isRow, changesAny(values)).returningResult(PROCTP.asterisk())),
                sql.select(ProcTPRow.RETURNED).from(table(name("after")).as(PROCTP))), ProcTPRow::read);
    }

    private static Condition changesAny(Map<Field<?>, Object> values) {
        return or(values.entrySet().stream().map(value -> changes(value.getKey(), value.getValue())).toList());
    }

    private static <T> Condition changes(Field<T> column, Object value) {
        return field(name(BEFORE.getName(), column.getName()), column.getDataType())
                .isDistinctFrom(column.getDataType().convert(value));
    }

    private static Optional<ProcTP> find(DSLContext sql, PracticeNum practice, ProcTPNum num) {
        return Rows.first(sql
                .select(ProcTPRow.JOINED)
                .from(PROCTP).leftJoin(DEFINITION).on(ProcTPRow.DEFINITION_OF_PRIORITY)
                .where(ProcTPRow.is(practice, num)), ProcTPRow::read);
    }
}
