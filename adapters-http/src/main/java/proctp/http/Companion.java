package proctp.http;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.function.Function;
import proctp.application.UseCases;

/**
 * Goes with one request from its head to its answer, and can make it fare as it would on a bad day. A service gives its requests
 * none; a stand-in for a service has them, so that whoever writes a client can have things go wrong.
 *
 * <p>It is asked on the thread of its request, which waits meanwhile.
 */
public interface Companion {

    /** Looks on. */
    Companion NONE = new Companion() {
    };

    /**
     * What is asked, as far as its first line says. Without keys, which are in a header.
     *
     * @param method as it was sent
     * @param path   as it was sent
     * @param query  as it was sent, without its question mark; {@code ""} for none
     */
    record Asked(String method, String path, String query) {

        public Asked {
            requireNonNull(method);
            requireNonNull(path);
            requireNonNull(query);
        }
    }

    /**
     * Starts a server as {@link HttpServer#start} does, but not to serve an office: to stand in for a service that does. It stops without
     * a farewell.
     *
     * @param companions gives each request the one that goes with it
     */
    static HttpServer serve(HttpSettings settings, UseCases useCases, MeterRegistry registry, Function<Asked, Companion> companions) {
        return HttpServer.start(settings, useCases, registry, companions);
    }

    /**
     * The request's keys are good, and nothing else of it was looked at. What is thrown here is answered as if the office had
     * thrown it.
     *
     * @return the rate that the request is too fast for, so that it is refused; empty when it goes on
     */
    default Optional<HttpSettings.Rate> comes() {
        return Optional.empty();
    }

    /**
     * All that was asked is done, or refused, and the answer is about to leave.
     *
     * @param status of the answer
     * @return whether it leaves; otherwise the connection ends without it
     */
    default boolean leaves(int status) {
        return true;
    }
}
