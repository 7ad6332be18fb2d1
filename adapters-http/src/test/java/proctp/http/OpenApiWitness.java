package proctp.http;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import proctp.contract.wire.WireAnswer;
import proctp.http.OpenApi.Operation;
import tools.jackson.databind.JsonNode;

/**
 * Holds every answer against the API's description: its status is there for that operation, its headers are, those that must be
 * there came, and the body is of that type and as its schema has it. What is for no operation is a refusal as any.
 */
final class OpenApiWitness implements Consumer<WireAnswer> {

    /** What belongs to HTTP and is ours to send, but nobody's to describe. */
    private static final Set<String> OF_HTTP = Set.of("date", "content-length", "content-type", "connection", "transfer-encoding", "vary");

    private static final String CROSS_ORIGIN = "access-control-";

    private final OpenApi document;
    private final OpenApiSchemas schemas;

    /** What is answered to what is for no operation, before that is found out. */
    private final Map<String, JsonNode> ofNothing;

    OpenApiWitness(OpenApi document) {
        this.document = document;
        this.schemas = new OpenApiSchemas(document);
        this.ofNothing = Map.of("401", document.at("/components/responses/Unauthorized"),
                "429", document.at("/components/responses/TooManyRequests"), "503", document.at("/components/responses/Unavailable"));
    }

    @Override
    public void accept(WireAnswer answer) {
        List<String> faults = faults(answer);
        if (!faults.isEmpty()) {
            throw new AssertionError("docs/openapi.yaml has another answer to " + answer.method() + " " + answer.target() + " than "
                    + answer.status() + " " + answer.headers() + " " + answer.body() + ": " + String.join("; ", faults));
        }
    }

    /** What is not as it is described, in words. */
    List<String> faults(WireAnswer answer) {
        boolean isHead = answer.method().equals("HEAD");
        Optional<Operation> operation = document.operation(isHead ? "GET" : answer.method(), answer.target());
        String status = String.valueOf(answer.status());
        Map<String, JsonNode> responses = operation.map(document::responses).orElse(ofNothing);
        if (answer.status() < 400 && !responses.containsKey(status)) {
            return isOfNoOperation(answer) ? List.of() : List.of("there is no " + status);
        }
        JsonNode described = responses.getOrDefault(status, document.at("/components/responses/Unrouted"));
        List<String> faults = headerFaults(answer, described);
        code(answer).ifPresent(code -> faults.addAll(codeFaults(code, answer.status())));
        if (!isHead) {
            faults.addAll(bodyFaults(answer, described.path("content")));
        }
        return faults;
    }

    /** What may be asked of every path, and the files of the page to try it. */
    private static boolean isOfNoOperation(WireAnswer answer) {
        return answer.method().equals("OPTIONS") || answer.target().matches("(?i)(/+api/+v1)?/+docs/+.+");
    }

    private List<String> headerFaults(WireAnswer answer, JsonNode described) {
        List<String> faults = new ArrayList<>();
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        document.members(described.path("headers")).forEach((name, header) -> {
            known.add(name);
            List<String> values = answer.headers().getOrDefault(name, List.of());
            if (values.isEmpty() && header.path("required").asBoolean(false)) {
                faults.add("the header " + name + " is missing");
            }
            values.forEach(value -> schemas.headerFaults(header.get("schema"), value).forEach(fault -> faults.add(name + " " + fault)));
        });
        answer.headers().keySet().stream().map(Ascii::lowerCase)
                .filter(name -> !known.contains(name) && !OF_HTTP.contains(name) && !name.startsWith(CROSS_ORIGIN))
                .forEach(name -> faults.add("there is no header " + name));
        return faults;
    }

    private static Optional<String> code(WireAnswer answer) {
        return Optional.ofNullable(answer.headers().get(Errors.CODE_HEADER)).map(values -> values.get(0));
    }

    /** The catalogue has the statuses at the beginning of what it says of the codes. */
    private List<String> codeFaults(String code, int status) {
        JsonNode catalogue = document.at("/components/schemas/ErrorCode");
        int place = OpenApi.texts(catalogue.get("enum")).indexOf(code);
        return place >= 0 && catalogue.at("/x-enum-descriptions/" + place).asString().startsWith(status + ": ") ? List.of()
                : List.of(code + " is not a code of " + status);
    }

    private List<String> bodyFaults(WireAnswer answer, JsonNode content) {
        String type = answer.headers().getOrDefault("Content-Type", List.of("")).get(0).replaceFirst("; charset=utf-8$", "");
        if (content.isEmpty() || type.isEmpty()) {
            return content.isEmpty() && type.isEmpty() && answer.body().isEmpty() ? List.of()
                    : List.of("a body of type '" + type + "' where there is to be '"
                            + content.propertyStream().map(Map.Entry::getKey).collect(joining("' or '")) + "'");
        }
        JsonNode schema = content.path(type).path("schema");
        return schema.isMissingNode() ? List.of("there is no body of type " + type)
                : type.endsWith("json") ? schemas.faults(schema, answer.body()) : List.of();
    }
}
