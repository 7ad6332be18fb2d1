package planted.application.port;

import planted.application.Caller;

/** A port with the caller where it is overlooked. */
public interface PortThatTakesTheCallerLast {

    void delete(long num, Caller caller);
}
