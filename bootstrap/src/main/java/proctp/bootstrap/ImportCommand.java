package proctp.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterators;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import proctp.application.Caller;
import proctp.application.Page;
import proctp.application.PracticeNum;
import proctp.application.PracticeSource;
import proctp.application.TreatPlanFilter;
import proctp.domain.Refusal;
import proctp.http.OfficeLines;
import proctp.http.OfficeLines.Entry;
import proctp.postgres.PostgresOffice;

/** Brings a practice in. */
@Command(name = "import", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = {
            "Puts the records in the files of a directory into a practice that has none: all of them, or none when anything is wrong.",
            "The files are practice.ndjson, definitions.ndjson, treatplans.ndjson and proctps.ndjson, one record a line as the API"
                + " returns it. Those that are missing hold nothing."},
        footer = "Ends with 1 when something is wrong with the files or the practice has records, and with 2 when it was called wrongly.")
final class ImportCommand implements Callable<Integer> {

    @ParentCommand
    private ServeCommand serve;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Where the files are.")
    private Path directory;

    @Mixin
    private PracticeOption practice;

    @Option(names = "--dry-run", description = "Only say what is wrong with the files.")
    private boolean dryRun;

    @Override
    public Integer call() {
        Config config = serve.config();
        requireFiles();
        try {
            OfficeLines lines = new OfficeLines(serve.clock().withZone(config.http().zone()));
            return dryRun ? judge(lines) : move(config, lines);
        } catch (UncheckedIOException unreadable) {
            throw unreadable(unreadable.getCause());
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private StartException unreadable(IOException cause) {
        return new StartException("The files in %s cannot be read: %s."
                .formatted(directory, StartException.reason(directory, cause)), cause);
    }

    private void requireFiles() {
        PracticeFile.unusable(directory).ifPresent(why -> {
            throw new ParameterException(spec.commandLine(), why);
        });
        if (!Files.exists(directory)) {
            throw new ParameterException(spec.commandLine(), "There is no directory %s.".formatted(directory));
        }
        if (PracticeFile.present(PracticeFile.OF_RECORDS, directory).isEmpty()) {
            throw new ParameterException(spec.commandLine(), "There is none of the files %s in %s."
                    .formatted(String.join(", ", PracticeFile.names(PracticeFile.OF_RECORDS)), directory));
        }
    }

    private int judge(OfficeLines lines) throws IOException {
        ImportCheck check = ImportCheck.of(directory, lines, progress());
        if (!check.faults().isEmpty()) {
            return refuse(check);
        }
        spec.commandLine().getOut().println("Nothing is wrong with the files: " + check.counts() + ". Nothing was imported.");
        return CommandLine.ExitCode.OK;
    }

    private int move(Config config, OfficeLines lines) throws IOException {
        try (OpenOffice open = OpenOffice.orNew(config, serve.clock())) {
            PostgresOffice office = open.office();
            PracticeNum num = practice.orNew(office.practices().list());
            // the check may take minutes, and would be for nothing
            if (hasRecords(office, Caller.atConsole(num))) {
                throw taken(num);
            }
            ImportCheck check = ImportCheck.of(directory, lines, progress());
            if (!check.faults().isEmpty()) {
                return refuse(check);
            }
            if (!fill(office, num, check, lines)) {
                throw taken(num);
            }
            spec.commandLine().getOut().println("Imported into practice %d: %s.".formatted(num.value(), check.counts()));
            return CommandLine.ExitCode.OK;
        }
    }

    private static boolean hasRecords(PostgresOffice office, Caller caller) {
        Page one = new Page(1, 0);
        return !office.treatPlans().list(caller, TreatPlanFilter.ALL, one).isEmpty()
                || !office.definitions().list(caller, Optional.empty(), true, one).isEmpty();
    }

    private static StartException taken(PracticeNum num) {
        return new StartException(("Practice %d has records already, so nothing was imported: only a practice without any can"
                + " take records in.").formatted(num.value()));
    }

    private int refuse(ImportCheck check) {
        check.faults().forEach(spec.commandLine().getErr()::println);
        spec.commandLine().getErr().println("Nothing was imported.");
        return CommandLine.ExitCode.SOFTWARE;
    }

    private Progress progress() {
        return Progress.on(spec.commandLine().getErr(), serve.clock());
    }

    private boolean fill(PostgresOffice office, PracticeNum num, ImportCheck check, OfficeLines lines) throws IOException {
        Progress progress = progress();
        progress.begin("Importing", check.records());
        try {
            return fill(office, num, check, lines, progress);
        } catch (StartException | Refusal | UncheckedIOException told) {
            throw told;
        } catch (RuntimeException notTaken) {
            // its words have values in them, and those are patients'
            throw new StartException(("The files in %s have changed since they were checked, or hold what the database cannot, so"
                    + " nothing was imported.").formatted(directory), notTaken);
        } finally {
            progress.end();
        }
    }

    private boolean fill(PostgresOffice office, PracticeNum num, ImportCheck check, OfficeLines lines, Progress progress)
            throws IOException {
        try (InputStream definitions = PracticeFile.DEFINITIONS.open(directory);
             InputStream treatPlans = PracticeFile.TREAT_PLANS.open(directory);
             InputStream procTPs = PracticeFile.PROC_TPS.open(directory)) {
            return office.archive().fill(Caller.atConsole(num), new PracticeSource(check.practice(),
                    values(lines.definitions(definitions), progress), values(lines.treatPlans(treatPlans), progress),
                    values(lines.procTPs(procTPs), progress)));
        }
    }

    private <T> Iterator<T> values(Iterator<Entry<T>> entries, Progress progress) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(entries, 0), false).map(entry -> {
            progress.step();
            return entry.value().orElseThrow(() -> new StartException(
                    "The files in %s have changed since they were checked, so nothing was imported.".formatted(directory)));
        }).iterator();
    }
}
