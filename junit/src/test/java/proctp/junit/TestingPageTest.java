package proctp.junit;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page for integrators shows what compiles, and what the tests of the package {@code example} do. */
class TestingPageTest {

    private static final Path PAGE = Path.of("..", "docs", "testing.md");
    private static final Path EXAMPLES = Path.of("src", "test", "java", "example");

    @Test
    void each_piece_of_Java_on_the_page_is_one_of_a_test_that_runs() throws IOException {
        List<String> examples;
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            examples = files.map(TestingPageTest::code).toList();
        }
        List<String> pieces = blocks("java").stream().filter(piece -> !piece.startsWith("@ProcTPServer(files")).toList();
        assertThat(pieces).hasSizeGreaterThan(7).allSatisfy(piece ->
                assertThat(examples).as(piece).anyMatch(example -> example.contains(withoutIndentation(piece))));
    }

    @Test
    void its_dependencies_are_those_of_this_build() throws IOException {
        String build = Files.readString(Path.of("..", "pom.xml"));
        String own = Files.readString(Path.of("pom.xml"));
        String named = String.join("", blocks("xml"));
        String version = first("<artifactId>proctp</artifactId>\\s*<version>([^<]+)</version>", build);
        assertThat(own).contains("<artifactId>" + first("<artifactId>([^<]+)</artifactId>", named) + "</artifactId>");
        assertThat(values("<version>([^<]+)</version>", named)).containsExactly(version, version,
                first("<zonky.version>([^<]+)</zonky.version>", build));
        assertThat(Files.readString(PAGE)).contains("of version " + first("<postgres.version>([^<]+)</postgres.version>", build));
        assertThat(values("<artifactId>([^<]+)</artifactId>", named)).allSatisfy(artifact -> assertThat(own).contains(artifact));
    }

    @Test
    void what_can_be_said_of_a_request_is_all_on_the_page() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(Arrays.stream(Next.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))).isNotEmpty()
                .allSatisfy(method -> assertThat(page).contains("| `." + method.getName() + "("));
        assertThat(Arrays.stream(ProcTP.class.getMethods()).filter(method -> method.getDeclaringClass() == ProcTP.class)
                .filter(method -> !method.getName().equals("now")))
                .allSatisfy(method -> assertThat(page).contains("server." + method.getName() + "("));
        assertThat(page).contains("9 o'clock on 2026-01-02", ProcTPSettings.ZONE);
        assertThat(ProcTPSettings.TIME).isEqualTo("2026-01-02 09:00:00");
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE)).results()
                .map(block -> block.group(1)).toList();
    }

    private static String code(Path file) {
        try {
            return withoutIndentation(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String withoutIndentation(String code) {
        return code.lines().map(String::strip).collect(joining("\n"));
    }

    private static String first(String pattern, String text) {
        return values(pattern, text).get(0);
    }

    private static List<String> values(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
    }
}
