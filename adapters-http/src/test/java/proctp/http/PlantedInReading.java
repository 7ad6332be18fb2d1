package proctp.http;

import static proctp.http.Planted.as;
import static proctp.http.Planted.asked;
import static proctp.http.Planted.every;
import static proctp.http.Planted.inAnswers;
import static proctp.http.Planted.inRequests;
import static proctp.http.Planted.inRows;
import static proctp.http.Planted.status;

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
                        onward.pass(sent.path().startsWith("/proctps?") ? sent.to("GET", "/notaresource", "") : sent)),
                as("a scheme whose case matters", "A3", (sent, onward) -> onward.pass(
                        sent.headers().getOrDefault("Authorization", "").startsWith("odfhir") ? sent.with("Authorization", "x") : sent)),
                as("a hint which half of the keys was wrong", "A4", (sent, onward) -> sent.headers().getOrDefault("Authorization", "")
                        .endsWith("/NotAKeyOfAnybody") ? onward.pass(sent).saying("\"The customer key is wrong.\"") : onward.pass(sent)),
                inAnswers("a resource that is not there called otherwise", "A6", (sent, reply) -> reply.body().contains("notaresource"),
                        reply -> reply.saying("\"Not found.\"")),
                as("parameters before the resource", "A8", (sent, onward) -> onward.pass(
                        sent.path().endsWith("/notaresource?Limit=0") ? sent.to("GET", "/api/v1/proctps", "") : sent)));
    }

    private static List<Planted> bodies() {
        return List.of(
                inRequests("no problem details for who asks", "B3", sent -> true, sent -> sent.with("Accept", "*/*")),
                inRequests("a date pattern that is not heard", "B6", sent -> sent.path().contains("DateFormatString=MM"),
                        sent -> sent.to("GET", sent.path().replaceFirst("&DateFormatString=.*", ""), "")),
                inRequests("a body of any type", "B8", sent -> sent.method().equals("PUT"), sent -> sent.with("Content-Type", "application/json")),
                inAnswers("a stack trace", "B9", status(404), reply -> reply.saying("\"java.lang.NullPointerException at x.y(Z.java:7)\""))
                        .and("A6", "G4", "U9", "X1"),
                inRequests("a method that a header overrides", "B10", sent -> sent.headers().containsKey("X-HTTP-Method-Override"),
                        sent -> sent.without("X-HTTP-Method-Override")),
                inAnswers("CORS for everybody", "B10", every(), reply -> reply.with("Access-Control-Allow-Origin", "*")));
    }

    private static List<Planted> rows() {
        return List.of(
                inRows("one more member", "B4", body -> body.replace("\"Surf\":", "\"ToothRange\":\"\",\"Surf\":")),
                inRows("a number in quotes", "B4", body -> body.replaceAll("\"ProvNum\":([0-9]+)", "\"ProvNum\":\"$1\"")),
                inRows("a place beyond its limit", "S3", body -> body.replace("\"ItemOrder\":0,", "\"ItemOrder\":-1,")),
                inRows("five decimals", "S3", body -> body.replace("\"FeeAmt\":204.0", "\"FeeAmt\":204.00001")));
    }

    private static List<Planted> lists() {
        return List.of(
                inAnswers("another sentence", "G2", (sent, reply) -> reply.body().equals("\"TreatPlanNum is required.\""),
                        reply -> reply.saying("\"TreatPlanNum is required\"")),
                inRequests("a number with a plus", "G3", sent -> sent.path().contains("=%2B"),
                        sent -> sent.to("GET", sent.path().replace("=%2B", "="), "")),
                inAnswers("an empty list for no plan", "G4", (sent, reply) -> sent.resource().equals("/proctps") && reply.status() == 404,
                        reply -> reply.as(200).saying("[]")),
                inRequests("a Limit that is not heard", "G6", sent -> sent.resource().equals("/proctps") && sent.path().endsWith("&Limit=1"),
                        sent -> sent.to("GET", sent.path().replace("&Limit=1", ""), "")),
                inAnswers("404 for a number that is none", "U9", asked("PUT", "/proctps/x"), reply -> reply.as(404)),
                inRequests("a status that filters nothing", "T1", sent -> sent.path().contains("TPStatus=Saved"),
                        sent -> sent.to("GET", sent.path().replace("TPStatus=Saved", "TPStatus=Active"), "")),
                inAnswers("no plans of a status", "T1", (sent, reply) -> sent.path().contains("TPStatus=Saved"), reply -> reply.saying("[]")),
                inRequests("a time of plans that is not heard", "T1", sent -> sent.path().matches(".*/treatplans.*SecDateTEdit=9999.*"),
                        sent -> sent.to("GET", sent.path().replaceFirst("&SecDateTEdit=.*", ""), "")),
                inAnswers("no definitions of a category", "F1", (sent, reply) -> sent.path().contains("Category=20"), reply -> reply.saying("[]")),
                inAnswers("no definitions unless hidden ones are asked for", "F1", (sent, reply) -> sent.resource().equals("/definitions")
                        && !sent.path().contains("includeHidden") && reply.status() == 200, reply -> reply.saying("[]")),
                inAnswers("a plan without its Note", "T2", asked("GET", "/treatplans.*"),
                        reply -> reply.saying(reply.body().replaceAll("\"Note\":\"[^\"]*\",", ""))),
                inAnswers("a renamed member of a definition", "F1", asked("GET", "/definitions"),
                        reply -> reply.saying(reply.body().replace("\"ItemValue\":", "\"Value\":"))));
    }

    private static List<Planted> additions() {
        return List.of(
                inAnswers("one row that differs from its list", "X1", asked("GET", "/proctps/[0-9]+"),
                        reply -> reply.saying(reply.body().replace("MOD", "MO"))),
                inAnswers("a patient's rows in another order", "X2", (sent, reply) -> sent.path().endsWith("/proctps?PatNum=722"),
                        reply -> reply.saying(reply.body().replaceFirst("\\[(\\{[^}]*\\}),(\\{[^}]*\\})", "[$2,$1"))),
                inAnswers("many plans in another order", "X3", (sent, reply) -> sent.path().matches(".*TreatPlanNum=[0-9]+,[0-9]+.*"),
                        reply -> reply.saying(PlantedOften.reversed(reply.body()))),
                inAnswers("rows of other plans than were asked for", "X3", (sent, reply) -> sent.path().matches(".*TreatPlanNum=[0-9]+,[0-9]+.*"),
                        reply -> reply.saying(reply.body().replaceFirst("(.*),(\\{[^}]*\\})\\]", "$1,$2,$2]"))),
                inAnswers("nothing that changed since", "X4", (sent, reply) -> sent.path().matches(".*/proctps.*SecDateTEdit=2000.*"),
                        reply -> reply.saying("[]")),
                inAnswers("no Not-Found", "X3", every(), reply -> reply.without("Not-Found")),
                inAnswers("a change without its members", "X5", asked("GET", "/changes"),
                        reply -> reply.saying(reply.body().replaceAll("\"RequestId\":\"[^\"]*\",", ""))),
                inAnswers("a stream of another type", "X6", asked("GET", "/changes"), reply ->
                        reply.headers().getOrDefault("Content-Type", "").startsWith("text/event") ? reply.with("Content-Type", "text/plain") : reply),
                inRequests("no 304", "X7", sent -> sent.headers().containsKey("If-None-Match"), sent -> sent.with("If-None-Match", "\"x\"")),
                inAnswers("no X-Request-Id", "X11", every(), reply -> reply.without("X-Request-Id")));
    }
}
