package proctp.http;

import java.net.URI;
import proctp.contract.wire.WireClient;

/** A client each of whose answers is held against the API's description, which takes its time: not for a test that counts seconds. */
final class SeenClient {

    private SeenClient() {
    }

    /** One with the sample's developer key and this customer key. */
    static WireClient of(URI base, String customerKey) {
        return WireClient.of(base, customerKey).seenBy(InMemoryServer.WITNESS);
    }

    /** One without keys. */
    static WireClient anonymous(URI base) {
        return WireClient.anonymous(base).seenBy(InMemoryServer.WITNESS);
    }
}
