package proctp.postgres;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sql;
import static org.jooq.impl.DSL.table;
import static proctp.postgres.generated.Tables.PRACTICE;
import static proctp.postgres.generated.Tables.PROCTP;
import static proctp.postgres.generated.Tables.TREATPLAN;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectConditionStep;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.Change.Versions;
import proctp.application.IdempotencyKey;
import proctp.application.Page;
import proctp.application.Posted;
import proctp.application.PracticeNum;
import proctp.application.TreatPlanFilter;
import proctp.application.port.PlanGuard;
import proctp.application.port.PlanRevision;
import proctp.application.port.TreatPlans;
import proctp.domain.EditStamp;
import proctp.domain.NewTreatPlan;
import proctp.domain.ProcTPNum;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** The plans on PostgreSQL. */
final class PostgresTreatPlans implements TreatPlans {

    /** Of a revision, for {@link PostgresHistory}: how the plan, which is locked, is read, and how it is changed. */
    private static final String REVISED = "before as materialized ({0}), after as ({1}), " + PostgresHistory.HAPPENED
            + " as (select 0, after.treatplannum, after.patnum, 0, to_jsonb(before), to_jsonb(after) from before, after)";

    /** Of a delete, for the same: how the rows of the plan are taken out, and how the plan is. */
    private static final String DELETED = "its as ({0}), plan as ({1}), " + PostgresHistory.HAPPENED
            + " as (select proctpnum, treatplannum, patnum, itemorder, " + PostgresHistory.row("its") + ", null::jsonb from its"
            + " union all select 0, treatplannum, patnum, 0, to_jsonb(plan), null from plan)";

    private final Database database;
    private final Clock clock;
    private final PostgresPosts posts;

    PostgresTreatPlans(Database database, Clock clock, PostgresPosts posts) {
        this.database = database;
        this.clock = clock;
        this.posts = posts;
    }

    @Override
    public List<TreatPlan> list(Caller caller, TreatPlanFilter filter, Page page) {
        return database.ask(caller.practice(), sql -> Rows.all(sql
                .select(TreatPlanRow.COLUMNS)
                .from(TREATPLAN)
                .where(passes(caller.practice(), filter))
                .orderBy(TREATPLAN.TREATPLANNUM)
                .offset(page.offset())
                .limit(page.limit()), TreatPlanRow::read));
    }

    private static List<Condition> passes(PracticeNum practice, TreatPlanFilter filter) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(TREATPLAN.PRACTICE_ID.eq(practice.value()));
        filter.patNum().ifPresent(patNum -> conditions.add(TREATPLAN.PATNUM.eq(patNum)));
        filter.status().ifPresent(status -> conditions.add(TREATPLAN.TPSTATUS.eq(status.name())));
        // what is stored has whole seconds, so it is later than a moment exactly when it is later than its second
        filter.changedAfter().ifPresent(time -> conditions.add(TREATPLAN.SECDATETEDIT.gt(Rows.stored(time))));
        return conditions;
    }

    @Override
    public Optional<TreatPlan> find(Caller caller, TreatPlanNum num) {
        return database.ask(caller.practice(), sql -> Rows.first(one(sql, caller.practice(), num), TreatPlanRow::read));
    }

    @Override
    public Set<TreatPlanNum> existing(Caller caller, Set<TreatPlanNum> nums) {
        return Set.copyOf(database.ask(caller.practice(), sql -> Rows.all(sql
                .select(TREATPLAN.TREATPLANNUM)
                .from(TREATPLAN)
                .where(TREATPLAN.PRACTICE_ID.eq(caller.practice().value()),
                        TREATPLAN.TREATPLANNUM.eq(any(TreatPlanRow.numbers(nums)))),
                row -> new TreatPlanNum(row.getLong(1)))));
    }

    @Override
    public List<TreatPlan> signed(Caller caller, TreatPlanNum after, int limit) {
        return database.ask(caller.practice(), sql -> Rows.all(sql
                .select(TreatPlanRow.COLUMNS)
                .from(TREATPLAN)
                .where(TREATPLAN.PRACTICE_ID.eq(caller.practice().value()), TREATPLAN.TREATPLANNUM.gt(after.value()),
                        TREATPLAN.SIGNATURE.ne(""))
                .orderBy(TREATPLAN.TREATPLANNUM)
                .limit(limit), TreatPlanRow::read));
    }

    @Override
    public Posted<TreatPlan> save(Caller caller, NewTreatPlan plan, Optional<IdempotencyKey> key) {
        return posts.post(caller, key, new PostgresPosts.Work<>() {

            @Override
            public PostgresPosts.Receipt make(DSLContext sql, PracticeNum practice, PostgresPosts.Now now) {
                int rows = plan.procTPs().size();
                PostgresPosts.Receipt receipt = now.receipt(PostgresPosts.next(
                        sql, practice, PRACTICE.LASTTREATPLANNUM, TREATPLAN.TREATPLANNUM, 1), 0);
                TreatPlan saved = value(receipt);
                sql.insertInto(TREATPLAN, TreatPlanRow.COLUMNS).values(TreatPlanRow.values(practice, saved, "")).execute();
                if (rows > 0) {
                    ProcTPNum first = new ProcTPNum(PostgresPosts.next(
                            sql, practice, PRACTICE.LASTPROCTPNUM, PROCTP.PROCTPNUM, rows));
                    // in one statement however many there are, since others wait for the practice's numbers
                    InsertedRows.into(sql, PROCTP, ProcTPRow.COLUMNS, plan.procTPs(saved, first).iterator(),
                            row -> ProcTPRow.values(practice, row));
                }
                return receipt;
            }

            @Override
            public void enter(DSLContext sql, PostgresPosts.Receipt receipt) {
                TreatPlanNum num = new TreatPlanNum(receipt.num());
                new PostgresHistory(caller, receipt.moment()).enterNew(sql, TreatPlanRow.is(caller.practice(), num),
                        ProcTPRow.of(caller.practice(), num));
            }

            @Override
            public TreatPlan value(PostgresPosts.Receipt receipt) {
                return plan.treatPlan(new TreatPlanNum(receipt.num()), new EditStamp(0, Optional.of(receipt.day()),
                        receipt.moment().truncatedTo(ChronoUnit.SECONDS)));
            }
        });
    }

    @Override
    public TreatPlan revise(Caller caller, TreatPlanNum num, PlanRevision revision) {
        PracticeNum practice = caller.practice();
        return database.change(practice, sql -> {
            TreatPlan plan = locked(sql, practice, num);
            TreatPlan revised = revision.revise(plan, () -> PostgresProcTPs.all(sql, practice, num),
                    clock.instant().truncatedTo(ChronoUnit.SECONDS));
            return revised.equals(plan) ? plan : update(sql, caller, plan, revised);
        });
    }

    private TreatPlan update(DSLContext sql, Caller caller, TreatPlan plan, TreatPlan revised) {
        PostgresHistory history = PostgresHistory.by(caller, clock);
        Condition isPlan = TreatPlanRow.is(caller.practice(), plan.num());
        Change.Action action = Change.ofTreatPlan(0, history.moment(), caller.author(), Versions.updated(plan, revised)).action();
        return Rows.first(history.enter(sql, action,
                sql(REVISED,
                        sql.select(TREATPLAN.asterisk()).from(TREATPLAN).where(isPlan),
                        sql.update(TREATPLAN).set(TreatPlanRow.revised(revised)).where(isPlan).returningResult(TREATPLAN.asterisk())),
                sql.select(TreatPlanRow.COLUMNS).from(table(name("after")).as(TREATPLAN))), TreatPlanRow::read).orElseThrow();
    }

    @Override
    public void delete(Caller caller, TreatPlanNum num, PlanGuard guard) {
        PracticeNum practice = caller.practice();
        database.change(practice, sql -> {
            guard.check(locked(sql, practice, num));
            return Rows.first(PostgresHistory.by(caller, clock).enter(sql, Change.Action.Deleted,
                    sql(DELETED,
                            sql.deleteFrom(PROCTP).where(ProcTPRow.of(practice, num)).returningResult(PROCTP.asterisk()),
                            sql.deleteFrom(TREATPLAN).where(TreatPlanRow.is(practice, num)).returningResult(TREATPLAN.asterisk())),
                    sql("select treatplannum from plan")), row -> row.getLong(1)).orElseThrow();
        });
    }

    /** The plan, alone: its changes that were under way are done, later ones wait, and so does another signing. */
    private static TreatPlan locked(DSLContext sql, PracticeNum practice, TreatPlanNum num) {
        return Rows.first(one(sql, practice, num).forUpdate(), TreatPlanRow::read).orElseThrow(Refusal::treatPlanNotFound);
    }

    private static SelectConditionStep<?> one(DSLContext sql, PracticeNum practice, TreatPlanNum num) {
        return sql.select(TreatPlanRow.COLUMNS).from(TREATPLAN).where(TreatPlanRow.is(practice, num));
    }
}
