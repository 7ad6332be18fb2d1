package proctp.http;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import proctp.application.Authenticate;
import proctp.application.Caller;
import proctp.application.Permission;
import proctp.domain.Refusal;

/** Learns from the Authorization header who is calling, before anything else is looked at. */
final class ApiKeyFilter {

    private static final Pattern CREDENTIALS = Pattern.compile("(?i:ODFHIR) +([^/ ]+)/([^/ ]+)");
    private static final String CALLER = "proctp.caller";

    private final Authenticate authenticate;

    ApiKeyFilter(Authenticate authenticate) {
        this.authenticate = authenticate;
    }

    /** @throws Refusal {@code KEY_INVALID}; a malformed header takes the same way as a wrong key */
    void authenticate(Context context) {
        List<String> headers = Collections.list(context.req().getHeaders("Authorization"));
        Matcher credentials = CREDENTIALS.matcher(headers.size() == 1 ? headers.get(0) : "");
        boolean wellFormed = credentials.matches();
        context.attribute(CALLER, authenticate.authenticate(
                wellFormed ? credentials.group(1) : "", wellFormed ? credentials.group(2) : ""));
    }

    /** Who is calling. */
    static Caller caller(Context context) {
        return context.attribute(CALLER);
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
