package planted.application;

import planted.application.port.ProcTPs;

/** A use case that can be extended. */
public class OpenUseCase {

    private final ProcTPs procTPs;

    public OpenUseCase(ProcTPs procTPs) {
        this.procTPs = procTPs;
    }

    public void delete(Caller caller) {
        procTPs.delete(caller);
    }
}
