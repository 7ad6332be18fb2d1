package proctp.bootstrap;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on security names tests that there are. */
class SecurityPageTest {

    private static final Pattern NAMED = Pattern.compile("`([A-Z][a-z]\\w+(?:Test|IT|Contract))`");

    @Test
    void every_test_that_the_page_names_is_there() throws IOException {
        Set<String> named = NAMED.matcher(Files.readString(Path.of("..", "docs", "security.md"))).results()
                .map(name -> name.group(1)).collect(toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(30);
        named.removeAll(sources());
        assertThat(named).as("not there").isEmpty();
    }

    @Test
    void every_safeguard_and_every_risk_is_gone_through() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "security.md"));

        assertThat(page).contains("### (a) ", "### (b) ", "### (c) ", "### (d) ", "### (e) ");
        for (int risk = 1; risk <= 10; risk++) {
            assertThat(page).contains("\n| API" + risk + " ");
        }
    }

    private static Set<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", "")).collect(toCollection(TreeSet::new));
        }
    }
}
