package proctp.bootstrap;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import proctp.application.Caller;
import proctp.application.PracticeNum;
import proctp.http.OfficeLines;

/** Takes a practice out. */
@Command(name = "export", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = {
            "Writes all records of a practice, as they are at one moment, into files that import takes in.",
            "The files are practice.ndjson, definitions.ndjson, treatplans.ndjson and proctps.ndjson, one record a line as the API"
                + " returns it. Keys are left out."},
        footer = "Ends with 1 when something fails, and with 2 when it was called wrongly.")
final class ExportCommand implements Callable<Integer> {

    @ParentCommand
    private ServeCommand serve;

    @Spec
    private CommandSpec spec;

    @Mixin
    private NewFiles files;

    @Mixin
    private PracticeOption practice;

    @Override
    public Integer call() {
        Config config = serve.config();
        files.requireNone();
        OfficeLines lines = new OfficeLines(serve.clock().withZone(config.http().zone()));
        try (OpenOffice open = OpenOffice.on(config, serve.clock())) {
            PracticeNum num = practice.of(open.office().practices().list());
            String counts = files.write(sink -> open.office().archive().show(Caller.atConsole(num), sink), lines, serve.clock());
            spec.commandLine().getOut().println("Exported practice %d: %s.".formatted(num.value(), counts));
            return CommandLine.ExitCode.OK;
        }
    }
}
