package proctp.postgres;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static proctp.postgres.generated.Tables.CHANGE;
import static proctp.postgres.generated.Tables.LASTCHANGE;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import proctp.application.ApiKeyNum;
import proctp.application.Author;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.Change.Versions;
import proctp.application.ChangeFilter;
import proctp.application.PracticeNum;
import proctp.application.port.Changes;

/** What has happened, on PostgreSQL. */
final class PostgresChanges implements Changes {

    /** What is read of an entry itself; {@link #read} goes by this order. */
    private static final List<Field<?>> COLUMNS = List.of(CHANGE.CHANGENUM, CHANGE.MADE, CHANGE.APIKEYNUM, CHANGE.DEVELOPERNAME,
            CHANGE.KEYNAME, CHANGE.REQUESTID, CHANGE.PROCTPNUM, field(CHANGE.BEFORE.isNotNull()), field(CHANGE.AFTER.isNotNull()));

    /** Behind it, what it was before and is after it: of the one that it is about, the other's columns are null. */
    private static final List<Field<?>> WITH_VERSIONS = Stream.of(COLUMNS,
                    ProcTPRow.columnsOf("rowbefore", field("change.before ->> 'priorityname'", String.class)),
                    ProcTPRow.columnsOf("rowafter", field("change.after ->> 'priorityname'", String.class)),
                    TreatPlanRow.columnsOf("planbefore"),
                    TreatPlanRow.columnsOf("planafter"))
            .<Field<?>>flatMap(List::stream).toList();

    private static final int ROW = COLUMNS.size();
    private static final int PLAN = ROW + 2 * ProcTPRow.JOINED.size();

    /** The entries are found first, so that nothing is read of those that are not wanted. */
    private static final String LIST = """
            select {0} from ({1}) change
            cross join lateral jsonb_populate_record(null::proctp, case when change.proctpnum > 0 then change.before end) rowbefore
            cross join lateral jsonb_populate_record(null::proctp, case when change.proctpnum > 0 then change.after end) rowafter
            cross join lateral jsonb_populate_record(null::treatplan, case when change.proctpnum = 0 then change.before end) planbefore
            cross join lateral jsonb_populate_record(null::treatplan, case when change.proctpnum = 0 then change.after end) planafter
            order by change.changenum""";

    private final Database database;

    PostgresChanges(Database database) {
        this.database = database;
    }

    @Override
    public List<Change> list(Caller caller, ChangeFilter filter, int limit) {
        return database.ask(caller.practice(), sql -> Rows.all(sql.resultQuery(LIST, DSL.list(WITH_VERSIONS), sql
                .select(CHANGE.asterisk())
                .from(CHANGE)
                .where(passes(caller.practice(), filter))
                .orderBy(CHANGE.CHANGENUM)
                .limit(limit)), PostgresChanges::read));
    }

    private static List<Condition> passes(PracticeNum practice, ChangeFilter filter) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(CHANGE.PRACTICE_ID.eq(practice.value()));
        conditions.add(CHANGE.CHANGENUM.gt(filter.after()));
        filter.plan().ifPresent(plan -> conditions.add(CHANGE.TREATPLANNUM.eq(plan.value())));
        filter.patNum().ifPresent(patNum -> conditions.add(CHANGE.PATNUM.eq(patNum)));
        filter.since().ifPresent(time -> conditions.add(CHANGE.MADE.ge(notBefore(time))));
        filter.key().ifPresent(key -> conditions.add(CHANGE.APIKEYNUM.eq(key.value())));
        return conditions;
    }

    /** The first moment as they are kept, in whole microseconds, that is not before that one. */
    private static OffsetDateTime notBefore(Instant moment) {
        return moment.plusNanos(999).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static Change read(ResultSet row) throws SQLException {
        long num = row.getLong(1);
        Instant moment = Rows.instant(row, 2).orElseThrow();
        Author author = new Author(new ApiKeyNum(row.getLong(3)), row.getString(4), row.getString(5), row.getString(6));
        return row.getLong(7) > 0
                ? Change.ofProcTP(num, moment, author, versions(row, ProcTPRow::read, ROW, ProcTPRow.JOINED.size()))
                : Change.ofTreatPlan(num, moment, author, versions(row, TreatPlanRow::read, PLAN, TreatPlanRow.COLUMNS.size()));
    }

    /** Reads what comes behind so many columns. */
    private interface VersionReader<T> {
        T read(ResultSet row, int behind) throws SQLException;
    }

    private static <T> Versions<T> versions(ResultSet row, VersionReader<T> reader, int behind, int columns) throws SQLException {
        return new Versions<>(
                row.getBoolean(8) ? Optional.of(reader.read(row, behind)) : Optional.empty(),
                row.getBoolean(9) ? Optional.of(reader.read(row, behind + columns)) : Optional.empty());
    }

    @Override
    public Map<PracticeNum, Long> last(Collection<Caller> callers) {
        Long[] practices = callers.stream().map(caller -> caller.practice().value()).distinct().toArray(Long[]::new);
        Map<PracticeNum, Long> last = new HashMap<>();
        database.ask(sql -> Rows.all(sql.resultQuery("select practice_id, lastchangenum from lastchange_of({0})", val(practices)),
                row -> Map.entry(new PracticeNum(row.getLong(1)), row.getLong(2))))
                .forEach(practice -> last.put(practice.getKey(), practice.getValue()));
        return last;
    }

    @Override
    public long forget(Caller caller, Instant before) {
        PracticeNum practice = caller.practice();
        return database.move(sql -> {
            Policy.name(practice, sql);
            // what the table asks of whoever takes something out of it
            sql.fetch("select set_config('proctp.forgetting', {0}, true)", val(Policy.text(practice)));
            return (long) sql.deleteFrom(CHANGE)
                    .where(CHANGE.PRACTICE_ID.eq(practice.value()), CHANGE.MADE.lt(notBefore(before)),
                            CHANGE.CHANGENUM.lt(select(LASTCHANGE.LASTCHANGENUM).from(LASTCHANGE)
                                    .where(LASTCHANGE.PRACTICE_ID.eq(practice.value()))))
                    .execute();
        });
    }
}
