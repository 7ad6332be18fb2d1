package planted.domain;

import java.time.InstantSource;

/** Takes a clock by its other name. */
record DomainTakesASource(InstantSource source) {
}
