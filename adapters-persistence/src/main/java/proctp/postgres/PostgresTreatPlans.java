package proctp.postgres;

import static proctp.postgres.generated.Tables.TREATPLAN;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.PracticeNum;
import proctp.application.TreatPlanFilter;
import proctp.application.port.Signing;
import proctp.application.port.TreatPlans;
import proctp.domain.Refusal;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;

/** The plans on PostgreSQL. */
final class PostgresTreatPlans implements TreatPlans {

    private final Database database;
    private final Clock clock;

    PostgresTreatPlans(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<TreatPlan> list(Caller caller, TreatPlanFilter filter, Page page) {
        return database.ask(sql -> Rows.all(sql
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
    public boolean exists(Caller caller, TreatPlanNum num) {
        return database.ask(sql -> sql.fetchExists(TREATPLAN, TreatPlanRow.is(caller.practice(), num)));
    }

    @Override
    public TreatPlan sign(Caller caller, TreatPlanNum num, Signing signing) {
        PracticeNum practice = caller.practice();
        return database.change(sql -> {
            TreatPlan plan = locked(sql, practice, num);
            TreatPlan.Signature signature = signing.sign(plan, PostgresProcTPs.all(sql, practice, num));
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            return Rows.first(sql
                    .update(TREATPLAN)
                    .set(TreatPlanRow.signature(plan.signedBy(signature, now)))
                    .where(TreatPlanRow.is(practice, num))
                    .returningResult(TreatPlanRow.COLUMNS), TreatPlanRow::read).orElseThrow();
        });
    }

    /** The plan, alone: its changes that were under way are done, later ones wait, and so does another signing. */
    private static TreatPlan locked(DSLContext sql, PracticeNum practice, TreatPlanNum num) {
        return Rows.first(sql
                .select(TreatPlanRow.COLUMNS)
                .from(TREATPLAN)
                .where(TreatPlanRow.is(practice, num))
                .forUpdate(), TreatPlanRow::read).orElseThrow(Refusal::treatPlanNotFound);
    }
}
