package proctp.http;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * What an operator can set of the API.
 *
 * @param listen      where it is
 * @param zone        the practice's time zone, in which date-times are written and read
 * @param pages       how long lists are
 * @param corsOrigins the origins whose pages may call from a browser
 * @param limits      what a request may cost before anybody knows whose it is
 * @param throttle    how often one may call
 */
public record HttpSettings(Listen listen, ZoneId zone, Pages pages, Set<String> corsOrigins, Limits limits, Throttle throttle) {

    public HttpSettings {
        requireNonNull(listen);
        requireNonNull(zone);
        requireNonNull(pages);
        requireNonNull(limits);
        requireNonNull(throttle);
        corsOrigins = Set.copyOf(corsOrigins);
    }

    /**
     * Where the API is.
     *
     * @param host the address to listen on
     * @param port the port; 0 takes a free one
     * @param tls  empty for plain HTTP
     */
    public record Listen(String host, int port, Optional<Tls> tls) {

        public Listen {
            requireNonNull(host);
            requireNonNull(tls);
        }
    }

    /**
     * What the service proves itself with. Both files may change while it runs.
     *
     * @param certificate PEM: the service's certificate, then those that lead to its authority
     * @param key         PEM: the certificate's private key in PKCS #8, without a passphrase
     */
    public record Tls(Path certificate, Path key) {

        public Tls {
            requireNonNull(certificate);
            requireNonNull(key);
        }

        /**
         * Looks into both files, so that a wrong one is known before anything starts.
         *
         * @throws IllegalArgumentException with a sentence for the operator, when a file cannot be read or the two are no pair
         */
        public void check() {
            PemKeyStore.check(certificate, key);
        }
    }

    /**
     * How many items a list has.
     *
     * @param usual when the client names no Limit
     * @param max   at most
     */
    public record Pages(int usual, int max) {
    }

    /**
     * What one request may cost.
     *
     * @param body        bytes of a body
     * @param headers     bytes of the request line and the headers together
     * @param target      bytes of the request's target: its path and query
     * @param jsonDepth   objects and arrays within each other in a body, itself included
     * @param connections that are open at once
     * @param requestTime from a request's first byte to its last
     * @param answerTime  from an answer's first byte to the last that its client takes
     * @param held        bytes of all bodies that are half sent, together; and again of all long lists that are half taken
     */
    public record Limits(int body, int headers, int target, int jsonDepth, int connections, Duration requestTime,
                         Duration answerTime, long held) {

        public Limits {
            requireNonNull(requestTime);
            requireNonNull(answerTime);
        }
    }

    /**
     * How often one may call.
     *
     * @param wrongKeysPerMinute  requests with wrong keys that a client's address has in a minute; 0 for any number
     * @param perKey              what each customer key may do; empty for as much as it wants
     * @param trustedProxies      whose word is taken for the address of the client before them
     */
    public record Throttle(int wrongKeysPerMinute, Optional<Rate> perKey, Set<InetAddress> trustedProxies) {

        public Throttle {
            requireNonNull(perKey);
            trustedProxies = Set.copyOf(trustedProxies);
        }
    }

    /**
     * A number of requests in each period of time.
     *
     * @param requests from 1
     * @param period   whole seconds, from 1
     */
    public record Rate(int requests, Duration period) {

        public Rate {
            requireNonNull(period);
        }
    }
}
