package planted.domain;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Takes what day it is from nowhere. */
final class DomainTakesTheDay {

    LocalDate entered() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
