package proctp.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import proctp.application.PracticeSink;
import proctp.http.OfficeLines;

/** The directory into which a command writes the files of a practice. */
final class NewFiles {

    @Parameters(paramLabel = "DIR", description = "Where the files go; made if it is not there. Files of these names must not be there.")
    private Path directory;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * Sees that the directory is one, or can be made, and that nothing would be written over.
     *
     * @throws ParameterException when it is not so
     */
    void requireNone() {
        requireNone(PracticeFile.OF_RECORDS, directory, command);
    }

    /** The same for the files and the directory of another command. */
    static void requireNone(Set<PracticeFile> files, Path directory, CommandSpec command) {
        PracticeFile.unusable(directory).ifPresent(why -> {
            throw new ParameterException(command.commandLine(), why);
        });
        List<PracticeFile> present = PracticeFile.present(files, directory);
        if (!present.isEmpty()) {
            throw new ParameterException(command.commandLine(), "%s is in %s already: name another directory, or move it away."
                    .formatted(present.get(0).fileName(), directory));
        }
    }

    /**
     * Writes a practice.
     *
     * @param practice puts all of it into a sink
     * @return what was written, in words
     * @throws StartException when it could not be
     */
    String write(Consumer<PracticeSink> practice, OfficeLines lines, Clock clock) {
        return write(practice, Optional.empty(), lines, clock, directory, command);
    }

    /** The same into the directory of another command, with an audit trail beside it where one is given. */
    static String write(Consumer<PracticeSink> practice, Optional<Trail> trail, OfficeLines lines, Clock clock, Path directory,
                        CommandSpec command) {
        try {
            return PracticeExport.write(practice, trail, lines, directory, Progress.on(command.commandLine().getErr(), clock));
        } catch (IOException failure) {
            throw new StartException("The files in %s cannot be written: %s."
                    .formatted(directory, StartException.reason(directory, failure)), failure);
        }
    }
}
