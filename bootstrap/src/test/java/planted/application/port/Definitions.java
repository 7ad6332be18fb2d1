package planted.application.port;

import planted.application.Caller;

/** Keeps the rules: making a definition has no rule that a use case could add. */
public interface Definitions {

    void add(Caller caller);
}
