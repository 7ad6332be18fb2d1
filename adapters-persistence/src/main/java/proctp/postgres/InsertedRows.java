package proctp.postgres;

import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/** Puts any number of rows into a table. Not by COPY, which PostgreSQL refuses where policies keep practices apart. */
final class InsertedRows {

    /** Sent at once; the driver makes fewer statements of them. */
    private static final int AT_ONCE = 1_000;

    private InsertedRows() {
    }

    /**
     * Puts all of them in. What the iterator throws comes out as it is.
     *
     * @param values gives what to store of each, in the order of the columns
     */
    static <T> void into(DSLContext sql, Table<?> table, List<Field<?>> columns, Iterator<T> rows, Function<T, Object[]> values) {
        while (rows.hasNext()) {
            BatchBindStep batch = sql.batch(sql.insertInto(table, columns).values(new Object[columns.size()]));
            for (int i = 0; i < AT_ONCE && rows.hasNext(); i++) {
                batch = batch.bind(values.apply(rows.next()));
            }
            batch.execute();
        }
    }
}
