package example.jsonfile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The right of one program to a file, which the system takes back when the program dies, however that is. */
final class SoleUse implements AutoCloseable {

    // whoever closes a second channel on a lock drops the first one's too, so no program opens two
    private static final Set<Path> IN_USE_HERE = ConcurrentHashMap.newKeySet();

    private final Path lock;
    private final FileChannel channel;

    /**
     * Takes it, and waits for nobody.
     *
     * @param lock a file of its own; it stays, since others may be about to lock it
     * @throws IllegalStateException when somebody has it
     */
    SoleUse(Path lock) throws IOException {
        this.lock = lock;
        if (!IN_USE_HERE.add(lock)) {
            throw taken();
        }
        try {
            this.channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw taken();
            }
        } catch (IOException | IllegalStateException failure) {
            IN_USE_HERE.remove(lock);
            throw failure;
        }
    }

    private IllegalStateException taken() {
        return new IllegalStateException("Another program has the office open: " + lock + " is locked. Only one can have it at a time.");
    }

    /** Whether it was not given back yet. */
    boolean isHeld() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            IN_USE_HERE.remove(lock);
        }
    }
}
