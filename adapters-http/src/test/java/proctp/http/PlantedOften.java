package proctp.http;

import static proctp.http.Planted.as;
import static proctp.http.Planted.asked;
import static proctp.http.Planted.every;
import static proctp.http.Planted.inAnswers;
import static proctp.http.Planted.inRequests;
import static proctp.http.Planted.inRows;
import static proctp.http.Planted.status;
import static proctp.http.PlantedInChanges.inSpiteOfASignature;
import static proctp.http.PlantedInChanges.isOfARow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The deviations that servers of such an API are likeliest to have. */
final class PlantedOften {

    private PlantedOften() {
    }

    static Stream<Planted> all() {
        return Stream.of(inRowsAndLists(), inAnswersAndAddresses(), inChanges()).flatMap(List::stream);
    }

    private static List<Planted> inRowsAndLists() {
        return List.of(
                inRows("a missing member", "B4", body -> body.replaceAll("\"Surf\":\"[^\"]*\",", "")),
                inRows("a renamed member", "B4", body -> body.replace("\"Descript\":", "\"Description\":")),
                inRows("an exponent", "B4", body -> body.replace("\"FeeAmt\":204.0", "\"FeeAmt\":2.04E2")),
                inRows("null for no text", "B5", body -> body.replace("\"Prognosis\":\"\"", "\"Prognosis\":null")),
                inRows("another order of members", "B4", body -> body.replaceAll("(\"ToothNumTP\":\"[^\"]*\"),(\"Surf\":\"[^\"]*\")", "$2,$1")),
                inAnswers("a boolean that is not a text", "B5", asked("GET", "/treatplans.*"),
                        reply -> reply.saying(reply.body().replaceAll("\"isSigned\":\"(true|false)\"", "\"isSigned\":$1"))),
                inAnswers("an envelope around a list", "B1", (sent, reply) -> reply.body().startsWith("["),
                        reply -> reply.saying("{\"data\":" + reply.body() + "}")),
                inAnswers("another order of rows", "G1", (sent, reply) -> sent.path().matches("(?i).*[?]treatplannum=[0-9]+(&.*)?"),
                        reply -> reply.saying(reversed(reply.body()))),
                as("404 for an Active plan", "G5", (sent, onward) -> onward.pass(sent.path().contains("TreatPlanNum=980")
                        ? sent.to("GET", sent.path().replace("980", "9800"), "") : sent)),
                inRequests("a Limit above the cap that is refused", "G6", sent -> sent.path().matches(".*Limit=[0-9]{5,}.*"),
                        sent -> sent.to("GET", sent.path().replaceFirst("Limit=[0-9]+", "Limit=0"), "")),
                inRows("a date-time with T", "B5", body -> body.replaceAll("(\"SecDateTEdit\":\"[0-9-]{10}) ", "$1T")),
                inRows("an amount without a decimal", "B4", body -> body.replaceAll("(\"[A-Za-z]+Amt\":-?[0-9]+)\\.0,", "$1,")),
                inRows("a member twice", "B4", body -> body.replaceAll("(\"Surf\":\"[^\"]*\",)", "$1$1")));
    }

    private static List<Planted> inAnswersAndAddresses() {
        return List.of(
                inAnswers("405 for 400", "A7", asked("POST", "/proctps"), reply -> reply.as(405)),
                inAnswers("403 for 401", "A4", status(401), reply -> reply.as(403)).and("A5"),
                inAnswers("another content type", "B1", (sent, reply) -> !reply.body().isEmpty(),
                        reply -> reply.with("Content-Type", "text/json")).and("B3"),
                as("problem details unasked", "B2", (sent, onward) -> onward.pass(sent.with("Accept", "application/problem+json"))),
                inAnswers("no Error-Code", "B2", every(), reply -> reply.without("Error-Code")),
                inAnswers("the server's name", "B11", every(), reply -> reply.with("Server", "Microsoft-HTTPAPI/2.0")),
                inAnswers("no no-store", "B11", every(), reply -> reply.without("Cache-Control")),
                as("a trailing slash that is 404", "A2", (sent, onward) -> onward.pass(
                        sent.resource().endsWith("/") ? sent.to("GET", "/api/v1/notaresource", "") : sent)),
                as("a path whose case matters", "A2", (sent, onward) -> onward.pass(
                        sent.resource().equals("/PROCTPS") ? sent.to("GET", "/api/v1/notaresource", "") : sent)),
                inRequests("an unknown parameter that is taken", "G7", sent -> sent.path().contains("search="),
                        sent -> sent.to("GET", sent.path().replace("&search=x", ""), "")),
                inAnswers("a weak ETag", "X7", (sent, reply) -> reply.headers().containsKey("ETag"),
                        reply -> reply.with("ETag", "W/" + reply.headers().get("ETag"))),
                inAnswers("no ETag", "X7", every(), reply -> reply.without("ETag")),
                inAnswers("no Link", "X8", every(), reply -> reply.without("Link")),
                inAnswers("a byte order mark", "B1", (sent, reply) -> !reply.body().isEmpty(), reply -> reply.saying("\uFEFF" + reply.body())));
    }

    private static List<Planted> inChanges() {
        return Stream.of(
                inAnswers("no Ignored-Fields", "U5", every(), reply -> reply.without("Ignored-Fields")),
                as("a PUT that loses another member", "U1", PlantedInChanges::loseDescript),
                as("a signed plan that lets an update through", "U2", (sent, onward) ->
                        isOfARow("PUT", sent) && sent.body().contains("Surf") ? inSpiteOfASignature(sent, onward) : onward.pass(sent)),
                inAnswers("204 for a deletion", "D1", asked("DELETE", "/proctps/.*"),
                        reply -> reply.as(reply.status() == 200 ? 204 : reply.status())),
                inAnswers("200 for a second deletion", "D1", (sent, reply) -> isOfARow("DELETE", sent) && reply.status() == 404,
                        reply -> reply.as(200).saying("").without("Content-Type"))).map(Planted::inAChange).toList();
    }

    /** A list the other way round. */
    static String reversed(String list) {
        if (!list.startsWith("[{")) {
            return list;
        }
        List<String> rows = new ArrayList<>(List.of(list.substring(2, list.length() - 2).split("\\},\\{")));
        Collections.reverse(rows);
        return "[{" + String.join("},{", rows) + "}]";
    }
}
