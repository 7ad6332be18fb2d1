package planted.application;

import planted.application.port.ProcTPs;

/** Keeps the rules: the list of the use cases. */
record UseCases(UseCaseThatIsRight useCase, ProcTPs procTPs) {
}
