package proctp.http;

import io.github.bucket4j.TimeMeter;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import proctp.application.Authenticate;
import proctp.application.Caller;
import proctp.application.KeyDigest;
import proctp.application.Permission;
import proctp.application.UseCases;
import proctp.domain.Refusal;

/** Learns from the Authorization header who is calling, before anything else is looked at, and whether it is too often. */
final class ApiKeyFilter {

    private static final Pattern CREDENTIALS = Pattern.compile("(?i:ODFHIR) +([^/ ]+)/([^/ ]+)");

    private final BiFunction<String, String, KeyDigest> digest;
    private final Authenticate authenticate;
    private final ClientAddress clientAddress;
    private final GoodKeys goodKeys = new GoodKeys(TimeMeter.SYSTEM_NANOTIME);
    private final WrongKeys wrongKeys;
    private final Optional<KeyRate> keyRate;

    ApiKeyFilter(UseCases useCases, HttpSettings.Throttle throttle) {
        this.digest = useCases.digest();
        this.authenticate = useCases.authenticate();
        this.clientAddress = new ClientAddress(throttle.trustedProxies());
        this.wrongKeys = new WrongKeys(throttle.wrongKeysPerMinute(), TimeMeter.SYSTEM_NANOTIME);
        this.keyRate = throttle.perKey().map(rate -> new KeyRate(rate, TimeMeter.SYSTEM_NANOTIME));
    }

    /**
     * Finds out who is calling.
     *
     * @throws Refusal {@code KEY_INVALID}; a malformed header takes the same way as a wrong key. {@code WRONG_KEYS_EXCEEDED}
     *                 in its place after too many of these, and for any key that was not good lately when as many of the
     *                 address's are being looked at as may be, {@code RATE_EXCEEDED} when the key is good but too busy
     */
    void authenticate(Context context) {
        Caller caller = known(context);
        Exchange.of(context).caller(caller.in(EdgeHandler.requestId(context.req())));
        // by the caller of no request in particular, or each request would have a budget of its own
        keyRate.ifPresent(rate -> rate.count(caller, context));
    }

    /**
     * Finds out anew, whenever it is asked, whose keys the request came with, which throws {@code KEY_INVALID} once they are no
     * longer good: for an answer that goes on for hours.
     */
    Supplier<Caller> anew(Context context) {
        KeyDigest pair = pair(context);
        return () -> authenticate.authenticate(pair);
    }

    private Caller known(Context context) {
        KeyDigest pair = pair(context);
        // looked up in any case, or a key that was disabled would still work
        return goodKeys.has(pair) ? lookUp(pair, context)
                : wrongKeys.inTurn(address(context), context, () -> lookUp(pair, context));
    }

    /** What the keys come to; of a header that has none, what no keys come to. */
    private KeyDigest pair(Context context) {
        List<String> headers = Collections.list(context.req().getHeaders("Authorization"));
        Matcher credentials = CREDENTIALS.matcher(headers.size() == 1 ? headers.get(0) : "");
        boolean wellFormed = credentials.matches();
        return digest.apply(wellFormed ? credentials.group(1) : "", wellFormed ? credentials.group(2) : "");
    }

    private Caller lookUp(KeyDigest pair, Context context) {
        try {
            Caller caller = authenticate.authenticate(pair);
            goodKeys.add(pair);
            return caller;
        } catch (Refusal refused) {
            if (refused.kind() == Refusal.Kind.KEY_INVALID) {
                goodKeys.remove(pair);
                wrongKeys.count(address(context), context);
            }
            throw refused;
        }
    }

    private InetAddress address(Context context) {
        return clientAddress.of(ServletContextRequest.getServletContextRequest(context.req()));
    }

    /** Who is calling. */
    static Caller caller(Context context) {
        return Exchange.of(context).caller().orElseThrow();
    }

    /** Whether the caller's key may do that. */
    static boolean may(Context context, Permission permission) {
        return caller(context).permissions().contains(permission);
    }

    /** The refusal of a caller whose key may not. */
    static Refusal notAuthorized() {
        return new Refusal(Refusal.Kind.NOT_AUTHORIZED, "Not Authorized");
    }
}
