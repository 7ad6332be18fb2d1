package proctp.http;

import io.javalin.http.Context;
import org.slf4j.MDC;

/** Lets what the parts behind the API log during a request have the request's id, too. */
final class LoggedId {

    private static final String FIELD = "requestId";

    /** A part of the work on a request. */
    interface Work<E extends Exception> {
        void run() throws E;
    }

    private LoggedId() {
    }

    /** Does the work with the id on every line of this thread. */
    static <E extends Exception> void during(Context context, Work<E> work) throws E {
        MDC.put(FIELD, EdgeHandler.requestId(context.req()));
        try {
            work.run();
        } finally {
            MDC.remove(FIELD);
        }
    }
}
