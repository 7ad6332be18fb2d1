package proctp.contract;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page for who writes an adapter shows what is there. Its commands are run before a change lands, by .ci/adapter. */
class WritingAnAdapterPageTest {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern BLOCK = Pattern.compile("(?s)```(java|xml)\n(.*?)\n```");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");
    private static final Pattern PART = Pattern.compile("`(\\w+)`(?: (?:shows it|has many writers|has a second practice)|: it sees)");

    @Test
    void every_block_is_in_the_example() throws IOException {
        String sources;
        try (Stream<Path> files = Files.walk(DOCS.resolve("json-file-adapter"))) {
            sources = files.filter(file -> file.toString().matches(".*(java|pom.xml)") && !file.toString().contains("target"))
                    .filter(Files::isRegularFile).map(WritingAnAdapterPageTest::text).collect(joining("\n"));
        }
        List<String> blocks = found(BLOCK).map(block -> block.group(2)).toList();
        assertThat(blocks).hasSizeGreaterThan(10);
        assertThat(blocks).filteredOn(block -> !sources.contains(block)).as("blocks that are in no file").isEmpty();
    }

    @Test
    void every_link_leads_to_a_file() {
        assertThat(found(LINK).map(link -> DOCS.resolve(link.group(1)))).hasSizeGreaterThan(5).allMatch(Files::exists);
    }

    @Test
    void every_part_of_the_kit_that_it_names_is_there() {
        assertThat(found(PART).map(part -> part.group(1))).hasSize(4)
                .isSubsetOf(Arrays.stream(EveryContract.class.getDeclaredClasses()).map(Class::getSimpleName).toList());
    }

    private static Stream<MatchResult> found(Pattern pattern) {
        return pattern.matcher(text(DOCS.resolve("writing-an-adapter.md"))).results();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
