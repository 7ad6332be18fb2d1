package proctp.postgres;

import static java.util.stream.Collectors.toSet;
import static proctp.postgres.generated.Tables.APIKEY;
import static proctp.postgres.generated.Tables.CHANGE;
import static proctp.postgres.generated.Tables.DEFINITION;
import static proctp.postgres.generated.Tables.LASTCHANGE;
import static proctp.postgres.generated.Tables.POSTED;
import static proctp.postgres.generated.Tables.PRACTICE;
import static proctp.postgres.generated.Tables.PROCTP;
import static proctp.postgres.generated.Tables.TREATPLAN;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import proctp.application.PracticeNum;
import proctp.application.port.Practices;

/** Removes a whole practice, within one transaction that has named it. */
final class PracticeErasure {

    /** All that holds something of a practice; what refers to another comes before it. */
    private static final List<Table<?>> IN_ORDER =
            List.of(PROCTP, TREATPLAN, DEFINITION, POSTED, CHANGE, LASTCHANGE, APIKEY, PRACTICE);

    /** The names of the tables whose rows are removed. */
    static final Set<String> TABLES = IN_ORDER.stream().map(Table::getName).collect(toSet());

    /** Of this schema by their names alone; a table of the same name elsewhere, as a copy, is another one. */
    private static final String WITH_A_PRACTICE = """
            select n.nspname, c.relname, n.nspname = current_schema(),
                has_schema_privilege(n.oid, 'usage') and has_column_privilege(c.oid, a.attnum, 'select')
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'practice_id' and not a.attisdropped
            where c.relkind in ('r', 'p') and not c.relispartition
              and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
            order by 3 desc, 1, 2
            """;

    private final DSLContext sql;
    private final PracticeNum practice;

    PracticeErasure(DSLContext transaction, PracticeNum practice) {
        this.sql = transaction;
        this.practice = practice;
    }

    /** As {@link proctp.application.port.Practices#erase}. */
    boolean erase() {
        // who changes a plan holds that first, and a number of the practice last: the same order here, so that nobody is in a
        // circle with this; and longer than a request may wait, since this waits for all of them
        sql.execute("set local lock_timeout = '60s'");
        hold(TREATPLAN.TREATPLANNUM);
        hold(PRACTICE.PRACTICE_ID);
        // the triggers that guard what a patient has signed let go of what is no longer signed
        sql.update(TREATPLAN)
                .set(TREATPLAN.SIGNATURE, "")
                .set(TREATPLAN.SIGNEDDIGEST, new byte[0])
                .where(of(TREATPLAN), TREATPLAN.SIGNATURE.ne(""))
                .execute();
        sql.fetch("select set_config('proctp.forgetting', {0}, true)", DSL.val(Policy.text(practice)));
        int last = 0;
        for (Table<?> table : IN_ORDER) {
            last = sql.deleteFrom(table).where(of(table)).execute();
        }
        return last > 0;
    }

    private void hold(TableField<?, Long> num) {
        sql.execute("select from {0} where {1} order by {2} for update", num.getTable(), of(num.getTable()), num);
    }

    private Condition of(Table<?> table) {
        return table.field(PRACTICE.PRACTICE_ID).eq(practice.value());
    }

    /**
     * How many rows hold the number of a practice, in every table of the database that has a column for it, of whatever type; see
     * {@link proctp.application.port.Practices#count}.
     *
     * @param sql of a transaction that has named the practice
     */
    static Map<String, Long> count(DSLContext sql, PracticeNum practice) {
        Map<String, Long> counts = new LinkedHashMap<>();
        sql.fetch(WITH_A_PRACTICE).forEach(table -> {
            String schema = table.get(0, String.class);
            String name = table.get(1, String.class);
            counts.put(table.get(2, Boolean.class) ? name : schema + "." + name,
                    table.get(3, Boolean.class) ? count(sql, practice, DSL.name(schema, name)) : Practices.NOT_LOOKED_AT);
        });
        return counts;
    }

    private static long count(DSLContext sql, PracticeNum practice, Name table) {
        Object count = sql.fetchValue("select count(*) from {0} where practice_id::text = {1}", table, DSL.val(Policy.text(practice)));
        return ((Number) count).longValue();
    }
}
