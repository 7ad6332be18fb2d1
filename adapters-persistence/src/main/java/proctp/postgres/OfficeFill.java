package proctp.postgres;

import static proctp.postgres.generated.Tables.APIKEY;
import static proctp.postgres.generated.Tables.PRACTICE;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import org.jooq.DSLContext;
import proctp.application.Caller;
import proctp.application.PracticeContents;
import proctp.application.PracticeNum;

/** Puts practices into an empty office, within one transaction. */
final class OfficeFill {

    private final DSLContext sql;
    private final Clock clock;

    OfficeFill(DSLContext transaction, Clock clock) {
        this.sql = transaction;
        this.clock = clock;
    }

    /** Whether there is no practice, as the console sees it. */
    static boolean isEmpty(Statement statement) throws SQLException {
        // for this transaction alone: behind a pooler the session goes on to serve
        statement.execute("set local proctp.console = 'on'");
        try (ResultSet answer = statement.executeQuery("select not exists (select from practice)")) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** Whether the office was empty, and so holds the practices now. */
    boolean fillIfEmpty(List<PracticeContents> practices) {
        // two nodes may start at once: the second waits here, and then sees what the first has put in
        sql.execute("lock table practice in share row exclusive mode");
        if (sql.fetchExists(PRACTICE)) {
            return false;
        }
        practices.forEach(this::fill);
        return true;
    }

    private void fill(PracticeContents contents) {
        PracticeNum practice = contents.practice();
        sql.insertInto(PRACTICE, PRACTICE.PRACTICE_ID).values(practice.value()).execute();
        InsertedRows.into(sql, APIKEY, ApiKeyRow.COLUMNS, contents.apiKeys().iterator(), ApiKeyRow::values);
        new PracticeFill(sql, PostgresHistory.by(Caller.atConsole(practice), clock)).fill(contents.source(), false);
    }
}
