package proctp.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.ProcTPFilter;
import proctp.application.port.ProcTPGuard;
import proctp.application.port.ProcTPs;
import proctp.domain.DefNum;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPEdit;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlanNum;
import proctp.domain.TxPriority;

/**
 * The rows of saved plans as they were read before the database kept the practices apart: by the same statement, through the same kind
 * of pool, but without naming the practice to the server, which takes a role that needs no name. Plans are listed and nothing else.
 */
public final class UnnamedProcTPs implements ProcTPs, AutoCloseable {

    private static final String LIST = PlanRows.NAMELESS.replaceFirst("\\(\\(select set_config.*? is not null\\) and ", "");
    private static final TxPriority KNOWN = new TxPriority(new DefNum(1), "High");

    private final Database database;
    private final PostgresOffice office;

    /** @param settings of a role that has all grants by now */
    public UnnamedProcTPs(PostgresSettings settings, MeterRegistry meters, Clock clock) {
        HikariConfig config = Connections.pool(settings, true);
        config.setMetricRegistry(meters);
        HikariDataSource pool = new HikariDataSource(config);
        ConnectionQueue queue = new ConnectionQueue();
        queue.open(pool, pool, settings.waiting());
        database = new Database(queue);
        office = new PostgresOffice(queue, clock);
    }

    /** The office around them, on the same pool; its own rows name the practice. */
    public PostgresOffice office() {
        return office;
    }

    @Override
    public List<ProcTP> list(Caller caller, TreatPlanNum plan, Page page) {
        return database.ask(sql -> sql.connectionResult(connection ->
                list(connection, caller.practice().value(), plan.value(), page.offset(), page.limit())));
    }

    private static List<ProcTP> list(Connection connection, long... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LIST)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            List<ProcTP> read = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    read.add(ProcTPRow.read(rows, KNOWN));
                }
            }
            return read;
        }
    }

    @Override
    public List<ProcTP> list(Caller caller, ProcTPFilter filter, Page page) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ProcTP> find(Caller caller, ProcTPNum num) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProcTP edit(Caller caller, ProcTPNum num, ProcTPEdit edit, ProcTPGuard guard) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(Caller caller, ProcTPNum num, ProcTPGuard guard) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        office.close();
    }
}
