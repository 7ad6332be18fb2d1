package planted.contract.check;

import planted.application.Caller;

/** Knows what it is to judge from outside. */
record CheckSeesTheOffice(Caller caller) {
}
