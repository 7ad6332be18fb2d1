package planted.domain;

import planted.application.Caller;

/** Looks outwards. */
record DomainSeesUseCases(Caller caller) {
}
