package proctp.bootstrap;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a command says at its end: sentences and tables for people, or JSON for programs. */
final class Report {

    @Option(names = "--json", description = "Print JSON instead of sentences.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Says what was done. */
    void say(JsonMembers object, String... lines) {
        println(json ? List.of(object.toString()) : List.of(lines));
    }

    /** Says what there is. */
    void list(List<JsonMembers> objects, TextTable table) {
        println(json ? List.of(objects.toString()) : table.lines());
    }

    private void println(List<String> lines) {
        lines.forEach(command.commandLine().getOut()::println);
    }
}
