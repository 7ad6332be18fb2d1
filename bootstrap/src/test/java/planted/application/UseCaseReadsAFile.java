package planted.application;

import java.io.InputStream;

/** Has a stream. */
record UseCaseReadsAFile(InputStream file) {
}
