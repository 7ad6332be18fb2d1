package planted.http.handlers;

import planted.application.Caller;
import planted.application.port.ProcTPs;

/** Deletes past the rule. */
record HttpDeletesByAPort(ProcTPs procTPs) {

    void delete(Caller caller) {
        procTPs.delete(caller);
    }
}
