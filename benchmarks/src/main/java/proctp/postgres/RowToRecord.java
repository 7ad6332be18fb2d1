package proctp.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import proctp.domain.DefNum;
import proctp.domain.ProcTP;
import proctp.domain.TxPriority;

/** Of the list of ten rows: what becomes of the driver's rows, which are there already. */
@State(Scope.Thread)
public class RowToRecord {

    /** System properties that say where the office is that was loaded, and how to get in: this is its data directory. */
    public static final String OFFICE = "benchmarks.office";
    /** Of its database. */
    public static final String URL = "benchmarks.url";
    /** The role, which is the superuser. */
    public static final String USER = "benchmarks.user";

    private static final int ROWS = 10;

    /** By then the driver has the rows in binary, as a service that runs. */
    private static final int ASKED = 10;

    private static final TxPriority KNOWN = new TxPriority(new DefNum(1), "High");

    private Connection connection;
    private ResultSet rows;

    /**
     * Has the rows of a plan sent.
     *
     * @throws IllegalStateException when there are not ten, as in an office that is not loaded
     */
    @Setup
    public void ask() throws SQLException, IOException {
        // no property, since JMH prints what a process is called with
        String password = Files.readString(Path.of(System.getProperty(OFFICE), "database-password")).strip();
        connection = DriverManager.getConnection(System.getProperty(URL), System.getProperty(USER), password);
        PreparedStatement list = connection.prepareStatement(PlanRows.NAMELESS, ResultSet.TYPE_SCROLL_INSENSITIVE,
                ResultSet.CONCUR_READ_ONLY);
        for (int i = 0; i < ASKED; i++) {
            list.setString(1, "1");
            for (int parameter = 2; parameter <= 5; parameter++) {
                list.setLong(parameter, List.of(1L, 1L, 0L, 100L).get(parameter - 2));
            }
            rows = list.executeQuery();
        }
        int found = tenRowsToRecords().size();
        if (found != ROWS) {
            throw new IllegalStateException("Plan 1 of practice 1 has %d rows and not %d: benchmarks/run load --office=%s loads them."
                    .formatted(found, ROWS, System.getProperty(OFFICE)));
        }
    }

    /** Reads them. */
    @Benchmark
    public List<ProcTP> tenRowsToRecords() throws SQLException {
        List<ProcTP> records = new ArrayList<>();
        rows.beforeFirst();
        while (rows.next()) {
            records.add(ProcTPRow.read(rows, KNOWN));
        }
        return records;
    }

    /** Leaves. */
    @TearDown
    public void leave() throws SQLException {
        connection.close();
    }
}
