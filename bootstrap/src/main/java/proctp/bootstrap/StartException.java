package proctp.bootstrap;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** ProcTP cannot start, or cannot stop its database; the message is one sentence for the person at the terminal. */
public class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartException(String sentence) {
        super(sentence);
    }

    StartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** It was told to stop before it was up. */
    static StartException stopped() {
        return new StartException("ProcTP was stopped while it was starting.");
    }

    /** Something in the data directory could not be read or written. */
    static StartException unusable(Path directory, IOException cause) {
        String reason = Files.exists(directory) && !Files.isDirectory(directory)
                ? "it is not a directory"
                : reason(directory, cause);
        return new StartException("ProcTP cannot use the data directory %s: %s.".formatted(directory, reason), cause);
    }

    /** Why a file of that directory could not be read or written, in words that follow a colon. */
    static String reason(Path directory, IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return "this user may not read or write " + cause.getMessage();
        }
        if (!(cause instanceof FileSystemException failure)) {
            return cause.getMessage() == null ? "a file cannot be used (" + kind(cause) + ")" : cause.getMessage();
        }
        if (failure.getReason() == null) {
            return failure.getFile() + inWords(failure);
        }
        return directory.toString().equals(failure.getFile()) ? failure.getReason() : failure.getMessage();
    }

    /** For the failures that Java has classes for, the system's own reason gets lost. */
    private static String inWords(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return " is missing";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return " is there already";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return " is not empty";
        }
        return failure instanceof NotDirectoryException
                ? " is not a directory"
                : " cannot be used (" + kind(failure) + ")";
    }

    private static String kind(IOException failure) {
        return failure.getClass().getSimpleName();
    }
}
