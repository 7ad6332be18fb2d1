package example.jsonfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import proctp.application.memory.OfficeSnapshot;
import tools.jackson.core.JacksonException;

/** The file, which is one program's alone as long as this is open. */
class OfficeFile implements AutoCloseable {

    /** Nobody else reads what is in there about patients; Windows has no such permissions. */
    private static final FileAttribute<?>[] OWNER_ALONE = FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
            : new FileAttribute<?>[0];

    private final Path file;
    private final SoleUse soleUse;

    /**
     * @throws IOException           when there can be no such file; the message says why
     * @throws IllegalStateException when somebody has it open already
     */
    OfficeFile(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a directory. The office needs a file.");
        }
        Path directory = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(directory)) {
            throw new IOException("There is no directory " + directory + " for the office's file.");
        }
        this.file = directory.toRealPath().resolve(file.getFileName());
        try {
            this.soleUse = new SoleUse(beside("lock"));
        } catch (IOException failure) {
            throw notOpened(beside("lock"), failure);
        }
    }

    /** What was written last; an office that holds no practice when nothing ever was. */
    OfficeSnapshot read() throws IOException {
        if (!Files.exists(file)) {
            return OfficeSnapshot.EMPTY;
        }
        byte[] json;
        try {
            json = Files.readAllBytes(file);
        } catch (IOException failure) {
            throw notOpened(file, failure);
        }
        try {
            return OfficeJson.read(json).orElseThrow(() -> noOffice(null));
        } catch (JacksonException notOurs) {
            throw noOffice(notOurs);
        }
    }

    private static IOException notOpened(Path file, IOException cause) {
        // with its name: many of these have a path for a message
        return new IOException("The file " + file + " cannot be opened: " + cause, cause);
    }

    private IOException noOffice(Exception cause) {
        return new IOException(file + " holds no office, or not all of one. It was left as it is.", cause);
    }

    /**
     * Writes all of it beside the file, waits until the disk has it, and puts it in the file's place at once: whenever the power goes,
     * the file is what it was before or what it is after.
     *
     * @throws IOException when the file is what it was before
     */
    void replace(OfficeSnapshot office) throws IOException {
        if (!isOpen()) {
            throw new IOException("the office is closed");
        }
        Path next = beside("next");
        Files.deleteIfExists(next);
        try (FileChannel out = FileChannel.open(next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ALONE)) {
            ByteBuffer json = ByteBuffer.wrap(OfficeJson.write(office));
            while (json.hasRemaining()) {
                out.write(json);
            }
            out.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Waits until the disk knows that the file was replaced.
     *
     * @throws IOException when that is not certain
     */
    void settle() throws IOException {
        // Windows opens no directory
        if (!file.getFileSystem().getSeparator().equals("\\")) {
            try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    /** Whether it was not let go yet. */
    boolean isOpen() {
        return soleUse.isHeld();
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + "." + ending);
    }

    /** Lets others at it. */
    @Override
    public void close() throws IOException {
        soleUse.close();
    }
}
