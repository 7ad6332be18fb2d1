package proctp.postgres;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Puts any number of rows into a table, thousands in one statement, of which each column is one parameter. (COPY is a little faster,
 * but PostgreSQL refuses it where policies keep the practices apart; an insert of many parameters takes three times as long.)
 */
final class InsertedRows {

    /** Of one statement; measured: with many more or fewer it takes longer. */
    private static final int ROWS = 2_000;

    private static final HexFormat HEX = HexFormat.of();

    private InsertedRows() {
    }

    /**
     * Puts all of them in. What the iterator throws comes out as it is.
     *
     * @param values gives what to store of each, in the order of the columns
     */
    static <T> void into(DSLContext sql, Table<?> table, List<Field<?>> columns, Iterator<T> rows, Function<T, Object[]> values) {
        String statement = "insert into %s (%s) select * from unnest(%s)".formatted(table.getName(),
                columns.stream().map(Field::getName).collect(joining(", ")),
                String.join(", ", Collections.nCopies(columns.size(), "?")));
        List<String> types = columns.stream().map(column -> column.getDataType().getTypeName(sql.configuration())).toList();
        while (rows.hasNext()) {
            List<List<String>> some = some(rows, values, columns.size());
            sql.connection(connection -> send(connection, statement, types, some));
        }
    }

    /** Some of the rows, column by column. */
    private static <T> List<List<String>> some(Iterator<T> rows, Function<T, Object[]> values, int columns) {
        List<List<String>> some = Stream.generate(() -> (List<String>) new ArrayList<String>()).limit(columns).toList();
        for (int i = 0; i < ROWS && rows.hasNext(); i++) {
            Object[] row = values.apply(rows.next());
            for (int column = 0; column < columns; column++) {
                some.get(column).add(text(row[column]));
            }
        }
        return some;
    }

    private static void send(Connection connection, String sql, List<String> types, List<List<String>> columns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                statement.setArray(i + 1, connection.createArrayOf(types.get(i), columns.get(i).toArray()));
            }
            statement.executeUpdate();
        }
    }

    /** As PostgreSQL reads it. */
    private static String text(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof BigDecimal amount) {
            return amount.toPlainString();
        }
        return value instanceof byte[] bytes ? "\\x" + HEX.formatHex(bytes) : value.toString();
    }
}
