package planted.http.handlers;

import java.util.function.Consumer;
import planted.application.Caller;
import planted.application.port.ProcTPs;

/** Deletes past the rule, by a reference. */
record HttpRefersToADeletion(ProcTPs procTPs) {

    Consumer<Caller> delete() {
        return procTPs::delete;
    }
}
