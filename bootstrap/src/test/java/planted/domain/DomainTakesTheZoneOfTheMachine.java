package planted.domain;

import java.time.ZoneId;

/** Takes the machine's zone for the practice's. */
final class DomainTakesTheZoneOfTheMachine {

    ZoneId zone() {
        return ZoneId.systemDefault();
    }
}
