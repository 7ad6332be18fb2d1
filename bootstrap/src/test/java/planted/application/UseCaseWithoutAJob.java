package planted.application;

import planted.application.port.ProcTPs;

/** A use case that nobody outside can call. */
public final class UseCaseWithoutAJob {

    private final ProcTPs procTPs;

    public UseCaseWithoutAJob(ProcTPs procTPs) {
        this.procTPs = procTPs;
    }

    void delete(Caller caller) {
        procTPs.delete(caller);
    }
}
