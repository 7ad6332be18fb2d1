package planted.application;

import java.util.UUID;

/** Makes what no test can expect. */
final class UseCaseInventsAnId {

    UUID id() {
        return UUID.randomUUID();
    }
}
