package proctp.bootstrap;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import proctp.application.PracticeSink;
import proctp.http.OfficeLines;

/** Writes the files of a practice, which have their names only when all of them are whole. */
final class PracticeExport implements AutoCloseable {

    private static final int BUFFER = 256 * 1_024;

    private final Map<PracticeFile, FileChannel> channels = new EnumMap<>(PracticeFile.class);
    private final Map<PracticeFile, OutputStream> streams = new EnumMap<>(PracticeFile.class);
    private final Map<PracticeFile, Long> counts = new EnumMap<>(PracticeFile.class);
    private final Path directory;
    private final Progress progress;

    private PracticeExport(Path directory, Progress progress) {
        this.directory = directory;
        this.progress = progress;
    }

    /**
     * Writes a practice.
     *
     * @param practice puts all of it into a sink
     * @return what was written, in words
     * @throws IOException    when it could not be; no file has its name then
     * @throws StartException when no practice came, and then there is no file, either
     */
    static String write(Consumer<PracticeSink> practice, OfficeLines lines, Path directory, Progress progress) throws IOException {
        PrivateFiles.createDirectories(directory);
        try (PracticeExport export = new PracticeExport(directory, progress)) {
            for (PracticeFile file : PracticeFile.values()) {
                export.open(file);
            }
            progress.begin("Writing", 0);
            practice.accept(new PracticeSink(
                    itself -> export.put(PracticeFile.PRACTICE, lines.line(itself)),
                    definition -> export.put(PracticeFile.DEFINITIONS, lines.line(definition)),
                    plan -> export.put(PracticeFile.TREAT_PLANS, lines.line(plan)),
                    row -> export.put(PracticeFile.PROC_TPS, lines.line(row))));
            progress.end();
            if (export.counts.get(PracticeFile.PRACTICE) == 0) {
                throw new StartException("The practice has gone.");
            }
            export.finish();
            return ImportCheck.counts(export.counts.get(PracticeFile.DEFINITIONS), export.counts.get(PracticeFile.TREAT_PLANS),
                    export.counts.get(PracticeFile.PROC_TPS));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private void open(PracticeFile file) throws IOException {
        FileChannel channel = PrivateFiles.create(unfinished(file));
        channels.put(file, channel);
        streams.put(file, new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
        counts.put(file, 0L);
    }

    private void put(PracticeFile file, byte[] line) {
        try {
            streams.get(file).write(line);
            counts.merge(file, 1L, Long::sum);
            progress.step();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void finish() throws IOException {
        for (PracticeFile file : PracticeFile.values()) {
            streams.get(file).flush();
            channels.get(file).force(true);
            channels.get(file).close();
        }
        for (PracticeFile file : PracticeFile.values()) {
            PrivateFiles.rename(unfinished(file), file.in(directory));
        }
    }

    private Path unfinished(PracticeFile file) {
        return directory.resolve(file.fileName() + ".new");
    }

    /** Leaves nothing behind that is not finished. */
    @Override
    public void close() throws IOException {
        for (Map.Entry<PracticeFile, FileChannel> open : channels.entrySet()) {
            open.getValue().close();
            Files.deleteIfExists(unfinished(open.getKey()));
        }
    }
}
