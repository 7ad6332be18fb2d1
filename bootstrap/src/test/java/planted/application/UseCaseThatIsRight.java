package planted.application;

import planted.application.port.ProcTPs;

/** Keeps the rules: final, with one public method. */
public final class UseCaseThatIsRight {

    private final ProcTPs procTPs;

    public UseCaseThatIsRight(ProcTPs procTPs) {
        this.procTPs = procTPs;
    }

    public void delete(Caller caller) {
        procTPs.delete(caller);
    }
}
