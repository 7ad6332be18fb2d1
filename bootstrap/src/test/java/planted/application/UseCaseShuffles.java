package planted.application;

import java.util.Collections;
import java.util.List;

/** Leaves an order to chance. */
final class UseCaseShuffles {

    void shuffle(List<String> rows) {
        Collections.shuffle(rows);
    }
}
