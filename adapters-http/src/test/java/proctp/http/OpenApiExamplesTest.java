package proctp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;
import proctp.contract.wire.WireEvents;
import proctp.http.OpenApi.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The examples of the API's description are what its schemas allow, and what the sample office answers. */
class OpenApiExamplesTest {

    private static final InMemoryServer SERVER = new InMemoryServer();
    private static final OpenApiSchemas SCHEMAS = new OpenApiSchemas(OpenApi.KEPT);

    /** What an answer's example is the answer to. */
    private static final Pattern REQUEST = Pattern.compile("(GET|PUT|POST|DELETE) (\\S+)(| without keys| with keys that only read)");

    /** The vendor's, in whose answer there is still the time of an earlier edit. */
    private static final String VENDORS_UPDATE = "update-1";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void X10_every_example_is_what_its_schema_allows() {
        List<String> examples = new ArrayList<>();
        holdExamples("", OpenApi.KEPT.at(""), examples);
        assertThat(examples).hasSizeGreaterThan(30);
    }

    private static void holdExamples(String place, JsonNode node, List<String> held) {
        if (node.has("schema")) {
            Stream.concat(node.path("examples").valueStream().map(example -> example.get("value")),
                    node.has("example") ? Stream.of(node.get("example")) : Stream.empty()).forEach(example -> {
                        assertThat(SCHEMAS.faults(node.get("schema"), example)).as(place).isEmpty();
                        held.add(place);
                    });
        }
        node.properties().forEach(member -> holdExamples(place + "/" + member.getKey(), member.getValue(), held));
    }

    /** An answer's example has its request for a title; the body is that of the same name, or the first. */
    @TestFactory
    Stream<DynamicTest> X10_every_example_of_an_answer_is_what_the_sample_office_answers() {
        Map<String, DynamicTest> tests = new LinkedHashMap<>();
        for (Operation operation : OpenApi.KEPT.operations()) {
            OpenApi.KEPT.responses(operation).forEach((status, response) -> OpenApi.KEPT.members(response.path("content")).forEach((type, content) ->
                    OpenApi.KEPT.members(content.path("examples")).forEach((name, example) -> tests.putIfAbsent(name + ": " + example,
                            DynamicTest.dynamicTest(example.get("summary").asString() + " " + status, () -> replay(status, type, name, example))))));
        }
        assertThat(tests).hasSizeGreaterThan(20);
        return tests.values().stream();
    }

    private static void replay(String status, String type, String name, JsonNode example) {
        Matcher request = REQUEST.matcher(example.get("summary").asString());
        assertThat(request.matches()).as(example.get("summary").asString()).isTrue();
        WireClient client = client(request.group(3)).with("X-Request-Id", "example");
        if (example.path("description").asString("").contains("PUT /proctps/976")) {
            client.put("/proctps/976", "{\"Discount\": 17}");
        }
        if (type.equals(EventStream.MEDIA_TYPE)) {
            assertThat(stream(client, request.group(2), example.get("value").asString())).isEqualTo(example.get("value").asString());
            return;
        }
        HttpResponse<String> answer = send(client.with("Accept", type), request.group(1), request.group(2), name);
        assertThat(comparable(answer.body(), name)).isEqualTo(comparable(example.get("value").toString(), name));
        if (status.matches("[0-9]+")) {
            assertThat(answer.statusCode()).isEqualTo(Integer.parseInt(status));
        }
    }

    private static WireClient client(String keys) {
        return switch (keys) {
            case " without keys" -> SeenClient.anonymous(SERVER.fresh());
            case " with keys that only read" -> SeenClient.of(SERVER.fresh(), SampleOffice.READ_ONLY_KEY);
            default -> SeenClient.of(SERVER.fresh(), SampleOffice.CUSTOMER_KEY);
        };
    }

    private static HttpResponse<String> send(WireClient client, String method, String path, String name) {
        JsonNode bodies = OpenApi.KEPT.operation(method, path)
                .map(operation -> operation.node().at("/requestBody/content/application~1json/examples")).orElse(OpenApi.KEPT.at("/none"));
        if (bodies.isEmpty()) {
            return client.send(method, path);
        }
        JsonNode body = bodies.has(name) ? bodies.get(name) : bodies.iterator().next();
        return client.send(method, path, body.get("value").toString());
    }

    private static String comparable(String body, String name) {
        return name.equals(VENDORS_UPDATE) ? body.replaceFirst("\"SecDateTEdit\":\"[^\"]*\"", "") : body;
    }

    /** As much of a stream as there is in the example. */
    private static String stream(WireClient client, String path, String example) {
        StringBuilder received = new StringBuilder();
        try (WireEvents events = client.listen(path)) {
            while (received.length() < example.length()) {
                received.append(String.join("\n", events.block())).append("\n\n");
            }
        }
        return received.toString();
    }

    @Test
    void G1_the_vendors_own_examples_are_there() throws IOException {
        assertThat(OpenApi.KEPT.at("/paths/~1proctps/get/responses/200/content/application~1json/examples/list-963/value"))
                .isEqualTo(vendors("list-963.json"));
        JsonNode update = OpenApi.KEPT.at("/paths/~1proctps~1{ProcTPNum}/put");
        assertThat(update.at("/responses/200/content/application~1json/examples/update-1/value")).isEqualTo(vendors(VENDORS_UPDATE + ".json"));
        try (InputStream request = WireClient.class.getResourceAsStream("/examples/update-1.request.txt")) {
            String sent = new String(request.readAllBytes()).strip().replaceAll("\\s+", " ");
            assertThat(update.at("/requestBody/description").asString().replaceAll("\\s+", " ")).contains("`" + sent + "`");
        }
    }

    private static JsonNode vendors(String file) throws IOException {
        try (InputStream example = WireClient.class.getResourceAsStream("/examples/" + file)) {
            return new ObjectMapper().readTree(example);
        }
    }
}
