package proctp.bootstrap;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import proctp.application.sample.GeneratedOffice;
import proctp.http.OfficeLines;

/** Makes a practice up. It needs no office and no settings: the files are the same wherever they are made. */
@Command(name = "sample", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = {
            "Writes an invented practice of any size into files that import takes in, for demonstrations and measurements.",
            "The same seed and number of plans give the same files."},
        footer = "Ends with 1 when the files cannot be written, and with 2 when it was called wrongly.")
final class SampleCommand implements Callable<Integer> {

    private static final long MOST_PLANS = 100_000_000;

    @ParentCommand
    private ServeCommand serve;

    @Spec
    private CommandSpec spec;

    @Option(names = "--plans", required = true, paramLabel = "N", converter = WholeNumber.class,
            description = "How many plans it has. A Saved one has 1 to 12 rows, 6.5 on average; one plan in 25 has none.")
    private long plans;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", converter = WholeNumber.class,
            description = "Any whole number; it tells one practice from another. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private NewFiles files;

    @Override
    public Integer call() {
        if (plans < 1 || plans > MOST_PLANS) {
            throw new ParameterException(spec.commandLine(), "--plans must be from 1 to %d.".formatted(MOST_PLANS));
        }
        files.requireNone();
        // lines hold times of day, which are the same in every zone
        Clock clock = serve.clock().withZone(ZoneOffset.UTC);
        String counts = files.write(new GeneratedOffice(seed, plans, ZoneOffset.UTC)::show, new OfficeLines(clock), clock);
        spec.commandLine().getOut().println("Made up a practice: %s.".formatted(counts));
        return CommandLine.ExitCode.OK;
    }
}
