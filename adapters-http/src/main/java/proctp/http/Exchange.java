package proctp.http;

import io.javalin.http.Context;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import proctp.application.Caller;

/**
 * What is learned of a request on its way, for its answer and for what is written of it at its end. Of a client's own words
 * it only keeps numbers of records.
 */
final class Exchange {

    private static final String ATTRIBUTE = "proctp.exchange";

    /** Whose record is meant: what an auditor asks for. */
    private static final Set<String> RECORDS = Set.of("ProcTPNum", "TreatPlanNum", "PatNum");

    private final Map<String, List<Long>> records = new LinkedHashMap<>();
    private String route = "";
    private Caller caller;
    private Integer rows;
    private String contentType = "";
    private byte[] body = {};
    private EventStream stream;
    private Companion companion = Companion.NONE;

    private Exchange() {
    }

    /** That of a request, from its first moment on. */
    static Exchange of(Request request) {
        if (!(request.getAttribute(ATTRIBUTE) instanceof Exchange)) {
            request.setAttribute(ATTRIBUTE, new Exchange());
        }
        return (Exchange) request.getAttribute(ATTRIBUTE);
    }

    /** That of a request which has come as far as the routes. */
    static Exchange of(Context context) {
        return context.attribute(ATTRIBUTE);
    }

    /** Notes which route took the request, as {@code /proctps/{ProcTPNum}}. */
    void route(String template) {
        route = template;
    }

    /** The route that took the request; empty when it never came to one. */
    String route() {
        return route;
    }

    /** Notes whose key it is. */
    void caller(Caller known) {
        caller = known;
    }

    /** Whose key it is; empty when that was never found out. */
    Optional<Caller> caller() {
        return Optional.ofNullable(caller);
    }

    /** Notes how many rows the answer has. */
    void rows(int answered) {
        rows = answered;
    }

    /** How many rows the answer has; empty when it has none by its nature. */
    OptionalInt rows() {
        return rows == null ? OptionalInt.empty() : OptionalInt.of(rows);
    }

    /** Sets what the answer's Content-Type will be, as it is to stand there. */
    void contentType(String answered) {
        contentType = answered;
    }

    /** What the answer's Content-Type will be; empty where it has none. */
    String contentType() {
        return contentType;
    }

    /** Sets what the answer's body will be. */
    void body(byte[] answered) {
        body = answered;
    }

    /** What the answer's body will be; empty where it has none. */
    byte[] body() {
        return body;
    }

    /** Sets that the answer goes on, by this. */
    void stream(EventStream answered) {
        stream = answered;
    }

    /** What the answer goes on by; empty when it is whole. */
    Optional<EventStream> stream() {
        return Optional.ofNullable(stream);
    }

    /** Sets who goes with the request. */
    void companion(Companion along) {
        companion = along;
    }

    /** Who goes with the request. */
    Companion companion() {
        return companion;
    }

    /** Notes the number that a parameter of the path or the query has, if it is one of a record. */
    void number(String name, long value) {
        numbers(name, List.of(value));
    }

    /** Notes the numbers that a parameter of the path or the query has, if they are those of records. */
    void numbers(String name, Collection<Long> values) {
        if (RECORDS.contains(name)) {
            records.put(name, List.copyOf(values));
        }
    }

    /** The numbers of records that the request named, by the names of their parameters. */
    Map<String, List<Long>> records() {
        return Collections.unmodifiableMap(records);
    }
}
