package planted.http.handlers;

import planted.application.Caller;
import planted.application.port.ApiKeys;
import planted.application.port.Definitions;

/** Keeps the rules: reads by one port, and makes a definition by another. */
record HttpKeepsToWhatPortsMayDo(ApiKeys apiKeys, Definitions definitions) {

    Caller add(String digest) {
        Caller caller = apiKeys.find(digest);
        definitions.add(caller);
        return caller;
    }
}
