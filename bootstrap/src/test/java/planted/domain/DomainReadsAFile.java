package planted.domain;

import java.nio.file.Path;

/** Has a file. */
record DomainReadsAFile(Path file) {
}
