package planted.domain;

import java.net.URI;

/** Has an address. */
record DomainCallsTheNet(URI address) {
}
