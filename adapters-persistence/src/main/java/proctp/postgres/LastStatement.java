package proctp.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.Query;
import org.jooq.conf.ParamType;

/**
 * The last statement of a transaction, which is committed in the same message.
 *
 * @param text   what is asked
 * @param values what to give for its parameters, by their names
 * @param reader of its row
 */
record LastStatement<T>(Text text, Map<String, Object> values, Rows.Reader<T> reader) {

    /** Before the name of a parameter. */
    static final String PREFIX = "$";

    private static final Pattern PARAMETER = Pattern.compile(Pattern.quote(PREFIX) + "(\\w+)");

    /**
     * Its text, which is put together once for any number of transactions.
     *
     * @param sql        with a question mark for each parameter, and with the commit
     * @param parameters their names, in that order
     */
    record Text(String sql, List<String> parameters) {

        /** The text of a query, all of whose parameters have names. */
        static Text of(Query query) {
            return of(query.getSQL(ParamType.NAMED));
        }

        /** The text of a query in which each parameter is its name, after {@link #PREFIX}. */
        static Text of(String named) {
            return new Text(PARAMETER.matcher(named).replaceAll("?") + "; commit",
                    PARAMETER.matcher(named).results().map(found -> found.group(1)).toList());
        }
    }

    /** The statement, ready to be executed. */
    PreparedStatement prepared(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.sql());
        for (int i = 0; i < text.parameters().size(); i++) {
            statement.setObject(i + 1, values.get(text.parameters().get(i)));
        }
        return statement;
    }

    /** What it has answered; empty when it gave no row. */
    Optional<T> read(PreparedStatement executed) throws SQLException {
        try (ResultSet row = executed.getResultSet()) {
            return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
        }
    }
}
