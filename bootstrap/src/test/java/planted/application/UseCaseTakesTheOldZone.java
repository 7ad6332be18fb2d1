package planted.application;

import java.util.TimeZone;

/** Takes the machine's zone in an old way. */
final class UseCaseTakesTheOldZone {

    TimeZone zone() {
        return TimeZone.getDefault();
    }
}
