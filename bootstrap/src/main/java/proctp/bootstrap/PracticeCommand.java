package proctp.bootstrap;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import proctp.application.PracticeNum;

/** The practices themselves. */
@Command(name = "practice", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true, sortOptions = false,
        subcommands = PracticeEraseCommand.class,
        description = "Makes practices, and shows, renames and removes them.",
        footer = "Ends with 1 when it could not be done, and with 2 when it was called wrongly.")
final class PracticeCommand implements Callable<Integer> {

    @ParentCommand
    private ServeCommand serve;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "practice needs a command of its own: add, list, rename or erase.");
    }

    @Command(name = "add", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true,
            description = "Makes a practice that has nothing yet, not even a key, and prints its number. The office is made, too,"
                    + " where there is none.")
    int add(@Option(names = "--name", required = true, paramLabel = "N", converter = NameText.class,
            description = "What it is called.") String name, @Mixin Report report) {
        try (OpenOffice open = OpenOffice.orNew(serve.config(), serve.clock())) {
            PracticeNum num = open.office().practices().add(name);
            report.say(json(num, name), "Practice %d (%s) is there. It has no key yet: key add --practice %d makes one."
                    .formatted(num.value(), name, num.value()));
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(name = "list", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true,
            description = "Shows the practices that there are.")
    int list(@Mixin Report report) {
        try (OpenOffice open = OpenOffice.on(serve.config(), serve.clock())) {
            Map<PracticeNum, String> practices = open.office().practices().list();
            TextTable table = new TextTable("PRACTICE", "NAME");
            practices.forEach((num, name) -> table.row(String.valueOf(num.value()), name));
            List<JsonMembers> objects = practices.entrySet().stream()
                    .map(practice -> json(practice.getKey(), practice.getValue())).toList();
            report.list(objects, table);
            return CommandLine.ExitCode.OK;
        }
    }

    @Command(name = "rename", versionProvider = ServeCommand.Version.class, mixinStandardHelpOptions = true,
            description = "Gives a practice another name.")
    int rename(@Mixin PracticeOption practice, @Option(names = "--name", required = true, paramLabel = "N", converter = NameText.class,
            description = "What it is called from now on.") String name, @Mixin Report report) {
        try (OpenOffice open = OpenOffice.on(serve.config(), serve.clock())) {
            PracticeNum num = practice.of(open.office().practices().list());
            if (!open.office().practices().rename(num, name)) {
                throw new StartException("The practice has gone.");
            }
            report.say(json(num, name), "Practice %d is called %s now.".formatted(num.value(), name));
            return CommandLine.ExitCode.OK;
        }
    }

    private static JsonMembers json(PracticeNum num, String name) {
        return new JsonMembers().add("practice", num.value()).add("name", name);
    }

    /** What every command is about. */
    ServeCommand serve() {
        return serve;
    }
}
