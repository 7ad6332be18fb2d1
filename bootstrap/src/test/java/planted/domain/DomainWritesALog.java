package planted.domain;

import org.slf4j.Logger;

/** Has a log. */
record DomainWritesALog(Logger log) {
}
