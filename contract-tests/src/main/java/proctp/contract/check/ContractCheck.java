package proctp.contract.check;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import tools.jackson.core.JacksonException;

/**
 * Holds a server of this API to the rules of the wire contract, whatever server it is and whatever it holds:
 * {@code java -jar proctp-contract.jar --help}.
 */
@Command(name = "java -jar proctp-contract.jar", mixinStandardHelpOptions = true, sortOptions = false, usageHelpAutoWidth = true,
        description = {
            "Checks the rules of the wire contract against any server of the API, of which it knows one TreatPlanNum. A line for each rule.",
            "Without --write it only reads, and sends two things that are refused by their nature: a POST to /proctps without a body, and"
                + " a PUT of {} to a ProcTPNum that nothing has. With --write it saves plans of its own and removes them in the"
                + " end, also after Ctrl-C."},
        footer = "Ends with 0 when all holds that was checked, with 1 when something does not or could not be put back, and with 2 when it was"
            + " called wrongly, a report cannot be written or nobody answers. @FILE as an argument stands for the arguments in that file: for"
            + " keys, say.")
public final class ContractCheck implements Callable<Integer> {

    private static final int WIDTH = 120;

    @Mixin
    private SubjectOptions options;

    @Option(names = "--without-additions", description = "Leave out what only ProcTP promises: section 8, and every rule marked [ours].")
    private boolean withoutAdditions;

    @Option(names = "--leave-out", split = ",", paramLabel = "RULE", description = "Rules that are not to be checked, as X10,F2.")
    private List<String> leftOut = List.of();

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the report as JUnit's XML too.")
    private Path junit;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the report as JSON too.")
    private Path json;

    @Spec
    private CommandSpec spec;

    private ContractCheck() {
    }

    /** Does what the command line says, and ends with its exit code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line; what it executes gives 0 when all holds, 1 when something does not, 2 when nothing could be checked. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new ContractCheck());
        line.getCommandSpec().version("ProcTP wire contract " + Optional.ofNullable(ContractCheck.class.getPackage().getImplementationVersion())
                .orElse("unpackaged"));
        line.setUsageHelpWidth(WIDTH);
        line.setParameterExceptionHandler((wrong, all) -> misunderstood(wrong, wrong.getCommandLine().getErr()));
        return line;
    }

    private static int misunderstood(ParameterException wrong, PrintWriter err) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            // what stands behind a misspelt name may be a key
            err.println("There is no such option: " + String.join(", ", unmatched.getUnmatched().stream()
                    .map(word -> word.startsWith("-") ? Shape.printable(word.replaceFirst("=.*", "")) : "a word without an option").toList()) + ".");
        } else {
            err.println(wrong.getMessage());
        }
        err.println("--help shows what there is.");
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public Integer call() {
        Subject subject = options.subject(spec.commandLine());
        Set<String> without = new TreeSet<>();
        for (String rule : leftOut) {
            if (!Run.rules().contains(rule.toUpperCase(Locale.ROOT))) {
                throw new ParameterException(spec.commandLine(), "--leave-out: there is no rule " + Shape.printable(rule) + ".");
            }
            without.add(rule.toUpperCase(Locale.ROOT));
        }
        Calls calls = new Calls(subject);
        Undo undo = new Undo(calls);
        Visit visit = new Visit(subject, calls, undo);
        Optional<String> hindrance = hindrance(visit);
        if (hindrance.isPresent()) {
            spec.commandLine().getErr().println(subject.withoutKeys(hindrance.get()));
            return CommandLine.ExitCode.USAGE;
        }
        // who learns after half an hour that a file cannot be written has to wait for all of it again
        try (OutputStream junitFile = opened(junit); OutputStream jsonFile = opened(json)) {
            return checked(visit, new Run(visit, without, !withoutAdditions), junitFile, jsonFile);
        } catch (IOException unwritable) {
            return cannotWrite(unwritable, CommandLine.ExitCode.USAGE);
        }
    }

    private static OutputStream opened(Path file) throws IOException {
        return file == null ? OutputStream.nullOutputStream() : Files.newOutputStream(file);
    }

    private int cannotWrite(Exception why, int exitCode) {
        spec.commandLine().getErr().println("The report cannot be written: " + why.getMessage() + ".");
        return exitCode;
    }

    private int checked(Visit visit, Run run, OutputStream junitFile, OutputStream jsonFile) {
        List<Outcome> outcomes = new ArrayList<>();
        if (isStopped(visit, () -> outcomes.addAll(run.outcomes()))) {
            // half a check is none, and what is left was said
            return CommandLine.ExitCode.SOFTWARE;
        }
        Report report = new Report(visit.subject().base(), outcomes, visit.undo().left());
        report.print(spec.commandLine().getOut());
        spec.commandLine().getOut().flush();
        try {
            report.writeJUnit(junitFile);
            report.writeJson(jsonFile);
        } catch (IOException | JacksonException unwritable) {
            return cannotWrite(unwritable, CommandLine.ExitCode.SOFTWARE);
        }
        return report.isGood() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    /** Runs it, puts everything back, and says whether this program was told to stop meanwhile. */
    private boolean isStopped(Visit visit, Runnable run) {
        Thread whenStopped = new Thread(() -> {
            visit.calls().close(visit.undo());
            visit.undo().left().forEach(spec.commandLine().getErr()::println);
            spec.commandLine().getErr().flush();
        });
        Runtime.getRuntime().addShutdownHook(whenStopped);
        try {
            run.run();
        } finally {
            visit.calls().close(visit.undo());
        }
        try {
            Runtime.getRuntime().removeShutdownHook(whenStopped);
            return false;
        } catch (IllegalStateException stopping) {
            return true;
        }
    }

    /** Why there is nothing to check, in a sentence. */
    private static Optional<String> hindrance(Visit visit) {
        Subject subject = visit.subject();
        Optional<String> trouble = visit.calls().trouble();
        if (trouble.isPresent()) {
            return Optional.of(subject.base() + " cannot be reached: " + trouble.get() + ".");
        }
        try {
            return switch (visit.list().status()) {
                case 401 -> Optional.of(subject.base() + " does not take these keys: it answers 401 to " + visit.listRequest() + ".");
                case 404 -> Optional.of(subject.base() + " answers 404 to " + visit.listRequest()
                        + ": give the number of a plan that is there, and the address of its API.");
                default -> Optional.empty();
            };
        } catch (Deviation | Unchecked nonsense) {
            // which is a matter of the rules
            return Optional.empty();
        }
    }
}
