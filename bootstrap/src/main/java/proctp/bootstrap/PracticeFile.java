package proctp.bootstrap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files that a practice is moved in, one for each kind of record, each a record a line. */
enum PracticeFile {
    /** The practice itself. */
    PRACTICE("practice.ndjson"),
    /** Its lists. */
    DEFINITIONS("definitions.ndjson"),
    /** Its plans. */
    TREAT_PLANS("treatplans.ndjson"),
    /** The rows of its plans. */
    PROC_TPS("proctps.ndjson");

    private final String fileName;

    PracticeFile(String fileName) {
        this.fileName = fileName;
    }

    /** What it is called in every directory. */
    String fileName() {
        return fileName;
    }

    /** Where it is in this one. */
    Path in(Path directory) {
        return directory.resolve(fileName);
    }

    /** Those that the directory has. */
    static List<PracticeFile> presentIn(Path directory) {
        return Arrays.stream(values()).filter(file -> Files.exists(file.in(directory))).toList();
    }

    /** Why that cannot be a directory of them, one that is there or is yet to be made; a sentence. */
    static Optional<String> unusable(Path directory) {
        if (directory.toString().isEmpty()) {
            return Optional.of("DIR must be the name of a directory.");
        }
        return Files.exists(directory) && !Files.isDirectory(directory)
                ? Optional.of(directory + " is not a directory.") : Optional.empty();
    }

    /** The names of all of them. */
    static List<String> names() {
        return Arrays.stream(values()).map(PracticeFile::fileName).toList();
    }

    /** What it holds in that directory; nothing where it is missing. */
    InputStream open(Path directory) throws IOException {
        return Files.exists(in(directory)) ? new BufferedInputStream(Files.newInputStream(in(directory)))
                : InputStream.nullInputStream();
    }
}
