package proctp.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.WireClient;

/** Rule X10: what is served without a key, and that it is no way to anything else. */
class DocumentationTest {

    private static final InMemoryServer SERVER = new InMemoryServer();

    private final WireClient anyone = SeenClient.anonymous(SERVER.fresh());
    private final WireClient office = SeenClient.of(SERVER.fresh(), SampleOffice.CUSTOMER_KEY);

    @ParameterizedTest
    @CsvSource({"/openapi.json,application/json; charset=utf-8", "/openapi.yaml,application/yaml",
        "/docs/console.js,text/javascript; charset=utf-8",
        "/docs/console.css,text/css; charset=utf-8", "/docs/swagger-ui-bundle.js,text/javascript; charset=utf-8",
        "/docs/swagger-ui.css,text/css; charset=utf-8", "/docs/apache-licence.txt,text/plain; charset=utf-8",
        "/docs/swagger-ui-bundle.js.LICENSE.txt,text/plain; charset=utf-8"})
    void X10_it_is_there_without_a_key_under_both_prefixes_whatever_the_case(String path, String type) {
        String body = answered(path, type).body();
        assertThat(body).isNotBlank();
        for (String same : new String[] {"/api/v1" + path, "/API/v1" + path.toUpperCase(Locale.ROOT), path + "/", "/api//v1/" + path}) {
            assertThat(answered(same, type).body()).as(same).isEqualTo(body);
        }
    }

    private HttpResponse<String> answered(String path, String type) {
        HttpResponse<String> answer = anyone.send("GET", path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).isEqualTo(type);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        return answer;
    }

    @Test
    void X10_the_description_is_the_one_of_the_documentation_and_says_the_same_in_JSON() throws IOException {
        Path page = Path.of("..", "docs", "openapi.yaml");
        assertThat(anyone.send("GET", "/openapi.yaml").body()).isEqualTo(Files.readString(page));
        assertThat(anyone.send("GET", "/openapi.json").body()).isEqualTo(new String(YamlDocument.json(Files.readAllBytes(page)), UTF_8));
    }

    /** A redirect would be a status that this API does not have, and an address that a proxy in front has to know of. */
    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/api/v1/docs", "/DOCS", "/api//v1//docs"})
    void X10_docs_is_the_page_with_and_without_a_slash(String path) {
        String page = answered(path, "text/html; charset=utf-8").body();
        assertThat(linksOf(page, path)).hasSameElementsAs(linksOf(anyone.send("GET", path + "/").body(), path + "/")).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("console")
    void X10_the_page_and_its_parts_run_what_comes_from_here_and_nothing_else(String path) {
        HttpResponse<String> answer = anyone.send("GET", path);
        assertThat(header(answer, "Content-Security-Policy")).isEqualTo("default-src 'none'; script-src 'self'; style-src 'self';"
                + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void X10_the_page_holds_no_script_and_no_style_and_asks_for_what_is_there() {
        String page = anyone.send("GET", "/docs/").body();
        assertThat(page).doesNotContain("<style", "style=", "javascript:").doesNotContainPattern("<script(?! src=)")
                .doesNotContainPattern("\\son\\w+=").doesNotContainPattern("(src|href)=\"(https?:|//)");
        assertThat(linksOf(page, "/api/v1/docs/")).allSatisfy(link ->
                assertThat(anyone.send("GET", link).statusCode()).isEqualTo(200));
    }

    /** Where the page's links lead when it is read at that path. */
    private static List<String> linksOf(String page, String path) {
        return Pattern.compile("(?:src|href)=\"(?!data:)([^\"]+)\"").matcher(page).results()
                .map(link -> URI.create(path).resolve(link.group(1)).toString().replace("/DOCS", "/docs")).toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void X10_a_wrong_key_does_not_matter(String path) {
        WireClient wrong = anyone.with("Authorization", "ODFHIR WRONG/KEYS");
        assertThat(wrong.send("GET", path).statusCode()).isEqualTo(anyone.send("GET", path).statusCode()).isLessThan(400);
        assertThat(anyone.with("Authorization", "nonsense").send("GET", path).statusCode()).isLessThan(400);
    }

    @Test
    void A3_everything_else_asks_for_a_key() {
        for (String route : RoutesTest.offered()) {
            String[] methodAndPath = route.replaceFirst("\\{\\w+}", "963").split(" ");
            assertThat(anyone.send(methodAndPath[0], methodAndPath[1]).statusCode()).as(route).isEqualTo(401);
            assertThat(anyone.send("OPTIONS", methodAndPath[1]).statusCode()).as(route).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void B10_HEAD_is_answered_as_GET_and_OPTIONS_with_what_there_is(String path) {
        HttpResponse<String> get = anyone.send("GET", path);
        HttpResponse<String> head = anyone.send("HEAD", path);
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"Content-Type", "Content-Length", "Location", "Content-Security-Policy"}) {
            assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
        }
        HttpResponse<String> options = anyone.send("OPTIONS", path);
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(header(options, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @CsvSource({"POST,/openapi.json,'openapi.json POST '", "PUT,/api/v1/OpenAPI.yaml,'openapi.yaml PUT '",
        "DELETE,/docs,'docs DELETE '", "PATCH,/docs/,'docs PATCH '", "POST,/docs/console.js,docs POST console.js"})
    void A7_other_methods_are_none(String method, String path, String words) {
        HttpResponse<String> answer = anyone.send(method, path, "{}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(header(answer, "Error-Code")).isEqualTo("METHOD_INVALID");
        assertThat(answer.body()).isEqualTo("\"" + words + " is not a valid method.\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/index.html", "/docs/nosuch", "/docs/HttpServer.class", "/docs/../HttpServer.class",
            "/docs/../../../logback.xml", "/docs/%2e%2e/HttpServer.class", "/docs/..%2fHttpServer.class", "/docs/..%5cHttpServer.class",
            "/docs/..;/HttpServer.class", "/docs//../HttpServer.class", "/docs/console.js/..", "/docs/console.js%00", "/docs/console.js;x=1",
            "/docs/docs/console.js", "/docs/swagger-ui-bundle.js.map", "/api/v1/docs/../openapi.yaml/../../HttpServer.class",
            "/META-INF/MANIFEST.MF", "/docs/%63onsole.js", "/openapi.yaml/index.html", "/openapi.xml", "/proctp/http/openapi.yaml",
            "/api/v1/api/v1/docs", "/API/V1/api/v1/docs", "/api/v1x/docs", "/doc%73"})
    void X10_nothing_else_is_there(String path) {
        String answer = anyone.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1\\.1 40[01] .*").contains("Error-Code: ")
                .doesNotContain("SwaggerUIBundle", "Manifest-Version", "openapi:", "<html");
        assertThat(office.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + Wire.KEY + "\r\n"))
                .matches("(?s)HTTP/1\\.1 40[04] .*").doesNotContain("SwaggerUIBundle", "Manifest-Version", "openapi:", "<html");
    }

    @Test
    void B9_the_limits_of_the_edge_hold_here_too() {
        assertThat(anyone.raw("GET /docs/?" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ");
        assertThat(anyone.raw("GET /docs/ HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\n\r\n")).startsWith("HTTP/1.1 413 ");
        assertThat(anyone.raw("GET /openapi.json HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(anyone.with("X-HTTP-Method-Override", "PUT").send("GET", "/openapi.json").statusCode()).isEqualTo(400);
    }

    @Test
    void X10_the_log_and_the_counters_name_the_file_and_no_key() throws InterruptedException {
        try (LogLines log = new LogLines("proctp.access")) {
            office.send("GET", "/api/v1/Docs/Console.css");
            Map<String, Object> line = log.nextFields();
            assertThat(line).containsEntry("route", "/docs/console.css").containsEntry("status", 200).doesNotContainKeys("practice", "key");
            assertThat(SERVER.registry().get("http.server.requests").tag("route", "/docs/console.css").timer().count()).isPositive();
        }
    }

    private static Stream<String> all() {
        return new Documentation().paths();
    }

    private static Stream<String> console() {
        return Stream.concat(all().filter(path -> path.startsWith("/docs")), Stream.of("/docs/", "/api/v1/docs/", "/api/v1/DOCS/console.js"));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
