package proctp.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
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

    @Parameters(paramLabel = "DIR", description = "Where the files go; made if it is not there. Files of these names must not be there.")
    private Path directory;

    @Mixin
    private PracticeOption practice;

    @Override
    public Integer call() {
        Config config = serve.config();
        List<PracticeFile> present = PracticeFile.presentIn(directory);
        if (!present.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "%s is in %s already: name another directory, or move it away."
                    .formatted(present.get(0).fileName(), directory));
        }
        OfficeLines lines = new OfficeLines(serve.clock().withZone(config.http().zone()));
        try (OpenOffice open = OpenOffice.on(config, serve.clock())) {
            PracticeNum num = practice.of(open.office().practices());
            String counts = PracticeExport.write(open.office().archive(), Caller.atConsole(num), lines, directory,
                    Progress.on(spec.commandLine().getErr(), serve.clock()));
            spec.commandLine().getOut().println("Exported practice %d: %s.".formatted(num.value(), counts));
            return CommandLine.ExitCode.OK;
        } catch (IOException failure) {
            throw new StartException("The files in %s cannot be written: %s."
                    .formatted(directory, StartException.reason(directory, failure)), failure);
        }
    }
}
