package proctp.postgres;

import static proctp.postgres.generated.Tables.DEFINITION;
import static proctp.postgres.generated.Tables.PRACTICE;
import static proctp.postgres.generated.Tables.PROCTP;
import static proctp.postgres.generated.Tables.TREATPLAN;

import java.time.Clock;
import java.util.Optional;
import org.jooq.DSLContext;
import proctp.application.Caller;
import proctp.application.Practice;
import proctp.application.PracticeNum;
import proctp.application.PracticeSink;
import proctp.application.PracticeSource;
import proctp.application.port.Archive;

/** Whole practices on PostgreSQL. */
final class PostgresArchive implements Archive {

    private final Database database;
    private final Clock clock;

    PostgresArchive(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean show(Caller caller, PracticeSink sink) {
        PracticeNum practice = caller.practice();
        return database.move(sql -> {
            sql.execute("set transaction isolation level repeatable read, read only");
            Policy.name(practice, sql);
            Optional<Practice> there = Rows.first(
                    sql.select(PracticeRow.COLUMNS).from(PRACTICE).where(PracticeRow.is(practice)), PracticeRow::read);
            there.ifPresent(found -> {
                sink.practice().accept(found);
                show(sql, practice, sink);
            });
            return there.isPresent();
        });
    }

    private static void show(DSLContext sql, PracticeNum practice, PracticeSink sink) {
        Rows.each(sql.select(PostgresDefinitions.COLUMNS).from(DEFINITION)
                .where(DEFINITION.PRACTICE_ID.eq(practice.value()))
                .orderBy(DEFINITION.DEFNUM), PostgresDefinitions::read, sink.definitions());
        Rows.each(sql.select(TreatPlanRow.COLUMNS).from(TREATPLAN)
                .where(TREATPLAN.PRACTICE_ID.eq(practice.value()))
                .orderBy(TREATPLAN.TREATPLANNUM), TreatPlanRow::read, sink.treatPlans());
        Rows.each(sql.select(ProcTPRow.JOINED).from(PROCTP).leftJoin(DEFINITION).on(ProcTPRow.DEFINITION_OF_PRIORITY)
                .where(PROCTP.PRACTICE_ID.eq(practice.value()))
                .orderBy(PROCTP.PROCTPNUM), ProcTPRow::read, sink.procTPs());
    }

    @Override
    public boolean fill(Caller caller, PracticeSource source) {
        return database.move(sql -> {
            Policy.name(caller.practice(), sql);
            return new PracticeFill(sql, PostgresHistory.by(caller, clock)).fillIfEmpty(source);
        });
    }
}
