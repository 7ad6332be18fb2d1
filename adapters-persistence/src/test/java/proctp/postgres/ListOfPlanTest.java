package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How the database finds the rows of a plan in an office that has thousands. */
@ParameterizedClass
@EnumSource(ThrowAwayPostgres.class)
class ListOfPlanTest {

    private static final String PLANS = """
            insert into treatplan (practice_id, treatplannum, patnum, tpstatus, secdatetedit)
            select practice_id, 10000 + n, n, 'Saved', now() from practice, generate_series(1, 400) n
            """;
    private static final String ROWS = """
            insert into proctp (practice_id, proctpnum, treatplannum, patnum, itemorder, priority, secdatetedit)
            select practice_id, 10000 + n, 10001 + n % 400, n % 400, n / 400, n % 4, now()
            from practice, generate_series(1, 4000) n
            """;

    /** A step that reads rows of the table. */
    private static final Pattern READING = Pattern.compile("on proctp \\(actual rows=([0-9]+)(?:\\.00)? loops=1\\)");

    private final HikariDataSource database;

    ListOfPlanTest(ThrowAwayPostgres version) {
        database = version.emptiedOffice();
        SampleOn.filled(SampleOn.on(database), version);
        ThrowAwayPostgres.execute(database, PLANS);
        ThrowAwayPostgres.execute(database, ROWS);
        ThrowAwayPostgres.execute(database, "analyze");
    }

    @ParameterizedTest
    @CsvSource({"10002, 0, 100, 10", "10002, 3, 5, 10", "990, 0, 100, 250", "4711, 0, 100, 0"})
    void G1_the_rows_of_the_plan_are_found_by_the_index_and_no_others_are_read(long plan, long offset, long limit, int rows)
            throws SQLException {
        assertReads(explain(PlanRows.LIST.substring(Policy.NAMING.length()), 1, plan, offset, limit), rows);
        assertReads(explain(PlanRows.NAMELESS.replaceFirst("\\?", "'1'"), 1, plan, offset, limit), rows);
    }

    private static void assertReads(List<String> steps, int rows) {
        assertThat(steps).anyMatch(step -> step.contains("proctp_of_treatplan"));
        assertThat(steps).filteredOn(step -> READING.matcher(step).find()).singleElement()
                .satisfies(step -> assertThat(rowsRead(step)).isLessThanOrEqualTo(rows));
    }

    private static int rowsRead(String step) {
        Matcher reading = READING.matcher(step);
        assertThat(reading.find()).isTrue();
        return Integer.parseInt(reading.group(1));
    }

    private List<String> explain(String list, long... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
             PreparedStatement statement = connection.prepareStatement(
                     "explain (analyze, costs off, timing off) " + list)) {
            connection.setAutoCommit(false);
            connection.createStatement().execute(Policy.NAMING.replace("?", "'" + parameters[0] + "'"));
            for (int i = 0; i < parameters.length; i++) {
                statement.setLong(i + 1, parameters[i]);
            }
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return lines;
        }
    }
}
