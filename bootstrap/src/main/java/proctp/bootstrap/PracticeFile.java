package proctp.bootstrap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import proctp.http.OfficeLines;

/** The files that a practice is written into, one for each kind of record, each a record a line as the API returns it. */
enum PracticeFile {
    /** The practice itself. */
    PRACTICE(OfficeLines.PRACTICE_FILE),
    /** Its lists. */
    DEFINITIONS(OfficeLines.DEFINITIONS_FILE),
    /** Its plans. */
    TREAT_PLANS(OfficeLines.TREAT_PLANS_FILE),
    /** The rows of its plans. */
    PROC_TPS(OfficeLines.PROC_TPS_FILE),
    /**
     * What has happened to them. It is for people who have to keep that: nothing takes it in again, since nobody may write an audit
     * trail but what happens.
     */
    CHANGES(OfficeLines.CHANGES_FILE);

    /** Those that a practice is moved in. */
    static final Set<PracticeFile> OF_RECORDS = Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(CHANGES)));

    /** These and the audit trail. */
    static final Set<PracticeFile> WITH_TRAIL = Collections.unmodifiableSet(EnumSet.allOf(PracticeFile.class));

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

    /** Those of these files that the directory has. */
    static List<PracticeFile> present(Set<PracticeFile> files, Path directory) {
        return files.stream().filter(file -> Files.exists(file.in(directory))).toList();
    }

    /** Why that cannot be a directory of them, one that is there or is yet to be made; a sentence. */
    static Optional<String> unusable(Path directory) {
        if (directory.toString().isEmpty()) {
            return Optional.of("DIR must be the name of a directory.");
        }
        return Files.exists(directory) && !Files.isDirectory(directory)
                ? Optional.of(directory + " is not a directory.") : Optional.empty();
    }

    /** What these files are called. */
    static List<String> names(Set<PracticeFile> files) {
        return files.stream().map(PracticeFile::fileName).toList();
    }

    /** What it holds in that directory; nothing where it is missing. */
    InputStream open(Path directory) throws IOException {
        return Files.exists(in(directory)) ? new BufferedInputStream(Files.newInputStream(in(directory)))
                : InputStream.nullInputStream();
    }
}
