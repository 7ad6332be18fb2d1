package proctp.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import proctp.application.Practice;
import proctp.domain.ProcTP;
import proctp.domain.TreatPlan;
import proctp.http.OfficeLines;
import proctp.http.OfficeLines.Entry;

/** Reads all files of a practice before anything is stored of it, and finds all that is wrong with them. */
final class ImportCheck {

    private static final int MOST_NAMED = 100;

    private final List<String> named = new ArrayList<>();
    private final RecordNumbers definitions = new RecordNumbers();
    private final RecordNumbers plans = new RecordNumbers();
    private final PatientsOfPlans patients = new PatientsOfPlans();
    private final RecordNumbers rows = new RecordNumbers();
    private final Path directory;
    private final Progress progress;
    private Practice practice = Practice.NEW;
    private long faults;
    private long definitionCount;
    private long planCount;
    private long rowCount;

    private ImportCheck(Path directory, Progress progress) {
        this.directory = directory;
        this.progress = progress;
    }

    /** Reads them all. */
    static ImportCheck of(Path directory, OfficeLines lines, Progress progress) throws IOException {
        ImportCheck check = new ImportCheck(directory, progress);
        progress.begin("Checking", 0);
        try {
            check.readAll(lines);
        } finally {
            progress.end();
        }
        return check;
    }

    private void readAll(OfficeLines lines) throws IOException {
        read(PracticeFile.PRACTICE, lines::practices, (line, found) -> {
            if (practice != Practice.NEW) {
                fault(PracticeFile.PRACTICE, line, "There is one practice in a directory, and this is another.");
            }
            practice = found;
        });
        definitionCount = read(PracticeFile.DEFINITIONS, lines::definitions, (line, definition) ->
                once(definitions, PracticeFile.DEFINITIONS, line, "DefNum", definition.num().value()));
        long faultsBefore = faults;
        planCount = read(PracticeFile.TREAT_PLANS, lines::treatPlans, this::plan);
        // a plan that could not be read is not missing
        boolean allPlansAreKnown = faults == faultsBefore;
        rowCount = read(PracticeFile.PROC_TPS, lines::procTPs, (line, row) -> row(line, row, allPlansAreKnown));
    }

    private <T> long read(PracticeFile file, Function<InputStream, Iterator<Entry<T>>> reader, BiConsumer<Long, T> judge)
            throws IOException {
        long count = 0;
        try (InputStream open = file.open(directory)) {
            Iterator<Entry<T>> entries = reader.apply(open);
            while (entries.hasNext()) {
                Entry<T> entry = entries.next();
                entry.value().ifPresentOrElse(value -> judge.accept(entry.line(), value),
                        () -> fault(file, entry.line(), entry.fault()));
                count++;
                progress.step();
            }
        }
        return count;
    }

    private void plan(long line, TreatPlan plan) {
        once(plans, PracticeFile.TREAT_PLANS, line, "TreatPlanNum", plan.num().value());
        if (plan.status() == TreatPlan.Status.Saved) {
            patients.put(plan.num().value(), plan.patNum());
        }
    }

    private void row(long line, ProcTP row, boolean allPlansAreKnown) {
        once(rows, PracticeFile.PROC_TPS, line, "ProcTPNum", row.num().value());
        long plan = row.treatPlanNum().value();
        long patient = patients.of(plan);
        if (!plans.contains(plan) && allPlansAreKnown) {
            fault(PracticeFile.PROC_TPS, line, "TreatPlan " + plan + " is not in " + PracticeFile.TREAT_PLANS.fileName() + ".");
        } else if (plans.contains(plan) && patient == 0) {
            fault(PracticeFile.PROC_TPS, line, "TreatPlan " + plan + " is not Saved, and only Saved plans have ProcTPs.");
        } else if (patient != 0 && patient != row.patNum()) {
            fault(PracticeFile.PROC_TPS, line, "PatNum is not that of TreatPlan " + plan + ".");
        }
    }

    private void once(RecordNumbers numbers, PracticeFile file, long line, String member, long number) {
        if (!numbers.add(number)) {
            fault(file, line, member + " " + number + " is there a second time.");
        }
    }

    private void fault(PracticeFile file, long line, String sentence) {
        faults++;
        if (named.size() < MOST_NAMED) {
            named.add(file.fileName() + ":" + line + ": " + sentence);
        }
    }

    /** The practice itself; {@link Practice#NEW} where nothing is said of it. */
    Practice practice() {
        return practice;
    }

    /** How many records there are, the practice itself left out. */
    long records() {
        return definitionCount + planCount + rowCount;
    }

    /** What there is, in words. */
    String counts() {
        return counts(definitionCount, planCount, rowCount);
    }

    /** So many of each, in words. */
    static String counts(long definitions, long plans, long rows) {
        return String.format(Locale.ROOT, "%,d definitions, %,d treatplans, %,d proctps", definitions, plans, rows);
    }

    /** What is wrong with the files: the first hundred faults, each with its place, and how many more there are. */
    List<String> faults() {
        List<String> lines = new ArrayList<>(named);
        if (faults > named.size()) {
            lines.add(String.format(Locale.ROOT, "And %,d more.", faults - named.size()));
        }
        return lines;
    }
}
