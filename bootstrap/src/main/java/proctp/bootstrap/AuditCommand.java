package proctp.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import proctp.application.ApiKeyNum;
import proctp.application.Author;
import proctp.application.Change;
import proctp.application.ChangeFilter;
import proctp.application.PracticeNum;
import proctp.domain.TreatPlanNum;
import proctp.http.OfficeLines;

/** Prints what has happened to the plans and rows of a practice, and who did it. As sentences it says numbers and names of members only. */
@Command(name = "audit", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        subcommands = AuditForgetCommand.class,
        description = "Prints the audit trail of a practice: every change of a plan or a row, in the order in which they were stored.",
        footer = "Ends with 1 when the office cannot be opened, and with 2 when it was called wrongly.")
final class AuditCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @ParentCommand
    private ServeCommand serve;

    @Mixin
    private PracticeOption practice;

    @Option(names = "--plan", paramLabel = "N", converter = WholeNumber.class, description = "Only of this plan and its rows.")
    private Long plan;

    @Option(names = "--patient", paramLabel = "N", converter = WholeNumber.class,
            description = "Only of the plans of this patient and their rows.")
    private Long patient;

    @Option(names = "--since", paramLabel = "TIME", converter = LocalMoment.Converter.class,
            description = "Only from then on: 2026-11-25, or 2026-11-25T14:30, in the practice's time zone.")
    private LocalMoment since;

    @Option(names = "--key", paramLabel = "N", converter = WholeNumber.class,
            description = "Only what was done with the key of this number; 0 is the console.")
    private Long key;

    @Option(names = "--json", description = "Print each change as one line of JSON, as GET /changes returns it. That holds patients' data.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** The command that this one is a part of. */
    ServeCommand serve() {
        return serve;
    }

    @Override
    public Integer call() {
        Config config = serve.config();
        ZoneId zone = config.http().zone();
        try (OpenOffice open = OpenOffice.on(config, serve.clock())) {
            PracticeNum num = practice.of(open.office().practices().list());
            OfficeLines lines = new OfficeLines(serve.clock().withZone(zone));
            PrintWriter out = spec.commandLine().getOut();
            new Trail(open.office().changes(), num, filter(zone)).read(some -> {
                some.forEach(change -> out.print(json ? ascii(new String(lines.line(change), UTF_8)) : sentence(change, zone, lines)));
                // also tells when nobody reads on, as after head
                return !out.checkError();
            });
            if (out.checkError()) {
                throw new StartException("Not all of the audit trail could be written.");
            }
            return CommandLine.ExitCode.OK;
        }
    }

    /** The same JSON in characters that every terminal and every locale passes on. */
    static String ascii(String json) {
        StringBuilder ascii = new StringBuilder(json.length());
        json.chars().forEach(c -> ascii.append(c < 0x7f ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return ascii.toString();
    }

    private ChangeFilter filter(ZoneId zone) {
        Optional<Instant> from = Optional.ofNullable(since).map(time -> time.in(zone));
        return new ChangeFilter(0, Optional.ofNullable(plan).map(TreatPlanNum::new), Optional.ofNullable(patient), from,
                Optional.ofNullable(key).map(ApiKeyNum::new));
    }

    private static String sentence(Change change, ZoneId zone, OfficeLines lines) {
        String what = change.procTPNum().map(row -> "ProcTP " + row.value() + " of ").orElse("") + "TreatPlan "
                + change.treatPlanNum().value() + " of patient " + change.patNum();
        List<String> fields = lines.changedFields(change);
        return "%d  %s  %s %s%s  by %s%n".formatted(change.num(), TIME.format(change.moment().atZone(zone)),
                change.action(), what, fields.isEmpty() ? "" : ": " + String.join(", ", fields), by(change.author()));
    }

    private static String by(Author author) {
        String who = author.developerName().isEmpty() ? author.keyName()
                : author.developerName() + ", " + author.keyName() + " (key " + author.key().value() + ")";
        String request = author.requestId().isEmpty() ? "" : ", request " + author.requestId();
        return Visible.of(who + request);
    }
}
