package planted.application;

import org.slf4j.Logger;

/** Has a log. */
record UseCaseWritesALog(Logger log) {
}
