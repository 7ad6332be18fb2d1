package planted.http;

import java.time.InstantSource;

/** Makes a clock by its other name. */
final class HttpMakesASource {

    InstantSource source() {
        return InstantSource.system();
    }
}
