package proctp.bootstrap;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The rows of an office as they once were, to be put back before each test: to fill it anew takes ten times as long. */
final class KeptTables implements AutoCloseable {

    private static final String TABLES = "select tablename from pg_tables where schemaname = 'public'"
            + " and tablename <> 'flyway_schema_history'";

    private final Connection superuser;
    private final Map<String, byte[]> rows = new TreeMap<>();
    private String written;

    /** Keeps what the office holds now. */
    KeptTables(EmbeddedDatabase database) throws SQLException, IOException {
        superuser = OfficeDirectory.connect(database);
        for (String table : texts(TABLES)) {
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            copies().copyOut("copy " + table + " to stdout", copy);
            rows.put(table, copy.toByteArray());
        }
        written = written();
    }

    /** Has these rows there and no others, past the triggers that refuse it. */
    void putBack() throws SQLException, IOException {
        if (written().equals(written)) {
            return;
        }
        execute("begin; set local session_replication_role = replica");
        for (String table : rows.keySet()) {
            execute("delete from " + table);
        }
        for (Map.Entry<String, byte[]> table : rows.entrySet()) {
            copies().copyIn("copy " + table.getKey() + " from stdin", new ByteArrayInputStream(table.getValue()));
        }
        execute("commit");
        written = written();
    }

    /** How far the log is that the database writes of every change before it makes it: while that stays there was none. */
    String written() throws SQLException {
        return texts("select pg_current_wal_insert_lsn()").get(0);
    }

    /** The one column that a query answers. */
    List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = superuser.createStatement(); ResultSet answer = statement.executeQuery(query)) {
            while (answer.next()) {
                texts.add(answer.getString(1));
            }
        }
        return texts;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    private CopyManager copies() throws SQLException {
        return superuser.unwrap(PGConnection.class).getCopyAPI();
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
    }
}
