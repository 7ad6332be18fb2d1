package planted.bootstrap.companions;

import planted.http.Companion;

/** Has requests fare badly in production; in a package of its own, since others close a circle with bootstrap. */
final class BootstrapHasCompanions {

    int start() {
        return Companion.serve(method -> null);
    }
}
