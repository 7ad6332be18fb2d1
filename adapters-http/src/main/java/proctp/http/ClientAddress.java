package proctp.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;

/** Finds out where a request comes from, behind the proxies whose word is taken for it. */
final class ClientAddress {

    /** Only addresses in digits: anything else would be looked up as a name. A port may follow, as some proxies write it. */
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile("(" + BYTE + "(?:\\." + BYTE + "){3})(?::\\d{1,5})?");
    private static final Pattern IPV6 = Pattern.compile("([0-9A-Fa-f]{0,4}:[0-9A-Fa-f:.]*)");
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]]*)](?::\\d{1,5})?");

    /** Longer than any list of proxies in earnest. */
    private static final int LONGEST = 1_000;

    private final Set<InetAddress> trustedProxies;

    ClientAddress(Set<InetAddress> trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    /**
     * The address of the client: of the peer, or where that is a trusted proxy, the last one in {@code X-Forwarded-For} that
     * is not itself a trusted proxy. Where the header is not in order, the peer's.
     */
    InetAddress of(Request request) {
        InetAddress peer = ((InetSocketAddress) request.getConnectionMetaData().getRemoteSocketAddress()).getAddress();
        return trustedProxies.contains(peer)
                ? forwardedFor(String.join(",", request.getHeaders().getValuesList("X-Forwarded-For"))).orElse(peer)
                : peer;
    }

    /** The last address of such a list that is no trusted proxy; empty when there is none, or anything else before it. */
    private Optional<InetAddress> forwardedFor(String list) {
        if (list.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> hops = Arrays.asList(list.split(",", -1));
        Collections.reverse(hops);
        for (String hop : hops) {
            Optional<InetAddress> address = address(hop.strip());
            if (address.filter(trustedProxies::contains).isEmpty()) {
                return address;
            }
        }
        return Optional.empty();
    }

    private static Optional<InetAddress> address(String text) {
        Matcher bracketed = BRACKETED.matcher(text);
        Matcher ipv4 = IPV4.matcher(text);
        Matcher ipv6 = IPV6.matcher(bracketed.matches() ? bracketed.group(1) : text);
        try {
            return ipv4.matches() ? Optional.of(InetAddress.getByName(ipv4.group(1)))
                    : ipv6.matches() ? Optional.of(InetAddress.getByName(ipv6.group(1)))
                    : Optional.empty();
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}
