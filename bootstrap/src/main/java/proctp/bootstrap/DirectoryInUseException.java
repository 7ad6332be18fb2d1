package proctp.bootstrap;

import java.nio.file.Path;

/** A data directory cannot be had because another ProcTP has it. */
final class DirectoryInUseException extends StartException {
    private static final long serialVersionUID = 1L;

    DirectoryInUseException(Path directory) {
        super("Another ProcTP is using %s: stop it, or set PROCTP_DATA_DIR to another directory.".formatted(directory));
    }
}
