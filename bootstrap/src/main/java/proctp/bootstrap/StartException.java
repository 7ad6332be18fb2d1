package proctp.bootstrap;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** ProcTP cannot start, or cannot stop its database; the message is one sentence for the person at the terminal. */
public final class StartException extends RuntimeException {
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
        String reason = cause instanceof AccessDeniedException
                ? "this user may not read or write " + cause.getMessage()
                : cause.getMessage();
        return new StartException("ProcTP cannot use the data directory %s: %s.".formatted(directory, reason), cause);
    }
}
