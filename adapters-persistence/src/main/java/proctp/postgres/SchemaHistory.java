package proctp.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * What the tables say of their own making. Asked first, since it is one statement: Flyway takes longer to find out that there is nothing to do
 * than PostgreSQL takes to start.
 */
final class SchemaHistory {

    /** The files with the migrations, in their order. */
    static final List<String> MIGRATIONS = List.of(
            "V1__office.sql", "V2__life_of_a_plan.sql", "V3__keys.sql", "V4__changes.sql", "V5__isolation.sql");

    private SchemaHistory() {
    }

    /**
     * Whether exactly our migrations were made here, each as it is written now. Where they were not, it is for Flyway to tell what that means.
     */
    static boolean isOurs(Statement statement) throws SQLException {
        return isReadable(statement) && made(statement).equals(MIGRATIONS.stream().map(SchemaHistory::asMade).toList());
    }

    private static boolean isReadable(Statement statement) throws SQLException {
        try (ResultSet answer = statement.executeQuery(
                "select coalesce(has_table_privilege(to_regclass(quote_ident(current_schema()) || '.flyway_schema_history'), 'select'),"
                        + " false)")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static List<String> made(Statement statement) throws SQLException {
        List<String> made = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select script, checksum, success from flyway_schema_history order by installed_rank")) {
            while (rows.next()) {
                made.add(line(rows.getString(1), rows.getInt(2), rows.getBoolean(3)));
            }
        }
        return made;
    }

    private static String asMade(String migration) {
        return line(migration, checksum(migration), true);
    }

    private static String line(String script, int checksum, boolean success) {
        return script + " " + checksum + " " + success;
    }

    /** As Flyway computes it: of the lines, whatever their ends are. */
    private static int checksum(String migration) {
        CRC32 sum = new CRC32();
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                SchemaHistory.class.getResourceAsStream("/db/migration/" + migration), UTF_8))) {
            for (String line = file.readLine(); line != null; line = file.readLine()) {
                sum.update(line.getBytes(UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return (int) sum.getValue();
    }
}
