package proctp.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Optional;
import proctp.application.Practice;
import proctp.application.sample.GeneratedOffice;
import proctp.domain.DefCat;
import proctp.domain.DefNum;
import proctp.domain.Definition;
import proctp.domain.ProcTP;
import proctp.domain.ProcTPNum;
import proctp.domain.TreatPlan;
import proctp.domain.TreatPlan.Signature;
import proctp.domain.TreatPlanNum;
import proctp.domain.TxPriority;
import proctp.http.OfficeLines;

/** Writes a practice of the {@link Office} into files that the import takes; its texts and amounts are those of the generated office. */
final class OfficeFiles {

    private static final int PRIORITIES = 20;
    /** Enough for the rows of all plans, since a plan of the generated office has 6.2 on average. */
    private static final int GENERATED_PLANS = 1_000;
    /** A signature as a tablet draws it: 48 points. */
    private static final String PEN = "8,12;16,40;24,31;32,7;".repeat(12);

    private final OfficeLines lines = new OfficeLines(Clock.systemUTC());
    private final GeneratedOffice texts;

    private OfficeFiles(int practice) {
        texts = new GeneratedOffice(practice, GENERATED_PLANS, ZoneOffset.UTC);
    }

    /** Writes a practice; what is in the directory is replaced. */
    static void write(int practice, Path directory) throws IOException {
        Files.createDirectories(directory);
        new OfficeFiles(practice).write(directory, practice);
    }

    private void write(Path directory, int practice) throws IOException {
        Files.write(directory.resolve(OfficeLines.PRACTICE_FILE), lines.line(new Practice("Practice " + practice, Office.LONG_PLAN,
                Office.firstRow(Office.LONG_PLAN) + Office.LONG_ROWS - 1, PRIORITIES)));
        try (OutputStream definitions = open(directory, OfficeLines.DEFINITIONS_FILE)) {
            for (int num = 1; num <= PRIORITIES; num++) {
                definitions.write(lines.line(
                        new Definition(new DefNum(num), DefCat.TX_PRIORITIES.number(), num - 1, priority(num), "", false)));
            }
        }
        try (OutputStream treatPlans = open(directory, OfficeLines.TREAT_PLANS_FILE);
             OutputStream procTPs = open(directory, OfficeLines.PROC_TPS_FILE)) {
            Iterator<ProcTP> rows = texts.procTPs().iterator();
            for (long plan = 1; plan <= Office.LONG_PLAN; plan++) {
                ProcTP first = rows.next();
                treatPlans.write(lines.line(plan(plan, first)));
                procTPs.write(lines.line(row(plan, 0, first, first)));
                for (int place = 1; place < Office.rows(plan); place++) {
                    procTPs.write(lines.line(row(plan, place, first, rows.next())));
                }
            }
        }
    }

    private static OutputStream open(Path directory, String file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(directory.resolve(file)));
    }

    private static String priority(int num) {
        return "Phase %d, visit %d".formatted((num + 3) / 4, (num + 3) % 4 + 1);
    }

    private static TreatPlan plan(long num, ProcTP first) {
        Instant signed = first.stamp().secDateTEdit().plus(Duration.ofDays(1));
        return new TreatPlan(new TreatPlanNum(num), first.patNum(), first.dateTP(), "Proposed Treatment Plan",
                "Estimates are valid for 90 days.", false, 0, 0, TreatPlan.Status.Saved, first.stamp(),
                first.stamp().secUserNumEntry(), TreatPlan.Type.Insurance,
                Office.isSigned(num) ? new Signature(PEN, Optional.of(signed), "Olga Example") : Signature.NONE, Signature.NONE);
    }

    private static ProcTP row(long plan, int place, ProcTP first, ProcTP text) {
        long num = Office.firstRow(plan) + place;
        int priority = (int) (num % (PRIORITIES + 1));
        return new ProcTP(new ProcTPNum(num), new TreatPlanNum(plan), first.patNum(), text.procNumOrig(), place,
                priority == 0 ? TxPriority.NONE : new TxPriority(new DefNum(priority), priority(priority)), text.toothNumTP(),
                text.surf(), text.procCode(), text.descript(), text.amounts(), text.prognosis(), text.dx(), text.procAbbr(),
                first.stamp(), text.provNum(), first.dateTP(), text.clinicNum());
    }
}
