package proctp.http;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** The schemas of a description, with which values are compared. Here an object has the members that are named and no others. */
final class OpenApiSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder ->
            builder.schemaRegistryConfig(SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build()));
    private final Map<JsonNode, Schema> compiled = new ConcurrentHashMap<>();
    private final JsonNode components;

    OpenApiSchemas(OpenApi document) {
        components = document.copy().get("components");
        components.get("schemas").properties().forEach(schema -> {
            if (schema.getValue().has("properties")) {
                ((ObjectNode) schema.getValue()).put("additionalProperties", false);
            }
        });
    }

    /** What is wrong with a value, in words; nothing when it is as the schema has it. */
    List<String> faults(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream().map(Error::toString).toList();
    }

    /** What is wrong with a text that is to be JSON. */
    List<String> faults(JsonNode schema, String json) {
        try {
            return faults(schema, JSON.readTree(json));
        } catch (JacksonException malformed) {
            return List.of("is not JSON");
        }
    }

    /** What is wrong with the value of a header, which is a number where the schema wants one. */
    List<String> headerFaults(JsonNode schema, String value) {
        boolean isNumber = schema.path("type").asString("").equals("integer") && value.matches("[0-9]{1,18}");
        return faults(schema, isNumber ? JSON.getNodeFactory().numberNode(Long.parseLong(value)) : JSON.getNodeFactory().stringNode(value));
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        whole.set("components", components);
        return registry.getSchema(whole);
    }
}
