package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import proctp.domain.EditStamp;
import proctp.domain.Money;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlanNum;
import proctp.domain.TxPriority;
import proctp.http.OfficeLines;

/**
 * A million rows in a hundred thousand plans, a third of them signed elsewhere: how long they take, beside a bare COPY of the same rows
 * and their entries in the history.
 */
@Tag("load")
@Timeout(900)
class MovingLoadTest {

    private static final int PLANS = 100_000;
    private static final int ROWS = 10;
    private static final EditStamp STAMP =
            new EditStamp(12, Optional.of(LocalDate.of(2023, 1, 24)), Instant.parse("2023-01-24T15:33:46Z"));

    /** An entry "Created" for each plan and each row, by one plain statement. */
    private static final String ENTRIES = """
            insert into change (practice_id, changenum, made, action, apikeynum, developername, keyname, requestid,
                                proctpnum, treatplannum, patnum, after)
            select 1, row_number() over (order by treatplannum, proctpnum), now(), 'Created', 0, '', '', '',
                   proctpnum, treatplannum, patnum, after
            from (select 0 proctpnum, treatplannum, patnum, to_jsonb(t) after from treatplan t
                  union all select proctpnum, treatplannum, patnum, to_jsonb(p) from proctp p) happened""";

    @TempDir
    private Path temporary;

    @Test
    void a_million_rows_take_at_most_twice_as_long_as_without_ProcTP_and_come_out_the_same() throws Exception {
        Path files = Files.createDirectory(temporary.resolve("files"));
        write(files);
        try (EmbeddedDatabase server = EmbeddedDatabase.start(OfficeDirectory.used(temporary))) {
            EmptyOffice office = EmptyOffice.on(server, "big");
            Duration check = timed(() -> assertThat(Said.by(office.environment(), "import", files.toString(), "--dry-run").exitCode())
                    .isZero());
            Duration taken = timed(() -> assertThat(Said.by(office.environment(), "import", files.toString()).out())
                    .endsWith("0 definitions, 100,000 treatplans, 1,000,000 proctps.\n"));
            Path out = temporary.resolve("out");
            Duration given = timed(() -> assertThat(Said.by(office.environment(), "export", out.toString()).exitCode()).isZero());
            Bare bare = bare(server, office);
            System.out.printf("check alone %s, import %s (check included), export %s, bare COPY %s, entries %s%n",
                    check, taken, given, bare.copy, bare.entries);
            assertThat(Files.mismatch(PracticeFile.PROC_TPS.in(files), PracticeFile.PROC_TPS.in(out))).isEqualTo(-1);
            // a busy machine slows all of them alike
            assertThat(taken.minus(check)).isLessThan(bare.copy.plus(bare.entries).multipliedBy(2));
            assertThat(given).isLessThan(bare.copy.multipliedBy(2));
        }
    }

    private static void write(Path files) throws IOException {
        OfficeLines lines = new OfficeLines(Clock.system(ZoneId.of("America/Chicago")));
        try (OutputStream plans = new BufferedOutputStream(Files.newOutputStream(PracticeFile.TREAT_PLANS.in(files)));
             OutputStream rows = new BufferedOutputStream(Files.newOutputStream(PracticeFile.PROC_TPS.in(files)))) {
            for (int num = 1; num <= PLANS; num++) {
                plans.write(lines.line(plan(num)));
                for (int place = 0; place < ROWS; place++) {
                    rows.write(lines.line(row(num, place)));
                }
            }
        }
    }

    private static TreatPlan plan(int num) {
        TreatPlan.Signature patient = num % 3 == 0
                ? new TreatPlan.Signature("strokes " + num, Optional.of(STAMP.secDateTEdit()), "") : TreatPlan.Signature.NONE;
        return new TreatPlan(new TreatPlanNum(num), num / 4 + 1, STAMP.secDateEntry(), "Proposed treatment",
                "Estimates may differ from what insurance pays in the end.", false, 0, 0, TreatPlan.Status.Saved, STAMP, 4,
                TreatPlan.Type.Insurance, patient, TreatPlan.Signature.NONE);
    }

    private static ProcTP row(int plan, int place) {
        Money fee = new Money(2_040_000 + place);
        return new ProcTP(new ProcTPNum((long) (plan - 1) * ROWS + place + 1), new TreatPlanNum(plan), plan / 4 + 1, 1154, place,
                TxPriority.NONE, String.valueOf(place + 1), "MOD", "D2393", "resin filling, three surfaces, back tooth",
                new ProcTP.Amounts(fee, new Money(800_000), Money.ZERO, new Money(700_000), new Money(540_000), Money.NOT_KNOWN,
                        Money.ZERO, fee), "", "", "C3 (P)", STAMP, 11, STAMP.secDateEntry(), 3);
    }

    /**
     * The same rows into the same tables of another database, from files that PostgreSQL itself has written, and by one plain statement an
     * entry for each in the history, which no file brings.
     */
    private Bare bare(EmbeddedDatabase server, EmptyOffice full) throws Exception {
        EmptyOffice bare = EmptyOffice.on(server, "bare");
        bare.ask(office -> office.practices().list());
        Path treatPlans = temporary.resolve("treatplan.copy");
        Path procTPs = temporary.resolve("proctp.copy");
        try (Connection from = connect(server, full); Connection to = connect(server, bare)) {
            to.createStatement().execute("insert into practice (practice_id) values (1)");
            copyOut(from, "(select t.* from treatplan t order by treatplannum)", treatPlans);
            copyOut(from, "(select p.* from proctp p order by proctpnum)", procTPs);
            to.setAutoCommit(false);
            to.createStatement().execute("alter table proctp disable trigger proctp_insert_requires_unsigned");
            Duration copy = timed(() -> {
                copyIn(to, "treatplan", treatPlans);
                copyIn(to, "proctp", procTPs);
            });
            return new Bare(copy, timed(() -> {
                to.createStatement().execute(ENTRIES);
                to.commit();
            }));
        }
    }

    private static Connection connect(EmbeddedDatabase server, EmptyOffice office) throws SQLException {
        return DriverManager.getConnection(office.url(), server.user(), server.password());
    }

    private static void copyOut(Connection from, String what, Path file) throws SQLException, IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            from.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + what + " to stdout", out);
        }
    }

    private static void copyIn(Connection to, String table, Path file) throws SQLException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            to.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", in, 65_536);
        }
    }

    /** How long the rows took, and then their entries. */
    private record Bare(Duration copy, Duration entries) {
    }

    /** What is to be timed. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static Duration timed(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
