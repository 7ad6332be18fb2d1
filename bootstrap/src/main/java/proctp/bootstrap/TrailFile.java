package proctp.bootstrap;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import proctp.application.Caller;
import proctp.application.Change;
import proctp.application.ChangeFilter;
import proctp.application.PracticeNum;
import proctp.application.port.Changes;
import proctp.http.OfficeLines;

/**
 * The audit trail of a practice in a file beside {@linkplain PracticeFile those of its records}, an entry a line as the API returns it.
 * It is for people who have to keep it: nothing takes it in again, since nobody may write a trail but what happens.
 */
final class TrailFile {

    private static final String NAME = "changes.ndjson";
    private static final int AT_ONCE = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(TrailFile.class);

    private final Path directory;
    private final Path unfinished;

    TrailFile(Path directory) {
        this.directory = directory;
        this.unfinished = directory.resolve(NAME + ".new");
    }

    /**
     * Sees that nothing would be written over.
     *
     * @throws ParameterException when it would be
     */
    void requireNone(CommandSpec command) {
        for (Path file : List.of(directory.resolve(NAME), unfinished)) {
            if (Files.exists(file)) {
                throw new ParameterException(command.commandLine(), "%s is in %s already: name another directory, or move it away."
                        .formatted(file.getFileName(), directory));
            }
        }
    }

    /**
     * Writes all of it.
     *
     * @return how many entries
     * @throws StartException when it could not be; the file is not there then
     */
    long write(Changes changes, PracticeNum practice, OfficeLines lines) {
        try (FileChannel channel = PrivateFiles.create(unfinished)) {
            // patients' data must not stay in a file that nobody asks for when Ctrl-C comes
            Runtime.getRuntime().addShutdownHook(new Thread(this::deleteUnfinished, "unfinished trail"));
            try {
                long count = put(changes, practice, lines, new BufferedOutputStream(Channels.newOutputStream(channel)));
                channel.force(true);
                channel.close();
                PrivateFiles.rename(unfinished, directory.resolve(NAME));
                return count;
            } finally {
                channel.close();
                deleteUnfinished();
            }
        } catch (IOException failure) {
            throw new StartException("The file %s in %s cannot be written: %s."
                    .formatted(NAME, directory, StartException.reason(directory, failure)), failure);
        }
    }

    private static long put(Changes changes, PracticeNum practice, OfficeLines lines, OutputStream file) throws IOException {
        long count = 0;
        ChangeFilter rest = ChangeFilter.ALL;
        List<Change> some;
        do {
            some = changes.list(Caller.atConsole(practice), rest, AT_ONCE);
            for (Change change : some) {
                file.write(lines.line(change));
                rest = rest.after(change.num());
            }
            count += some.size();
        } while (some.size() == AT_ONCE);
        file.flush();
        return count;
    }

    private void deleteUnfinished() {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException failure) {
            LOG.error("A file that was broken off is left in {}: {}", directory, StartException.reason(directory, failure));
        }
    }
}
