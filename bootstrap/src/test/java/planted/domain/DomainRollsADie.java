package planted.domain;

import java.util.Random;

/** Rolls a die. */
final class DomainRollsADie {

    int eyes() {
        return new Random().nextInt(6);
    }
}
