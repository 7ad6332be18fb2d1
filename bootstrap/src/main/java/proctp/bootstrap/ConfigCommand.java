package proctp.bootstrap;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows the settings before anything runs on them. */
@Command(name = "config", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        description = "Prints every setting with its value, where that comes from, and the default. Secrets are not shown.",
        footer = "Ends with 2 when a setting is wrong.")
final class ConfigCommand implements Callable<Integer> {

    @ParentCommand
    private ServeCommand serve;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        SettingTable settings = serve.settings();
        settings.lines().forEach(spec.commandLine().getOut()::println);
        return complain(settings);
    }

    @Command(name = "check", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true,
            description = "Says what is wrong with the settings, and nothing else.",
            footer = "Ends with 0 when all is right and with 2 when a setting is wrong.")
    int check() {
        SettingTable settings = serve.settings();
        if (settings.problems().isEmpty()) {
            spec.commandLine().getOut().println("The settings are right.");
        }
        return complain(settings);
    }

    private int complain(SettingTable settings) {
        PrintWriter err = spec.commandLine().getErr();
        settings.warnings().forEach(err::println);
        settings.problems().forEach(err::println);
        return settings.problems().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.USAGE;
    }
}
