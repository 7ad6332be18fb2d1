package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.ApiKey;
import proctp.application.PracticeNum;

/** Practices made and renamed at a console. */
class PracticeCommandTest {

    @RegisterExtension
    static final OfficeAtConsole office = new OfficeAtConsole();

    @TempDir
    private Path temporary;

    @Test
    void one_is_added_and_its_number_is_said() {
        Said said = office.by("practice", "add", "--name", "Elm Street 🦷");
        assertThat(said.out()).isEqualTo("Practice 3 (Elm Street 🦷) is there. It has no key yet: key add --practice 3 makes one.\n");
        assertThat(said.exitCode()).isZero();
        assertThat(office.by("practice", "add", "--name", "\"x\"", "--json").out())
                .isEqualTo("{\"practice\":4,\"name\":\"\\\"x\\\"\"}\n");
        assertThat(office.by("practice", "list").out()).isEqualTo("PRACTICE  NAME\n1         Maple Street Dental (sample)\n"
                + "2         Harbor View Dental (sample)\n3         Elm Street 🦷\n4         \"x\"\n");
    }

    @Test
    void one_is_renamed() {
        assertThat(office.by("practice", "rename", "--practice", "2", "--name", "Pier 7").out())
                .isEqualTo("Practice 2 is called Pier 7 now.\n");
        assertThat(office.by("practice", "list", "--json").out()).isEqualTo(
                "[{\"practice\":1,\"name\":\"Maple Street Dental (sample)\"}, {\"practice\":2,\"name\":\"Pier 7\"}]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "add|Missing required option: '--name=N'",
        "add --name |Invalid value for option '--name': it must not be empty.",
        "add --name a\u0007|Invalid value for option '--name': it must not have control characters.",
        "rename --name N|--practice must say which one is meant.",
        "rename --name N --practice 3|There is no practice 3.",
        "|practice needs a command of its own: add, list, rename or erase."})
    void what_is_wrong_with_a_call_is_said_and_nothing_changes(String line) {
        Map<PracticeNum, String> before = office.office().practices().list();
        List<ApiKey> keys = office.keys();
        String call = line.substring(0, line.indexOf('|'));
        Said said = office.by(call.isEmpty() ? new String[] {"practice"} : ("practice " + call).split(" ", -1));
        assertThat(said.err()).startsWith(line.substring(line.indexOf('|') + 1));
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(office.office().practices().list()).containsExactlyInAnyOrderEntriesOf(before);
        assertThat(office.keys()).isEqualTo(keys);
    }

    @Test
    void the_first_practice_makes_the_office_where_there_is_none() throws IOException {
        Path unpacked = OfficeDirectory.unpacked(Files.createDirectory(temporary.resolve("new")));
        Map<String, String> nowhere = Settings.environment("DATA_DIR", unpacked.toString());
        assertThat(Said.by(nowhere, "practice", "list").exitCode()).isEqualTo(1);
        assertThat(Said.by(nowhere, "practice", "add", "--name", "First").out()).startsWith("Practice 1 (First) is there.");
        Said key = Said.by(nowhere, "key", "add", "--developer", "D", "--name", "N", "--json");
        assertThat(key.out()).startsWith("{\"practice\":1,\"key\":1,");
    }
}
