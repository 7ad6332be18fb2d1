package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.ApiKey;

/** Calls of the commands for keys that cannot be meant so. */
class WrongKeyCallsTest {

    @RegisterExtension
    static final OfficeAtConsole office = new OfficeAtConsole();

    @ParameterizedTest
    @ValueSource(strings = {
        "add --practice 1 --developer D --name |Invalid value for option '--name': it must not be empty.",
        "add --practice 1 --developer \t --name N|Invalid value for option '--developer': it must not be empty.",
        "add --practice 1 --developer D --name a\u001b[1m|Invalid value for option '--name': it must not have control characters.",
        "add --practice 1 --developer D --name N --permissions ReadAll,Everything|Invalid value for option '--permissions' (P): it must be ReadAll,"
                + " AllOthers, or both with a comma between them.",
        "add --practice 1 --developer D --name N --permissions |Invalid value for option '--permissions' (P): it must be ReadAll,"
                + " AllOthers, or both with a comma between them.",
        "add --practice 1 --developer D --name N --expires 2026-02-30|Invalid value for option '--expires': it must be a date such as 2027-12-31.",
        "add --practice 1 --developer D --name N --expires tomorrow|Invalid value for option '--expires': it must be a date such as 2027-12-31.",
        "add --practice 1 --developer D --name N --expires 2020-01-31|--expires must not be in the past: 2020-01-31 is over, today is ",
        "add --practice 3 --developer D --name N|There is no practice 3. The office holds: 1 (",
        "add --developer D --name N|--practice must say which one is meant.",
        "add --practice 1 --name N|Missing required option: '--developer=D'",
        "disable --key 9|There is no key 9: key list shows those that there are.",
        "revoke --yes --key 9 --practice 2|There is no key 9 of practice 2: key list shows those that there are.",
        "disable --key x|Invalid value for option '--key': it must be a whole number.",
        "enable|Missing required option: '--key=NUMBER'",
        "rotate --key 4 --grace -1|--grace must be from 0 to 3650 days.",
        "rotate --key 4 --grace 3651|--grace must be from 0 to 3650 days.",
        "rotate --key 2 --expires 2020-01-31|--expires must not be in the past:",
        "list --practice 3|There is no practice 3.",
        "|key needs a command of its own: add, list, disable, enable, revoke or rotate."})
    void what_is_wrong_with_a_call_is_said_and_nothing_changes(String line) {
        List<ApiKey> before = office.keys();
        String call = line.substring(0, line.indexOf('|'));
        Said said = office.by(call.isEmpty() ? new String[] {"key"} : ("key " + call).split(" ", -1));
        assertThat(said.err()).startsWith(line.substring(line.indexOf('|') + 1));
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(office.keys()).isEqualTo(before);
    }

    @Test
    void a_name_is_as_long_as_its_column_in_code_points() {
        office.ok("key", "add", "--practice", "1", "--developer", "D", "--name", "🦷".repeat(255));
        Said longer = office.by("key", "add", "--practice", "1", "--developer", "D", "--name", "🦷".repeat(256));
        assertThat(longer.err()).startsWith("Invalid value for option '--name': it must have 255 characters at most.");
        assertThat(longer.exitCode()).isEqualTo(2);
    }
}
