package proctp.bootstrap;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import proctp.application.PracticeSink;
import proctp.http.OfficeLines;

/**
 * Writes the files of a practice, which have their names only when all of them are whole. Until then they are called
 * {@code .new}, and keep the directory to this export: another that finds one leaves it alone and fails.
 */
final class PracticeExport implements AutoCloseable {

    private static final int BUFFER = 256 * 1_024;
    private static final Logger LOG = LoggerFactory.getLogger(PracticeExport.class);

    private final ReentrantLock closing = new ReentrantLock();
    private final Set<PracticeFile> files;
    private final Set<PracticeFile> unfinished = EnumSet.noneOf(PracticeFile.class);
    private final Map<PracticeFile, FileChannel> channels = new EnumMap<>(PracticeFile.class);
    private final Map<PracticeFile, OutputStream> streams = new EnumMap<>(PracticeFile.class);
    private final Map<PracticeFile, Long> counts = new EnumMap<>(PracticeFile.class);
    private final Path directory;
    private final Progress progress;

    private PracticeExport(Set<PracticeFile> files, Path directory, Progress progress) {
        this.files = files;
        this.directory = directory;
        this.progress = progress;
    }

    /**
     * Writes a practice.
     *
     * @param practice puts all of it into a sink
     * @param trail    its audit trail, if that is to be written, too
     * @return what was written, in words
     * @throws IOException    when it could not be; no file has its name then
     * @throws StartException when no practice came, or another export writes there; no file has its name then, either
     */
    static String write(Consumer<PracticeSink> practice, Optional<Trail> trail, OfficeLines lines, Path directory, Progress progress)
            throws IOException {
        PrivateFiles.createDirectories(directory);
        Set<PracticeFile> files = trail.isPresent() ? PracticeFile.WITH_TRAIL : PracticeFile.OF_RECORDS;
        try (PracticeExport export = new PracticeExport(files, directory, progress)) {
            // patients' data must not stay in files that nobody asks for when Ctrl-C comes
            Runtime.getRuntime().addShutdownHook(new Thread(export::end, "unfinished files"));
            export.openAll();
            progress.begin("Writing", 0);
            practice.accept(new PracticeSink(
                    itself -> export.put(PracticeFile.PRACTICE, lines.line(itself)),
                    definition -> export.put(PracticeFile.DEFINITIONS, lines.line(definition)),
                    plan -> export.put(PracticeFile.TREAT_PLANS, lines.line(plan)),
                    row -> export.put(PracticeFile.PROC_TPS, lines.line(row))));
            trail.ifPresent(all -> all.read(some -> {
                some.forEach(change -> export.put(PracticeFile.CHANGES, lines.line(change)));
                return true;
            }));
            progress.end();
            if (export.counts.get(PracticeFile.PRACTICE) == 0) {
                throw new StartException("The practice has gone.");
            }
            export.finish();
            return export.counts();
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private String counts() {
        String records = ImportCheck.counts(counts.get(PracticeFile.DEFINITIONS), counts.get(PracticeFile.TREAT_PLANS),
                counts.get(PracticeFile.PROC_TPS));
        return files.contains(PracticeFile.CHANGES)
                ? String.format(Locale.ROOT, "%s, and %,d changes, which import does not take in", records, counts.get(PracticeFile.CHANGES))
                : records;
    }

    private void openAll() throws IOException {
        closing.lock();
        try {
            for (PracticeFile file : files) {
                open(file);
            }
        } finally {
            closing.unlock();
        }
    }

    private void open(PracticeFile file) throws IOException {
        try {
            channels.put(file, PrivateFiles.create(unfinished(file)));
        } catch (FileAlreadyExistsException taken) {
            throw new StartException(("%s is in %s: another export or sample is writing there, or one was broken off: then delete"
                    + " the file.").formatted(unfinished(file).getFileName(), directory), taken);
        }
        unfinished.add(file);
        streams.put(file, new BufferedOutputStream(Channels.newOutputStream(channels.get(file)), BUFFER));
        counts.put(file, 0L);
        requireFree(file);
    }

    private void requireFree(PracticeFile file) throws IOException {
        if (Files.exists(file.in(directory))) {
            throw new FileAlreadyExistsException(file.in(directory).toString());
        }
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
        for (PracticeFile file : files) {
            streams.get(file).flush();
            channels.get(file).force(true);
            channels.get(file).close();
        }
        closing.lock();
        try {
            nameAll();
        } finally {
            closing.unlock();
        }
    }

    /** Gives all of them their names, or none. */
    private void nameAll() throws IOException {
        Set<PracticeFile> named = EnumSet.noneOf(PracticeFile.class);
        try {
            for (PracticeFile file : files) {
                requireFree(file);
                // before: it may have its name when the disk has not taken that yet, and never does
                named.add(file);
                PrivateFiles.rename(unfinished(file), file.in(directory));
                unfinished.remove(file);
            }
        } catch (IOException failure) {
            named.forEach(file -> takeBack(file, failure));
            throw failure;
        }
    }

    private void takeBack(PracticeFile file, IOException failure) {
        try {
            Files.deleteIfExists(file.in(directory));
        } catch (IOException more) {
            failure.addSuppressed(more);
        }
    }

    private Path unfinished(PracticeFile file) {
        return directory.resolve(file.fileName() + ".new");
    }

    /** Leaves nothing behind that is not finished, because the JVM ends. */
    private void end() {
        // never unlocked: the export fails now, and waits in close() for the end instead of telling a story about it
        closing.lock();
        try {
            deleteUnfinished();
        } catch (IOException failure) {
            LOG.error("Files of an export that was broken off are left in {}: {}", directory, StartException.reason(directory, failure));
        }
    }

    /** Leaves nothing behind that is not finished. */
    @Override
    public void close() throws IOException {
        progress.end();
        closing.lock();
        try {
            deleteUnfinished();
        } finally {
            closing.unlock();
        }
    }

    private void deleteUnfinished() throws IOException {
        for (PracticeFile file : Set.copyOf(unfinished)) {
            channels.get(file).close();
            Files.deleteIfExists(unfinished(file));
            unfinished.remove(file);
        }
    }
}
