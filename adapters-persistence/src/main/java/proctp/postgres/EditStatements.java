package proctp.postgres;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.sql;
import static org.jooq.impl.DSL.table;
import static proctp.postgres.generated.Tables.PROCTP;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import proctp.application.Change;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;

/**
 * The statements that change members of a row, one for each choice of members: to put such a text together takes longer than all else
 * that the service does for an edit.
 */
final class EditStatements {

    private static final Table<?> BEFORE = table(name("before"));

    /** For {@link PostgresHistory}: how the row is locked, and how it is changed. */
    private static final String EDITED = "before as materialized ({0}), after as ({1}), " + PostgresHistory.HAPPENED
            + " as (select after.proctpnum, after.treatplannum, after.patnum, after.itemorder, "
            + PostgresHistory.row("before") + ", " + PostgresHistory.row("after") + " from before, after)";

    /** The row as it is now, changed or not; none when it went after its plan was judged. */
    private static final Table<?> NOW = table("(select * from after union all select * from before where not exists (select from after))");

    /** Programs edit a few members, and always the same ones; whoever tries all choices out must not fill the memory. */
    static final int KEPT = 200;

    final Cache<List<Field<?>>, LastStatement.Text> kept = Caffeine.newBuilder().maximumSize(KEPT).build();

    /**
     * The statement that edits a row, and enters that.
     *
     * @param values by their columns, at least one
     */
    LastStatement<ProcTP> of(PostgresHistory history, ProcTPNum num, Map<Field<?>, Object> values) {
        Map<String, Object> given = history.values();
        given.put("proctpnum", num.value());
        given.put("now", Rows.stored(history.moment()));
        values.forEach((column, value) -> given.put(column.getName(), value));
        return new LastStatement<>(kept.get(List.copyOf(values.keySet()), EditStatements::put), given, ProcTPRow::read);
    }

    /**
     * The row is locked, and so in its latest version, before anything of it is looked at: that version is what the update changes and
     * what the entry has as before, also when another edit of the row was committed since the statement has begun.
     */
    private static LastStatement.Text put(List<Field<?>> columns) {
        Map<Field<?>, Field<?>> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column, param(column.getName(), column.getDataType())));
        return Database.lastText(sql -> PostgresHistory.enteringOne(sql, Change.Action.Updated,
                sql(EDITED,
                        sql.select(PROCTP.asterisk()).from(PROCTP).where(ProcTPRow.IS).forNoKeyUpdate(),
                        sql.update(PROCTP).set(values).set(ProcTPRow.editedAt(param("now", OffsetDateTime.class))).from(BEFORE)
                                .where(ProcTPRow.IS, changesAny(columns)).returningResult(PROCTP.asterisk())),
                sql.select(ProcTPRow.RETURNED).from(NOW.as(PROCTP))));
    }

    private static Condition changesAny(List<Field<?>> columns) {
        return or(columns.stream().map(EditStatements::changes).toList());
    }

    private static <T> Condition changes(Field<T> column) {
        return field(name(BEFORE.getName(), column.getName()), column.getDataType())
                .isDistinctFrom(param(column.getName(), column.getDataType()));
    }
}
