package proctp.bootstrap;

import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Whether whoever gave a command that cannot be taken back means it. */
final class Confirmation {

    @Option(names = "--yes", description = "Do not ask whether it is meant.")
    private boolean yes;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * Asks the person, unless they have said so.
     *
     * @param consequence a sentence that says what will be done
     * @param request     what to type, as words that follow "Type"
     * @param agrees      whether an answer is what was to be typed
     * @throws ParameterException when there is nobody to ask
     * @throws StartException     when they do not agree
     */
    void require(Terminal terminal, String consequence, String request, Predicate<String> agrees) {
        if (yes) {
            return;
        }
        if (!terminal.isThere()) {
            throw new ParameterException(command.commandLine(), consequence + " Nobody is at a terminal to confirm that:"
                    + " say --yes if it is meant. Nothing was done.");
        }
        String answer = terminal.answer(consequence + " Type " + request + " to go on: ", command.commandLine().getErr());
        if (!agrees.test(answer)) {
            throw new StartException("That was something else, so nothing was done.");
        }
    }
}
