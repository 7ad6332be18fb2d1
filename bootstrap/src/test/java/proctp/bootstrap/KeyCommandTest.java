package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import proctp.application.ApiKey;
import proctp.application.KeyDigest;
import proctp.application.KeySecret;
import proctp.application.sample.SampleOffice;

/** Keys handed out and taken back at a console; the sample has keys 1 to 3 in practice 1, 3 disabled, and key 1 in practice 2. */
class KeyCommandTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final String HEADER = "(?s).*\n  Authorization: ODFHIR ([34679ACDEFGHJKMNPQRTVWXY]{28})/([34679ACDEFGHJKMNPQRTVWXY]{28})\n";

    @TempDir
    static Path temporary;

    private static final String KEEP = "create schema kept; create table kept.apikey as table apikey;";
    private static final String RESTORE = "delete from apikey; insert into apikey select * from kept.apikey;"
            + " update practice set lastapikeynum = 0";

    private static Path directory;
    private static EmbeddedDatabase database;
    private static OpenOffice open;

    @BeforeAll
    static void start() throws IOException, SQLException {
        directory = OfficeDirectory.used(temporary);
        database = EmbeddedDatabase.start(directory);
        open = OpenOffice.on(Settings.read("DATA_DIR", directory.toString()), Clock.systemUTC());
        open.office().fillIfEmpty(SampleOffice.practices(open.keySecret(), ZoneOffset.UTC));
        OfficeDirectory.execute(database, KEEP);
    }

    @AfterAll
    static void stop() {
        open.close();
        database.close();
    }

    @BeforeEach
    void restore() throws SQLException {
        OfficeDirectory.execute(database, RESTORE);
    }

    @Test
    void a_key_is_made_and_what_its_client_sends_is_shown_once() {
        Said said = ok("key", "add", "--practice", "1", "--developer", "Recall Software", "--name", "Recalls", "--permissions", "readall",
                "--expires", TODAY.plusDays(30).toString());
        assertThat(said.out()).startsWith("Key 4 of practice 1 (Recall Software, Recalls), with ReadAll, works until the end of "
                + TODAY.plusDays(30) + ".\nIts client sends this header with every request. It is shown this once and not kept:\n\n")
                .matches(HEADER);
        ApiKey key = found(said);
        assertThat(key.days()).isEqualTo(new ApiKey.Days(Optional.of(TODAY), Optional.of(TODAY.plusDays(30)),
                Optional.empty(), Optional.empty()));
        assertThat(PermissionName.of(key.permissions())).containsExactly("ReadAll");
        assertThat(key.worksOn(TODAY)).isTrue();
    }

    @Test
    void two_keys_have_nothing_in_common() {
        Said one = add("one");
        Said other = add("other");
        assertThat(developerKey(one)).isNotEqualTo(developerKey(other));
        assertThat(customerKey(one)).isNotEqualTo(customerKey(other)).isNotEqualTo(developerKey(one));
        assertThat(found(other).num().value()).isEqualTo(found(one).num().value() + 1);
    }

    @Test
    void a_program_reads_the_same_as_one_object() {
        Said said = ok("key", "add", "--practice", "2", "--developer", "A \"B\" \\C", "--name", "Zoë", "--json");
        assertThat(said.out()).matches(("\\{\"practice\":2,\"key\":2,\"developer\":\"A \\\\\"B\\\\\" \\\\\\\\C\",\"name\":\"Zoë\","
                + "\"permissions\":\\[\"ReadAll\",\"AllOthers\"\\],\"state\":\"enabled\",\"created\":\"%s\",\"expires\":null,"
                + "\"lastUsed\":null,\"revoked\":null,\"developerKey\":\"(\\w{28})\",\"customerKey\":\"(\\w{28})\","
                + "\"authorization\":\"ODFHIR \\1/\\2\"\\}\n").formatted(TODAY));
    }

    @Test
    void the_list_shows_all_keys_and_never_a_pair() {
        Said added = add("Recalls");
        Said list = ok("key", "list");
        assertThat(list.out().lines()).hasSize(6).first().asString()
                .isEqualTo("PRACTICE  KEY  STATE     PERMISSIONS        CREATED     EXPIRES  LAST USED  REVOKED  DEVELOPER        NAME");
        assertThat(list.out().lines().toList().get(3))
                .isEqualTo("1         3    disabled  ReadAll,AllOthers  -           -        -          -        Demo Developer   Demo key, disabled");
        assertThat(list.out()).doesNotContain(developerKey(added), customerKey(added), SampleOffice.CUSTOMER_KEY);
        assertThat(ok("key", "list", "--practice", "2").out().lines()).hasSize(2);
        assertThat(ok("key", "list", "--practice", "2", "--json").out()).isEqualTo("[{\"practice\":2,\"key\":1,"
                + "\"developer\":\"Demo Developer\",\"name\":\"Demo key\",\"permissions\":[\"ReadAll\",\"AllOthers\"],\"state\":\"enabled\","
                + "\"created\":null,\"expires\":null,\"lastUsed\":null,\"revoked\":null}]\n");
    }

    @Test
    void A4_a_key_is_disabled_and_enabled_again() {
        Said added = add("Recalls");
        assertThat(ok("key", "disable", "--key", "4").out()).isEqualTo("Key 4 of practice 1 (Recall Software, Recalls) is disabled.\n");
        assertThat(found(added).worksOn(TODAY)).isFalse();
        assertThat(ok("key", "enable", "--key", "4", "--json").out()).contains("\"state\":\"enabled\"");
        assertThat(found(added).worksOn(TODAY)).isTrue();
    }

    @Test
    void A4_a_revoked_key_stays_revoked() {
        Said added = add("Recalls");
        assertThat(ok("key", "revoke", "--key", "4", "--yes").out()).isEqualTo("Key 4 of practice 1 (Recall Software, Recalls) is revoked.\n");
        for (String[] later : List.of(new String[] {"enable"}, new String[] {"disable"}, new String[] {"rotate", "--expires", "2999-12-31"})) {
            Said refused = Said.by(environment(), concat(later, "--key", "4"));
            assertThat(refused.err()).isEqualTo("Key 4 of practice 1 was revoked on " + TODAY + ", and that is final: add another key in"
                    + " its place.\n");
            assertThat(refused.exitCode()).isEqualTo(1);
        }
        assertThat(found(added).days().revoked()).contains(TODAY);
        assertThat(ok("key", "list").out()).contains("revoked");
        ok("key", "revoke", "--key", "4", "--yes");
    }

    @Test
    void revoking_is_confirmed_by_the_person_at_the_terminal() {
        Said added = add("Recalls");
        Said declined = Said.to("y\n", environment(), "key", "revoke", "--key", "4");
        assertThat(declined.err()).isEqualTo("Key 4 of practice 1 (Recall Software, Recalls) will never work again. Type yes to go on: "
                + "That was something else, so nothing was done.\n");
        assertThat(declined.exitCode()).isEqualTo(1);
        assertThat(Said.to("", environment(), "key", "revoke", "--key", "4").exitCode()).as("who leaves").isEqualTo(1);
        Said alone = Said.by(environment(), "key", "revoke", "--key", "4");
        assertThat(alone.err()).startsWith("Key 4 of practice 1 (Recall Software, Recalls) will never work again. Nobody is at a terminal to"
                + " confirm that: say --yes if it is meant. Nothing was done.");
        assertThat(alone.exitCode()).isEqualTo(2);
        assertThat(found(added).days().revoked()).isEmpty();
        assertThat(Said.to("Yes\n", environment(), "key", "revoke", "--key", "4").exitCode()).isZero();
        assertThat(found(added).days().revoked()).contains(TODAY);
    }

    @Test
    void a_key_is_rotated_and_the_old_one_works_on() {
        Said old = ok("key", "add", "--practice", "1", "--developer", "Recall Software", "--name", "Recalls", "--permissions", "ReadAll",
                "--expires", TODAY.plusDays(90).toString());
        Said made = ok("key", "rotate", "--key", "4");
        assertThat(made.out()).startsWith("Key 5 of practice 1 (Recall Software, Recalls), with ReadAll, works until the end of "
                + TODAY.plusDays(90) + ". It takes the place of key 4, which works until the end of " + TODAY.plusDays(90) + ".\n").matches(HEADER);
        assertThat(found(made).days().expires()).contains(TODAY.plusDays(90));
        assertThat(found(old).days().expires()).contains(TODAY.plusDays(90));
    }

    @ParameterizedTest
    @CsvSource({"0, 90, 0", "7, 90, 7", "3650, 90, 90", "7, , 7"})
    void the_old_key_works_for_its_days_of_grace_unless_it_ends_before(long grace, Long expires, long left) {
        Said old = expires == null ? add("Recalls") : ok("key", "add", "--practice", "1", "--developer", "D", "--name", "N", "--expires",
                TODAY.plusDays(expires).toString());
        Said made = ok("key", "rotate", "--key", "4", "--grace", String.valueOf(grace));
        assertThat(made.out()).contains("which works until the end of " + TODAY.plusDays(left) + ".");
        assertThat(found(old).days().expires()).contains(TODAY.plusDays(left));
        assertThat(found(old).worksOn(TODAY.plusDays(left))).isTrue();
        assertThat(found(old).worksOn(TODAY.plusDays(left + 1))).isFalse();
        assertThat(found(made).days().expires()).isEqualTo(Optional.ofNullable(expires).map(TODAY::plusDays));
    }

    @Test
    void a_key_that_does_not_work_is_not_rotated_into_one_that_does() throws SQLException {
        Said disabled = Said.by(environment(), "key", "rotate", "--key", "3");
        assertThat(disabled.err()).startsWith("Key 3 of practice 1 is disabled, so no other takes its place: enable it first");
        assertThat(disabled.exitCode()).isEqualTo(1);
        OfficeDirectory.execute(database, "update apikey set expires = '2026-01-31' where practice_id = 1 and apikeynum = 2");
        Said expired = Said.by(environment(), "key", "rotate", "--key", "2");
        assertThat(expired.err()).isEqualTo("Key 2 of practice 1 has expired on 2026-01-31, and so would the one in its place: say until when"
                + " that is to work.\n");
        assertThat(keys()).hasSize(4);
        assertThat(ok("key", "rotate", "--key", "2", "--expires", "2999-12-31").out()).contains("works until the end of 2999-12-31");
    }

    @Test
    void a_number_that_several_practices_have_needs_the_practice() {
        Said unclear = Said.by(environment(), "key", "disable", "--key", "1");
        assertThat(unclear.err()).startsWith("--practice must say which key 1 is meant, since these practices have one:"
                + " 1 (Maple Street Dental (sample)), 2 (Harbor View Dental (sample)).");
        assertThat(unclear.exitCode()).isEqualTo(2);
        assertThat(ok("key", "disable", "--key", "1", "--practice", "2").out()).startsWith("Key 1 of practice 2 ");
    }

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
        List<ApiKey> before = keys();
        String call = line.substring(0, line.indexOf('|'));
        Said said = Said.by(environment(), call.isEmpty() ? new String[] {"key"} : ("key " + call).split(" ", -1));
        assertThat(said.err()).startsWith(line.substring(line.indexOf('|') + 1));
        assertThat(said.exitCode()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(keys()).isEqualTo(before);
    }

    @Test
    void a_name_is_as_long_as_its_column_in_code_points() {
        add("🦷".repeat(255));
        Said longer = Said.by(environment(), "key", "add", "--practice", "1", "--developer", "D", "--name", "🦷".repeat(256));
        assertThat(longer.err()).startsWith("Invalid value for option '--name': it must have 255 characters at most.");
        assertThat(longer.exitCode()).isEqualTo(2);
    }

    @Test
    void keys_are_hashed_with_the_secret_that_is_set_before_the_one_that_the_database_keeps() throws IOException {
        KeySecret kept = new KeySecret(Files.readString(directory.resolve("key-secret")).strip());
        Said own = add("kept");
        assertThat(found(own).digest()).isEqualTo(kept.digest(developerKey(own), customerKey(own)));
        Map<String, String> set = Settings.environment("DATA_DIR", directory.toString(), "KEY_SECRET", "a secret of somebody's own");
        Said other = Said.by(set, "key", "add", "--practice", "1", "--developer", "D", "--name", "N");
        assertThat(found(new KeySecret("a secret of somebody's own"), other).num().value()).isEqualTo(5);
    }

    private static String[] concat(String[] first, String... more) {
        return Stream.of(new String[] {"key"}, first, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static Said add(String name) {
        return ok("key", "add", "--practice", "1", "--developer", "Recall Software", "--name", name);
    }

    private static Said ok(String... arguments) {
        Said said = Said.by(environment(), arguments);
        assertThat(said.err()).isEmpty();
        assertThat(said.exitCode()).isZero();
        return said;
    }

    private static String developerKey(Said said) {
        return said.out().replaceFirst(HEADER, "$1");
    }

    private static String customerKey(Said said) {
        return said.out().replaceFirst(HEADER, "$2");
    }

    /** The key that the pair which was shown opens. */
    private static ApiKey found(Said said) {
        return found(open.keySecret(), said);
    }

    private static ApiKey found(KeySecret secret, Said said) {
        KeyDigest digest = secret.digest(developerKey(said), customerKey(said));
        return keys().stream().filter(key -> key.digest().equals(digest)).findFirst().orElseThrow();
    }

    private static List<ApiKey> keys() {
        return open.office().apiKeys().list();
    }

    private static Map<String, String> environment() {
        return Settings.environment("DATA_DIR", directory.toString(), "TIME_ZONE", "UTC");
    }
}
