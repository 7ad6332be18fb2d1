package planted.application;

import planted.application.port.ProcTPs;

/** A use case that should be two. */
public final class UseCaseWithTwoJobs {

    private final ProcTPs procTPs;

    public UseCaseWithTwoJobs(ProcTPs procTPs) {
        this.procTPs = procTPs;
    }

    public void delete(Caller caller) {
        procTPs.delete(caller);
    }

    public void undo(Caller caller) {
        procTPs.delete(caller);
    }
}
