package planted.application.port;

import planted.application.Caller;

/** Keeps the rules: a port whose method takes the caller first. */
public interface ProcTPs {

    void delete(Caller caller);
}
