package proctp.junit;

import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** Programs that call a stand-in. */
final class Clients {

    private Clients() {
    }

    /** One with the sample's key to practice 1. */
    static WireClient of(ProcTP server) {
        return of(server, SampleOffice.CUSTOMER_KEY);
    }

    /** One with this key. */
    static WireClient of(ProcTP server, String customerKey) {
        return WireClient.of(server.url().resolve("/"), customerKey);
    }
}
