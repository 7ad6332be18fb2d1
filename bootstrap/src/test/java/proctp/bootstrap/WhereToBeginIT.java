package proctp.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page that the documentation opens with: its commands do what it says, and its links lead somewhere. */
@Timeout(180)
class WhereToBeginIT {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGE = PROJECT.resolve("docs/README.md");
    private static final Pattern BLOCK = Pattern.compile("(?m)^```\\n(.*)\\n```$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");
    private static final String BUILD = "mvn -q -DskipTests package";
    private static final String START = "java -jar bootstrap/target/proctp.jar";

    @TempDir
    static Path directory;

    private static RunningJar service;

    @BeforeAll
    static void start() throws IOException {
        service = RunningJar.up(RunningJar.settings(directory.resolve("data")));
        Files.createSymbolicLink(directory.resolve("contract-tests"), PROJECT.resolve("contract-tests"));
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
    }

    @Test
    void it_tells_how_to_build_and_to_start_what_is_tested_here() throws IOException {
        assertThat(commands()).startsWith(BUILD, START);
        // a block that is written in another way would go unrun
        assertThat(Files.readString(PAGE).split("```", -1)).hasSize(2 * commands().size() + 1);
    }

    @ParameterizedTest
    @MethodSource("pasted")
    void its_other_commands_work_when_they_are_pasted(String command) throws Exception {
        Path said = directory.resolve("said");
        Path saidBeside = directory.resolve("said-beside");
        Process shell = new ProcessBuilder("bash", "-c", command.replace("127.0.0.1:30222", service.base().getAuthority()))
                .directory(directory.toFile()).redirectError(saidBeside.toFile()).redirectOutput(said.toFile()).start();
        assertThat(shell.waitFor()).as(Files.readString(said) + Files.readString(saidBeside)).isZero();
        if (command.startsWith("curl -i")) {
            assertThat(said).content(UTF_8).startsWith("HTTP/1.1 200").contains("\"ProcTPNum\":976,");
        } else if (command.startsWith("curl -o openapi.json")) {
            assertThat(directory.resolve("openapi.json")).content(UTF_8).startsWith("{").contains("\"openapi\"", "\"/proctps\"");
        }
    }

    @Test
    void its_links_lead_to_files() throws IOException {
        assertThat(LINK.matcher(Files.readString(PAGE)).results().map(link -> PAGE.resolveSibling(link.group(1))))
                .hasSizeGreaterThan(10).allMatch(Files::exists);
    }

    private static Stream<String> pasted() throws IOException {
        return commands().stream().filter(command -> !command.equals(BUILD) && !command.equals(START));
    }

    private static List<String> commands() throws IOException {
        return BLOCK.matcher(Files.readString(PAGE)).results().map(block -> block.group(1)).toList();
    }
}
