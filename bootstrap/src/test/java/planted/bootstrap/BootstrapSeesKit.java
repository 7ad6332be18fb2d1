package planted.bootstrap;

import planted.contract.SignatureRaceContract;

/** Ships what tests. */
record BootstrapSeesKit(SignatureRaceContract contract) {
}
