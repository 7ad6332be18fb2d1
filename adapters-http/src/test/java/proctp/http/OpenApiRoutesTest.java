package proctp.http;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import proctp.application.UseCases;
import proctp.application.sample.SampleOffice;
import proctp.contract.wire.ServerUnderTest;
import proctp.contract.wire.WireClient;
import proctp.http.OpenApi.Operation;

/** The routes, parameters and headers of the API's description are those that there are. */
class OpenApiRoutesTest {

    private static final InMemoryServer SERVER = new InMemoryServer();

    /** Whatever the handlers call by a name; the names of parameters are among them. */
    private static final Pattern NAME = Pattern.compile("\"([A-Za-z]{2,40})\"");

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void X10_every_route_is_described_and_no_other() {
        UseCases useCases = UseCases.on(InMemoryServer.sampleOffice(), InMemoryServer.SECRET, () -> LocalDate.EPOCH);
        List<String> offered = new Routes(TestSettings.USUAL, useCases, new Followers(useCases.changes(), Following.USUAL, 0)).offered();
        assertThat(OpenApi.KEPT.withKey().stream().map(Operation::name)).containsExactlyInAnyOrderElementsOf(offered);
    }

    @Test
    void X10_what_is_described_without_a_key_is_read_without_one() {
        WireClient anyone = SeenClient.anonymous(SERVER.fresh());
        List<Operation> keyless = OpenApi.KEPT.operations().stream().filter(operation -> !operation.key()).toList();
        assertThat(keyless).hasSize(3).allSatisfy(operation ->
                assertThat(anyone.send(operation.method(), operation.path()).statusCode()).isLessThan(400));
    }

    @TestFactory
    Stream<DynamicTest> G7_each_route_takes_the_parameters_that_are_described_and_no_others() throws IOException {
        WireClient office = SeenClient.of(SERVER.fresh(), SampleOffice.CUSTOMER_KEY);
        Set<String> names = names();
        return OpenApi.KEPT.withKey().stream().map(operation -> DynamicTest.dynamicTest(operation.name(), () -> {
            Set<String> described = OpenApi.KEPT.parameters(operation, "query").collect(toCollection(TreeSet::new));
            assertThat(names).containsAll(described);
            assertThat(names.stream().filter(name -> takes(office, operation, name))).containsExactlyElementsOf(described);
        }));
    }

    private static boolean takes(WireClient office, Operation operation, String name) {
        // a number that nothing has, and a value that no parameter can have: nothing comes of it
        String path = operation.path().replaceFirst("\\{\\w+}", "0") + "?" + name + "=~";
        HttpResponse<String> answer = office.send(operation.method(), path);
        return !answer.headers().firstValue(Errors.CODE_HEADER).orElse("").equals("PARAMETER_UNKNOWN");
    }

    private static Set<String> names() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src", "main", "java", "proctp", "http"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*(Handlers|QueryParams)\\.java")).toList()) {
                NAME.matcher(Files.readString(file)).results().forEach(name -> names.add(name.group(1)));
            }
        }
        return names;
    }

    /** A page of another origin is told which headers it may send and see. */
    @Test
    void B10_the_headers_that_are_described_are_those_that_pages_of_other_origins_may_use() {
        WireClient page = SeenClient.of(SERVER.fresh(), SampleOffice.CUSTOMER_KEY).with("Origin", ServerUnderTest.ORIGIN);
        Set<String> sent = OpenApi.KEPT.withKey().stream().flatMap(operation -> OpenApi.KEPT.parameters(operation, "header"))
                .collect(toCollection(TreeSet::new));
        sent.addAll(List.of("Authorization", "Content-Type"));
        assertThat(listed(page.with("Access-Control-Request-Method", "GET").send("OPTIONS", "/proctps"), "Access-Control-Allow-Headers"))
                .containsExactlyElementsOf(sent);

        Set<String> seen = OpenApi.KEPT.withKey().stream().flatMap(operation -> OpenApi.KEPT.responses(operation).values().stream())
                .flatMap(response -> response.path("headers").propertyNames().stream()).collect(toCollection(TreeSet::new));
        // of no use to a page
        assertThat(seen.removeAll(List.of("Cache-Control", "WWW-Authenticate", "X-Content-Type-Options"))).isTrue();
        assertThat(listed(page.get("/definitions"), "Access-Control-Expose-Headers")).containsExactlyElementsOf(seen);
    }

    private static Stream<String> listed(HttpResponse<String> answer, String header) {
        return Stream.of(answer.headers().firstValue(header).orElseThrow().split(", "));
    }
}
