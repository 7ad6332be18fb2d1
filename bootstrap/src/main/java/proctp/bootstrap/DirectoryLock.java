package proctp.bootstrap;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a data directory to one ProcTP; the system gives it back when the process dies, however it dies. */
final class DirectoryLock implements AutoCloseable {
    // a second channel on the file, when it closes, would drop the lock that this JVM holds: never open one
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Takes the lock, without waiting.
     *
     * @param directory as {@link Path#toRealPath} says it
     * @throws DirectoryInUseException when another ProcTP has it
     */
    static DirectoryLock take(Path directory) throws IOException {
        if (!HELD.add(directory)) {
            throw new DirectoryInUseException(directory);
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw new DirectoryInUseException(directory);
            }
            return new DirectoryLock(directory, channel);
        } catch (IOException | RuntimeException e) {
            HELD.remove(directory);
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    /** Gives the directory back; the file stays, since whoever waits for it may have it open. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(directory);
        }
    }
}
