package proctp.http;

import static proctp.http.Planted.as;
import static proctp.http.Planted.asked;
import static proctp.http.Planted.every;
import static proctp.http.Planted.inAnswers;
import static proctp.http.Planted.inRequests;
import static proctp.http.Planted.inRows;
import static proctp.http.Planted.status;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Deviations that show when a server is only read. */
final class PlantedInReading {

    private PlantedInReading() {
    }

    static Stream<Planted> all() {
        return Stream.of(addressesAndKeys(), bodies(), rows(), lists(), additions()).flatMap(List::stream);
    }

    private static List<Planted> addressesAndKeys() {
        return List.of(
                as("an address without the prefix that is not there", "A1", (sent, onward) ->
                        sent.path().startsWith("/api/v1/") ? onward.pass(sent) : onward.pass(sent.to("GET", "/notaresource", ""))),
                as("a path whose case matters", "A2", (sent, onward) -> onward.pass(
                        sent.resource().equals("/PROCTPS") ? sent.to("GET", "/api/v1/notaresource", "") : sent)),
                as("a trailing slash that is 404", "A2", (sent, onward) -> onward.pass(
                        sent.resource().endsWith("/") ? sent.to("GET", "/api/v1/notaresource", "") : sent)),
                as("a scheme whose case matters", "A3", (sent, onward) -> onward.pass(
                        sent.headers().getOrDefault("Authorization", "").startsWith("odfhir") ? sent.with("Authorization", "x") : sent)),
                inAnswers("403 for 401", "A4", status(401), reply -> reply.as(403)).and("A5"),
                as("a hint which half of the keys was wrong", "A4", (sent, onward) -> sent.headers().getOrDefault("Authorization", "")
                        .endsWith("/NotAKeyOfAnybody") ? onward.pass(sent).saying("\"The customer key is wrong.\"") : onward.pass(sent)),
                inAnswers("a resource that is not there called otherwise", "A6", (sent, reply) -> reply.body().contains("notaresource"),
                        reply -> reply.saying("\"Not found.\"")),
                inAnswers("405 for 400", "A7", asked("POST", "/proctps"), reply -> reply.as(405)),
                as("parameters before the resource", "A8", (sent, onward) -> onward.pass(
                        sent.path().endsWith("/notaresource?Limit=0") ? sent.to("GET", "/api/v1/proctps", "") : sent)));
    }

    private static List<Planted> bodies() {
        return List.of(
                inAnswers("an envelope around a list", "B1", (sent, reply) -> reply.body().startsWith("["),
                        reply -> reply.saying("{\"data\":" + reply.body() + "}")),
                inAnswers("another content type", "B1", (sent, reply) -> !reply.body().isEmpty(),
                        reply -> reply.with("Content-Type", "text/json")).and("B3"),
                inAnswers("a byte order mark", "B1", (sent, reply) -> !reply.body().isEmpty(), reply -> reply.saying("\uFEFF" + reply.body())),
                as("problem details unasked", "B2", (sent, onward) -> onward.pass(sent.with("Accept", "application/problem+json"))),
                inAnswers("no Error-Code", "B2", every(), reply -> reply.without("Error-Code")),
                inRequests("no problem details for who asks", "B3", sent -> true, sent -> sent.with("Accept", "*/*")),
                inRequests("a date pattern that is not heard", "B6", sent -> sent.path().contains("DateFormatString=MM"),
                        sent -> sent.to("GET", sent.path().replaceFirst("&DateFormatString=.*", ""), "")),
                inRequests("a body of any type", "B8", sent -> sent.method().equals("PUT"), sent -> sent.with("Content-Type", "application/json")),
                inAnswers("a stack trace", "B9", status(404), reply -> reply.saying("\"java.lang.NullPointerException at x.y(Z.java:7)\""))
                        .and("A6", "G4", "U9", "X1"),
                inRequests("a method that a header overrides", "B10", sent -> sent.headers().containsKey("X-HTTP-Method-Override"),
                        sent -> sent.without("X-HTTP-Method-Override")),
                inAnswers("CORS for everybody", "B10", every(), reply -> reply.with("Access-Control-Allow-Origin", "*")),
                inAnswers("the server's name", "B11", every(), reply -> reply.with("Server", "Microsoft-HTTPAPI/2.0")),
                inAnswers("no no-store", "B11", every(), reply -> reply.without("Cache-Control")));
    }

    private static List<Planted> rows() {
        return List.of(
                inRows("a missing member", "B4", body -> body.replaceAll("\"Surf\":\"[^\"]*\",", "")),
                inRows("a renamed member", "B4", body -> body.replace("\"Descript\":", "\"Description\":")),
                inRows("one more member", "B4", body -> body.replace("\"Surf\":", "\"ToothRange\":\"\",\"Surf\":")),
                inRows("another order of members", "B4", body -> body.replaceAll("(\"ToothNumTP\":\"[^\"]*\"),(\"Surf\":\"[^\"]*\")", "$2,$1")),
                inRows("a member twice", "B4", body -> body.replaceAll("(\"Surf\":\"[^\"]*\",)", "$1$1")),
                inRows("an exponent", "B4", body -> body.replace("\"FeeAmt\":204.0", "\"FeeAmt\":2.04E2")),
                inRows("an amount without a decimal", "B4", body -> body.replaceAll("(\"[A-Za-z]+Amt\":-?[0-9]+)\\.0,", "$1,")),
                inRows("a number in quotes", "B4", body -> body.replaceAll("\"ProvNum\":([0-9]+)", "\"ProvNum\":\"$1\"")),
                inRows("null for no text", "B5", body -> body.replace("\"Prognosis\":\"\"", "\"Prognosis\":null")),
                inRows("a date-time with T", "B5", body -> body.replaceAll("(\"SecDateTEdit\":\"[0-9-]{10}) ", "$1T")),
                inAnswers("a boolean that is not a text", "B5", asked("GET", "/treatplans.*"),
                        reply -> reply.saying(reply.body().replaceAll("\"isSigned\":\"(true|false)\"", "\"isSigned\":$1"))),
                inRows("a place beyond its limit", "S3", body -> body.replace("\"ItemOrder\":1,", "\"ItemOrder\":65536,")),
                inRows("five decimals", "S3", body -> body.replace("\"FeeAmt\":204.0", "\"FeeAmt\":204.00001")));
    }

    private static List<Planted> lists() {
        return List.of(
                inAnswers("another order of rows", "G1", (sent, reply) -> sent.path().matches("(?i).*[?]treatplannum=[0-9]+.*"),
                        reply -> reply.saying(reversed(reply.body()))),
                inAnswers("another sentence", "G2", (sent, reply) -> reply.body().equals("\"TreatPlanNum is required.\""),
                        reply -> reply.saying("\"TreatPlanNum is required\"")),
                inRequests("a number with a plus", "G3", sent -> sent.path().contains("=%2B"),
                        sent -> sent.to("GET", sent.path().replace("=%2B", "="), "")),
                inAnswers("an empty list for no plan", "G4", (sent, reply) -> sent.resource().equals("/proctps") && reply.status() == 404,
                        reply -> reply.as(200).saying("[]")),
                as("404 for an Active plan", "G5", (sent, onward) -> onward.pass(sent.path().contains("TreatPlanNum=980")
                        ? sent.to("GET", sent.path().replace("980", "9800"), "") : sent)),
                inRequests("a Limit that is not heard", "G6", sent -> sent.resource().equals("/proctps") && sent.path().endsWith("&Limit=1"),
                        sent -> sent.to("GET", sent.path().replace("&Limit=1", ""), "")),
                inRequests("a Limit above the cap that is refused", "G6", sent -> sent.path().matches(".*Limit=[0-9]{5,}.*"),
                        sent -> sent.to("GET", sent.path().replaceFirst("Limit=[0-9]+", "Limit=0"), "")),
                inRequests("an unknown parameter that is taken", "G7", sent -> sent.path().contains("search="),
                        sent -> sent.to("GET", sent.path().replace("&search=x", ""), "")),
                inAnswers("404 for a number that is none", "U9", asked("PUT", "/proctps/x"), reply -> reply.as(404)),
                inRequests("a status that filters nothing", "T1", sent -> sent.path().contains("TPStatus=Saved"),
                        sent -> sent.to("GET", sent.path().replace("TPStatus=Saved", "TPStatus=Active"), "")),
                inAnswers("a plan without its Note", "T2", asked("GET", "/treatplans.*"),
                        reply -> reply.saying(reply.body().replaceAll("\"Note\":\"[^\"]*\",", ""))),
                inAnswers("a renamed member of a definition", "F1", asked("GET", "/definitions"),
                        reply -> reply.saying(reply.body().replace("\"ItemValue\":", "\"Value\":"))));
    }

    private static List<Planted> additions() {
        return List.of(
                inAnswers("one row that differs from its list", "X1", asked("GET", "/proctps/[0-9]+"),
                        reply -> reply.saying(reply.body().replace("MOD", "MO"))),
                inAnswers("no Not-Found", "X3", every(), reply -> reply.without("Not-Found")),
                inAnswers("a change without its members", "X5", asked("GET", "/changes"),
                        reply -> reply.saying(reply.body().replaceAll("\"RequestId\":\"[^\"]*\",", ""))),
                inAnswers("a stream of another type", "X6", asked("GET", "/changes"), reply ->
                        reply.headers().getOrDefault("Content-Type", "").startsWith("text/event") ? reply.with("Content-Type", "text/plain") : reply),
                inAnswers("a weak ETag", "X7", (sent, reply) -> reply.headers().containsKey("ETag"),
                        reply -> reply.with("ETag", "W/" + reply.headers().get("ETag"))),
                inAnswers("no ETag", "X7", every(), reply -> reply.without("ETag")),
                inRequests("no 304", "X7", sent -> sent.headers().containsKey("If-None-Match"), sent -> sent.with("If-None-Match", "\"x\"")),
                inAnswers("no Link", "X8", every(), reply -> reply.without("Link")),
                inAnswers("no X-Request-Id", "X11", every(), reply -> reply.without("X-Request-Id")));
    }

    /** A list the other way round. */
    private static String reversed(String list) {
        if (!list.startsWith("[{")) {
            return list;
        }
        List<String> rows = new ArrayList<>(List.of(list.substring(2, list.length() - 2).split("\\},\\{")));
        Collections.reverse(rows);
        return "[{" + String.join("},{", rows) + "}]";
    }
}
