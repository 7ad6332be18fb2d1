package proctp.postgres;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.sql;
import static proctp.postgres.generated.Tables.PROCTP;
import static proctp.postgres.generated.Tables.TREATPLAN;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.ResultQuery;
import proctp.application.Author;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.PracticeNum;

/**
 * Writes down what happens to a practice, as a part of the statement that makes it happen.
 *
 * <p>Locks are always taken in this order, so that nobody waits in a circle: the practice, if something new is to be numbered, or else
 * the plan; the plan's rows; at the very last how many changes the practice has seen ({@code lastchange}), which stays locked until the
 * transaction ends. So the numbers of changes are in the order of the commits, and whoever holds their place waits for nobody.
 *
 * @param caller whose transaction it is
 * @param moment when it does it
 */
record PostgresHistory(Caller caller, Instant moment) {

    /** What is to be entered, of each row and plan that has changed. */
    static final String HAPPENED = "happened (proctpnum, treatplannum, patnum, itemorder, before, after)";

    /**
     * Numbers what has happened, and enters it. A statement has its place in the order of locks from here: nothing is counted until
     * all that has happened is known, and so is done.
     */
    private static final String ENTERED = """
            counted as (
                insert into lastchange (practice_id, lastchangenum)
                select {0}, %s
                on conflict (practice_id) do update set lastchangenum = lastchange.lastchangenum + excluded.lastchangenum
                returning lastchangenum),
            entered as (
                insert into change (practice_id, changenum, made, action, apikeynum, developername, keyname, requestid,
                                    proctpnum, treatplannum, patnum, before, after)
                select {0}, %s,
                       {1}, {2}, {3}, {4}, {5}, {6}, proctpnum, treatplannum, patnum, before, after
                from happened, counted)""";

    /** A plan's entry is the first when it is new, and the last when it goes. */
    private static final String ALL_ENTERED = ENTERED.formatted("count(*) from happened having count(*) > 0", """
            lastchangenum - count(*) over () + row_number() over (
                order by treatplannum, (proctpnum = 0) = (after is null), itemorder, proctpnum)""");

    /** There is nothing to be put in order, which is a twentieth of what such a change costs the server. */
    private static final String ONE_ENTERED = ENTERED.formatted("1 from happened", "lastchangenum");

    private static final String CREATED = HAPPENED
            + " as (select 0, treatplannum, patnum, 0, null::jsonb, to_jsonb(treatplan) from treatplan where {0}"
            + " union all"
            + " select proctpnum, treatplannum, patnum, itemorder, null, " + row("proctp") + " from proctp where {1})";

    /** A history of what the caller does now. */
    static PostgresHistory by(Caller caller, Clock clock) {
        // as exact as it is kept
        return new PostgresHistory(caller, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** A row of proctp as it is kept, with the name that its priority has now; of the table, or what stands for it, of that name. */
    static String row(String proctp) {
        return ("to_jsonb(%1$s) || jsonb_build_object('priorityname', coalesce((select itemname from definition"
                + " where definition.practice_id = %1$s.practice_id and definition.defnum = %1$s.priority), ''))").formatted(proctp);
    }

    /**
     * A statement that makes something happen, and enters it.
     *
     * @param happening its common table expressions, of which the last is {@link #HAPPENED}
     * @param result    the query for its result
     */
    ResultQuery<?> enter(DSLContext sql, Change.Action action, QueryPart happening, QueryPart result) {
        ResultQuery<?> query = entering(sql, ALL_ENTERED, action, happening, result);
        values().forEach(query::bind);
        return query;
    }

    /** Such a statement that makes one thing happen at most, for any caller: its parameters are still to be given, as {@link #values}. */
    static ResultQuery<?> enteringOne(DSLContext sql, Change.Action action, QueryPart happening, QueryPart result) {
        return entering(sql, ONE_ENTERED, action, happening, result);
    }

    private static ResultQuery<?> entering(DSLContext sql, String entering, Change.Action action, QueryPart happening, QueryPart result) {
        QueryPart entered = sql(entering, param("practice", Long.class), param("moment", OffsetDateTime.class), inline(action.name()),
                param("apikeynum", Long.class), param("developername", String.class), param("keyname", String.class),
                param("requestid", String.class));
        return sql.resultQuery("with {0}, {1} {2}", happening, entered, result);
    }

    /** What its parameters are, by their names, in a map of the caller's own. */
    Map<String, Object> values() {
        Author author = caller.author();
        Map<String, Object> values = new HashMap<>();
        values.put("practice", caller.practice().value());
        values.put("moment", moment.atOffset(ZoneOffset.UTC));
        values.put("apikeynum", author.key().value());
        values.put("developername", author.developerName());
        values.put("keyname", author.keyName());
        values.put("requestid", author.requestId());
        return values;
    }

    /** Enters that plans have come with their rows, which the transaction has put in before. */
    void enterNew(DSLContext sql, Condition plans, Condition rows) {
        Rows.all(enter(sql, Change.Action.Created, sql(CREATED, plans, rows), sql("select lastchangenum from counted")), row -> row.getLong(1));
    }

    /** All of the practice's plans, as {@link #enterNew}. */
    void enterAllAsNew(DSLContext sql) {
        PracticeNum practice = caller.practice();
        enterNew(sql, TREATPLAN.PRACTICE_ID.eq(practice.value()), PROCTP.PRACTICE_ID.eq(practice.value()));
    }
}
