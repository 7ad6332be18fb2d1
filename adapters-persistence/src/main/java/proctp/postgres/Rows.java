package proctp.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.ResultQuery;
import org.jooq.exception.DataAccessException;
import proctp.application.PracticeNum;

/**
 * Reads what a statement gives, by position and straight from the driver: a jOOQ record between the two, with a look-up
 * by name for each column, costs about as much as all the rest of a request.
 */
final class Rows {

    private static final int FETCHED_AT_ONCE = 2_000;

    private Rows() {
    }

    /** Makes a domain value of a row. */
    @FunctionalInterface
    interface Reader<T> {

        /** @param row at the row to read; not to be moved */
        T read(ResultSet row) throws SQLException;
    }

    /** All rows. */
    static <T> List<T> all(ResultQuery<?> query, Reader<T> reader) {
        Optional<ResultQuery<?>> naming = Policy.naming(query);
        try (ResultSet first = naming.orElse((ResultQuery) query).fetchResultSet()) {
            return naming.isPresent() ? next(first.getStatement(), reader) : all(first, reader);
        } catch (SQLException failure) {
            throw new DataAccessException("rows could not be read", failure);
        }
    }

    /** All rows, one by one; only some of them are held at once, if the query is asked within a transaction. */
    static <T> void each(ResultQuery<?> query, Reader<T> reader, Consumer<T> taker) {
        try (ResultSet rows = query.fetchSize(FETCHED_AT_ONCE).fetchResultSet()) {
            while (rows.next()) {
                taker.accept(reader.read(rows));
            }
        } catch (SQLException failure) {
            throw new DataAccessException("rows could not be read", failure);
        }
    }

    /** The only row, if there is one. */
    static <T> Optional<T> first(ResultQuery<?> query, Reader<T> reader) {
        return all(query, reader).stream().findFirst();
    }

    /** All rows of a statement whose parameters are numbers, after {@link Policy#NAMING}. */
    static <T> List<T> all(Connection connection, PracticeNum practice, String namingSql, Reader<T> reader, long... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(namingSql)) {
            bind(statement, practice, parameters);
            statement.execute();
            return next(statement, reader);
        }
    }

    /** The only row of a statement whose parameters are numbers, after {@link Policy#NAMING}, if there is one. */
    static <T> Optional<T> first(Connection connection, PracticeNum practice, String namingSql, Reader<T> reader, long... parameters)
            throws SQLException {
        return all(connection, practice, namingSql, reader, parameters).stream().findFirst();
    }

    /** Gives the parameters of a statement their values: first the practice that it names, then numbers. */
    static void bind(PreparedStatement statement, PracticeNum practice, long... numbers) throws SQLException {
        statement.setString(1, Policy.text(practice));
        for (int i = 0; i < numbers.length; i++) {
            statement.setLong(i + 2, numbers[i]);
        }
    }

    /** All rows of the next of several results. */
    static <T> List<T> next(Statement statement, Reader<T> reader) throws SQLException {
        statement.getMoreResults();
        try (ResultSet rows = statement.getResultSet()) {
            return all(rows, reader);
        }
    }

    private static <T> List<T> all(ResultSet rows, Reader<T> reader) throws SQLException {
        List<T> read = new ArrayList<>();
        while (rows.next()) {
            read.add(reader.read(rows));
        }
        return read;
    }

    /** A date; empty where there is none. */
    static Optional<LocalDate> date(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    /** A moment, whatever the session's time zone; empty where there is none. */
    static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** A moment as it is stored: in whole seconds, as the vendor has them. */
    static OffsetDateTime stored(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
    }
}
