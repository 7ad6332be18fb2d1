package planted.http;

import planted.Inject;

/** A field that fills itself. */
final class InjectedHandler {

    @Inject
    String practice;
}
