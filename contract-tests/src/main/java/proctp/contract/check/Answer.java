package proctp.contract.check;

import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What came back.
 *
 * @param request what was sent
 * @param status  its status
 * @param headers its headers
 * @param body    its body, empty for none
 */
record Answer(Request request, int status, HttpHeaders headers, byte[] body) {

    /** A header, {@code ""} when it is not there. */
    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Its body, where that is JSON. */
    Optional<Json> json() {
        return Json.read(body);
    }

    /** The list that it is. */
    Json list() throws Deviation, Unchecked {
        return of(Json.Kind.ARRAY);
    }

    /** The one object that it is. */
    Json object() throws Deviation, Unchecked {
        return of(Json.Kind.OBJECT);
    }

    private Json of(Json.Kind kind) throws Deviation, Unchecked {
        has(200);
        return json().filter(value -> value.is(kind))
                .orElseThrow(() -> new Unchecked("the answer to " + request + " is not " + kind + " in JSON, see B1"));
    }

    /** Holds it against a status. */
    Answer has(int expected) throws Deviation {
        if (status != expected) {
            throw deviation(String.valueOf(expected));
        }
        return this;
    }

    /** Holds it against a refusal with this sentence. Whether it comes as one JSON string is a matter of B2. */
    void refuses(int expected, String sentence) throws Deviation {
        has(expected);
        Optional<String> said = sentence();
        if (said.isPresent() && !said.get().equals(sentence)) {
            throw deviation(expected + " \"" + sentence + "\"");
        }
    }

    /** The sentence of a refusal, where it is one. */
    Optional<String> sentence() {
        return json().filter(value -> value.is(Json.Kind.STRING)).map(Json::text);
    }

    /** That something else was expected of it. */
    Deviation deviation(String expected) {
        return deviation(expected, got());
    }

    /** That something else was expected of it than that. */
    Deviation deviation(String expected, String got) {
        return new Deviation(expected, got, request.toString());
    }

    private String got() {
        // a sentence is the server's, and anything else may be a patient's
        Optional<String> said = status >= 400 ? sentence() : Optional.empty();
        return status + said.map(text -> " \"" + Shape.printable(text) + "\"").orElseGet(() -> " and " + kind());
    }

    /** What its body is, in words. */
    String kind() {
        return body.length == 0 ? "no body" : json().map(Json::words).orElse("what is not JSON");
    }
}
