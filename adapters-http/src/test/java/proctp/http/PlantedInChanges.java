package proctp.http;

import static proctp.http.Planted.as;
import static proctp.http.Planted.asked;
import static proctp.http.Planted.every;
import static proctp.http.Planted.inAnswers;
import static proctp.http.Planted.inRequests;
import static proctp.http.Planted.status;

import java.util.stream.Stream;
import proctp.http.Meddler.Onward;

/** Deviations that show only when something is changed. */
final class PlantedInChanges {

    private PlantedInChanges() {
    }

    static Stream<Planted> all() {
        return Stream.concat(ofRows(), ofOthers()).map(Planted::inAChange);
    }

    private static Stream<Planted> ofRows() {
        return Stream.of(
                as("a signed plan that lets a deletion through", "D2", (sent, onward) -> isOfARow("DELETE", sent)
                        ? inSpiteOfASignature(sent, onward) : onward.pass(sent)),
                inRequests("a name that is no field and is taken", "U5", sent -> sent.body().contains("NoSuchField"),
                        sent -> sent.with("Prefer", "handling=lenient")),
                inAnswers("no Preference-Applied", "U6", every(), reply -> reply.without("Preference-Applied")),
                inAnswers("a sentence that names no field", "U7", (sent, reply) -> reply.body().contains("FeeAmt must"),
                        reply -> reply.saying("\"The body is wrong.\"")),
                inRequests("no body that is taken for an empty one", "U8", sent -> isOfARow("PUT", sent) && sent.body().isEmpty(),
                        sent -> sent.to("PUT", sent.path(), "{}")),
                as("a deletion that takes a neighbour along", "D1", PlantedInChanges::deleteTheNextToo),
                inRequests("texts without blanks around them", "S3", sent -> isOfARow("PUT", sent),
                        sent -> sent.to("PUT", sent.path(), sent.body().replace("\" a ", "\"a "))),
                inRequests("a body with a comment that is taken", "B7", sent -> sent.body().contains("/*"),
                        sent -> sent.to("PUT", sent.path(), "{}")),
                inAnswers("large amounts with an exponent", "B4", (sent, reply) -> true,
                        reply -> reply.saying(reply.body().replace("12345678.9", "1.23456789E7"))));
    }

    private static Stream<Planted> ofOthers() {
        return Stream.of(
                inAnswers("200 for a plan that was saved", "T3", status(201), reply -> reply.as(200)),
                inAnswers("no Location", "T3", status(201), reply -> reply.without("Location")),
                inAnswers("a signed plan whose Note is said to change", "T4", (sent, reply) -> sent.body().contains("\"Note\":\"other\""),
                        reply -> reply.as(200).saying("{}")),
                inAnswers("204 for a plan that was deleted", "T5", asked("DELETE", "/treatplans/.*"),
                        reply -> reply.as(reply.status() == 200 ? 204 : reply.status())),
                inAnswers("changes without updates", "X5", asked("GET", "/changes"),
                        reply -> reply.saying(reply.body().replace("\"Updated\"", "\"Modified\""))).and("X6"),
                inAnswers("409 for a stale tag", "X7", status(412), reply -> reply.as(409)),
                inRequests("an Idempotency-Key that is not heard", "X9", sent -> sent.method().equals("POST"),
                        sent -> sent.with("Idempotency-Key", "k" + Math.random())));
    }

    static boolean isOfARow(String method, Sent sent) {
        return sent.method().equals(method) && sent.resource().matches("/proctps/[0-9]{1,9}");
    }

    static Reply loseDescript(Sent sent, Onward onward) {
        boolean loses = isOfARow("PUT", sent) && sent.body().matches("(?s)\\{\\s*\"[A-Z].*") && !sent.body().contains("Descript");
        return onward.pass(loses ? sent.to("PUT", sent.path(), sent.body().replaceFirst("\\{", "{\"Descript\":\"\",")) : sent);
    }

    /** Clears the signature, does it, and signs again. */
    static Reply inSpiteOfASignature(Sent sent, Onward onward) {
        Reply reply = onward.pass(sent);
        if (reply.status() != 400 || !reply.body().contains("signed")) {
            return reply;
        }
        String plan = "/api/v1/treatplans/" + reply.body().replaceFirst(".*TreatPlan ([0-9]+) is.*", "$1");
        onward.pass(sent.to("PUT", plan, "{\"isSigned\":\"false\"}"));
        Reply done = onward.pass(sent);
        onward.pass(sent.to("PUT", plan, "{\"isSigned\":\"true\"}"));
        return done;
    }

    private static Reply deleteTheNextToo(Sent sent, Onward onward) {
        Reply reply = onward.pass(sent);
        if (isOfARow("DELETE", sent) && reply.status() == 200) {
            long num = Long.parseLong(sent.resource().replaceFirst(".*/", ""));
            onward.pass(sent.to("DELETE", "/api/v1/proctps/" + (num + 1), ""));
        }
        return reply;
    }
}
