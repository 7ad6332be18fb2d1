package example.jsonfile;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import proctp.application.memory.OfficeSnapshot;
import tools.jackson.core.JacksonException;

/** The file, which is one program's alone as long as this is open. */
class OfficeFile implements AutoCloseable {

    private final Path file;
    private final SoleUse soleUse;

    /** @throws IllegalStateException when somebody has it open already */
    OfficeFile(Path file) throws IOException {
        this.file = file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
        this.soleUse = new SoleUse(beside("lock"));
    }

    /** What was written last; an office that holds no practice when nothing ever was. */
    OfficeSnapshot read() throws IOException {
        if (!Files.exists(file)) {
            return OfficeSnapshot.EMPTY;
        }
        try {
            return OfficeJson.read(Files.readAllBytes(file)).orElseThrow(() -> noOffice(null));
        } catch (JacksonException notOurs) {
            throw noOffice(notOurs);
        }
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
        if (!soleUse.isHeld()) {
            throw new IOException("the office is closed");
        }
        Path next = beside("next");
        try (FileOutputStream out = new FileOutputStream(next.toFile())) {
            out.write(OfficeJson.write(office));
            out.getFD().sync();
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

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + "." + ending);
    }

    /** Lets others at it. */
    @Override
    public void close() throws IOException {
        soleUse.close();
    }
}
