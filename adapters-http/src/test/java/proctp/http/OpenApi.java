package proctp.http;

import static java.util.stream.Collectors.toMap;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API's description, as it is kept in JSON: what it says of each operation, with what it refers to in its place. */
final class OpenApi {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    static final OpenApi KEPT = new OpenApi(new ObjectMapper().readTree(
            Path.of("src", "main", "resources", "proctp", "http", "openapi.json").toFile()));

    private final JsonNode document;
    private final List<Operation> operations;

    /**
     * Something that can be asked for.
     *
     * @param beside the parameters of its path
     * @param key    whether it asks for one
     */
    record Operation(String method, String path, JsonNode node, JsonNode beside, boolean key) {

        /** As {@code GET /proctps}. */
        String name() {
            return method + " " + path;
        }
    }

    OpenApi(JsonNode document) {
        this.document = document;
        this.operations = document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .map(member -> new Operation(member.getKey().toUpperCase(Locale.ROOT), path.getKey(), member.getValue(),
                                path.getValue().path("parameters"), !member.getValue().has("security"))))
                .toList();
    }

    /** What is at that place, by its JSON pointer. */
    JsonNode at(String pointer) {
        return document.at(pointer);
    }

    /** All of it, to be changed. */
    ObjectNode copy() {
        return (ObjectNode) document.deepCopy();
    }

    /** All that it describes. */
    List<Operation> operations() {
        return operations;
    }

    /** The operations that ask for a key. */
    List<Operation> withKey() {
        return operations.stream().filter(Operation::key).toList();
    }

    /** What stands where the description refers to it, or stands here. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
    }

    /** The parameters of an operation, with those of its path, by the place that they are sent in and their names. */
    Stream<String> parameters(Operation operation, String in) {
        return Stream.of(operation.node().path("parameters"), operation.beside()).flatMap(JsonNode::valueStream).map(this::resolved)
                .filter(parameter -> parameter.get("in").asString().equals(in))
                .map(parameter -> parameter.get("name").asString());
    }

    /** What an operation answers, by its status or {@code default}. */
    Map<String, JsonNode> responses(Operation operation) {
        return members(operation.node().get("responses"));
    }

    /** The members of an object, with what they refer to in their place. */
    Map<String, JsonNode> members(JsonNode object) {
        return object.properties().stream()
                .collect(toMap(Map.Entry::getKey, member -> resolved(member.getValue()), (one, other) -> one, LinkedHashMap::new));
    }

    /** The operation that a request is for, as of {@code /API/v1/Treatplans/963/}; a path in words comes before one with a number. */
    Optional<Operation> operation(String method, String target) {
        String asked = target.replaceFirst("^http://[^/]*", "").replaceFirst("\\?.*", "").replaceAll("/+", "/")
                .replaceFirst("(?i)^/api/v1(?=/)", "").replaceFirst("(?<=.)/$", "");
        Optional<String> path = operations.stream().map(Operation::path)
                .filter(template -> asked.matches("(?i)" + template.replaceAll("\\{\\w+}", "[^/]*")))
                .min((one, other) -> Boolean.compare(one.contains("{"), other.contains("{")));
        return operations.stream().filter(operation -> operation.method().equals(method) && path.filter(operation.path()::equals).isPresent())
                .findFirst();
    }

    /** The texts of an array; none of what is not there. */
    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }
}
