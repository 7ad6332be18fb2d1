package planted.application.port;

import planted.application.Caller;

/** Keeps the rules: whose key it is shows only when it was found. */
public interface ApiKeys {

    Caller find(String digest);
}
