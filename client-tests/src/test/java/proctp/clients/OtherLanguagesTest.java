package proctp.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clients that are made of the API's description in other languages compile. */
@Tag("clients")
class OtherLanguagesTest {

    private static final Path MADE = Path.of("target");

    /** Where Debian has the library that reads and writes JSON. */
    private static final String NEWTONSOFT = "/usr/lib/cli/Newtonsoft.Json-5.0/Newtonsoft.Json.dll";

    private static final String PYTHON_PROGRAM = """
            import proctp_client
            edit = proctp_client.ProcTPEdit.from_json('{"Priority": 2, "Discount": 17.0}')
            assert edit.priority_num == 2 and edit.discount == 17.0, edit
            assert edit.to_dict() == {"Priority": 2, "Discount": 17.0}, edit.to_dict()
            assert callable(proctp_client.ProcTPsApi.list_proc_tps)
            """;

    @Test
    void the_typescript_client_compiles_strictly_and_a_program_on_it() throws Exception {
        OtherProgram.Outcome compiled = OtherProgram.ofNpm("tsc", "-p", "src/test/resources/typescript");
        assertThat(compiled.status()).as(compiled.said()).isZero();
    }

    @Test
    void the_python_client_compiles() throws Exception {
        OtherProgram.Outcome compiled = OtherProgram.run("python3", "-m", "compileall", "-q", "-f", MADE.resolve("python-client/proctp_client").toString());
        assertThat(compiled.status()).as(compiled.said()).isZero();
    }

    /** Its libraries are those of PyPI: where they are not, this cannot be tried. */
    @Test
    void the_python_client_tells_names_apart_that_differ_in_case() throws Exception {
        assumeTrue(OtherProgram.run("python3", "-c", "import dateutil, urllib3, pydantic; assert pydantic.VERSION >= '2'").status() == 0,
                "pydantic 2, urllib3 and python-dateutil are not here");
        OtherProgram.Outcome ran = OtherProgram.run("python3", "-c", "import sys; sys.path.insert(0, 'target/python-client')\n" + PYTHON_PROGRAM);
        assertThat(ran.status()).as(ran.said()).isZero();
    }

    /** By Debian's compiler, which is of .NET's older line; what Debian has not is stood in for by {@code Absent.cs}. */
    @Test
    void the_csharp_client_compiles(@TempDir Path folder) throws Exception {
        List<String> command = new ArrayList<>(List.of("mcs", "-langversion:latest", "-target:library", "-out:" + folder.resolve("client.dll"),
                "-r:" + NEWTONSOFT, "-r:System.Net.Http", "-r:System.Runtime.Serialization", "-r:System.ComponentModel.DataAnnotations",
                "-r:System.Web", "src/test/resources/csharp/Absent.cs"));
        try (Stream<Path> files = Files.walk(MADE.resolve("csharp-client/src"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".cs")).forEach(command::add);
        }
        assertThat(command).hasSizeGreaterThan(30);
        OtherProgram.Outcome compiled = OtherProgram.run(command.toArray(String[]::new));
        assertThat(compiled.status()).as(compiled.said()).isZero();
        assertThat(folder.resolve("client.dll")).isNotEmptyFile();
    }
}
