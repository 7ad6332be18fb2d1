package proctp.bootstrap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import proctp.application.Caller;
import proctp.application.PracticeNum;

/** Removes from the audit trail what nobody has to keep any longer. */
@Command(name = "forget", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = {
            "Removes from a practice's audit trail what is older than it has to be kept: six years, unless told otherwise.",
            "What has gone from it has gone from the change feed, too."},
        footer = "Ends with 1 when it could not be done, and with 2 when it was called wrongly.")
final class AuditForgetCommand implements Callable<Integer> {

    /** What 45 CFR 164.316(b)(2)(i) asks for. */
    private static final int YEARS_OF_THE_LAW = 6;

    private static final int MOST_YEARS = 100;

    @ParentCommand
    private AuditCommand audit;

    @Mixin
    private PracticeOption practice;

    @Mixin
    private Confirmation confirmation;

    @Mixin
    private Report report;

    @Option(names = "--keep-years", paramLabel = "N", converter = WholeNumber.class, defaultValue = "" + YEARS_OF_THE_LAW,
            description = "How many years are kept. Default: ${DEFAULT-VALUE}.")
    private long years;

    @Option(names = "--less-than-the-law-asks",
            description = "Lets --keep-years be less than six, where no law asks for them.")
    private boolean less;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!spec.commandLine().getParent().getParseResult().matchedOptions().isEmpty()) {
            throw wrong("audit forget goes by --practice and --keep-years alone, which come after forget. Nothing was done.");
        }
        if (years < 0 || years > MOST_YEARS) {
            throw wrong("--keep-years must be from 0 to %d.".formatted(MOST_YEARS));
        }
        if (years < YEARS_OF_THE_LAW && !less) {
            throw wrong(("An audit trail must be kept for six years (45 CFR 164.316), so --keep-years %d needs"
                    + " --less-than-the-law-asks, too.").formatted(years));
        }
        Config config = audit.serve().config();
        ZoneId zone = config.http().zone();
        LocalDate first = audit.serve().today(config).minusYears(years);
        Instant before = first.atStartOfDay(zone).toInstant();
        try (OpenOffice open = OpenOffice.on(config, audit.serve().clock())) {
            PracticeNum num = practice.of(open.office().practices().list());
            confirmation.require(audit.serve().terminal(), "What happened before %s will be gone from the audit trail of practice %d for good."
                    .formatted(first, num.value()), "yes", "yes"::equalsIgnoreCase);
            long gone = open.office().changes().forget(Caller.atConsole(num), before);
            report.say(new JsonMembers().add("practice", num.value()).add("before", first.toString()).add("gone", gone),
                    "%d %s of practice %d from before %s %s gone.".formatted(
                            gone, gone == 1 ? "change" : "changes", num.value(), first, gone == 1 ? "is" : "are"));
            return CommandLine.ExitCode.OK;
        }
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
