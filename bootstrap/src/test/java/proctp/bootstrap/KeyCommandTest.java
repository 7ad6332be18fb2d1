package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import proctp.application.ApiKey;
import proctp.application.KeyDigest;
import proctp.application.KeySecret;
import proctp.application.sample.SampleOffice;

/** Keys handed out and taken back at a console. */
class KeyCommandTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final String HEADER = "(?s).*\n  Authorization: ODFHIR ([34679ACDEFGHJKMNPQRTVWXY]{28})/([34679ACDEFGHJKMNPQRTVWXY]{28})\n";

    @RegisterExtension
    static final OfficeAtConsole office = new OfficeAtConsole();

    @Test
    void a_key_is_made_and_what_its_client_sends_is_shown_once() {
        Said said = office.ok("key", "add", "--practice", "1", "--developer", "Recall Software", "--name", "Recalls", "--permissions", "readall",
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
        Said said = office.ok("key", "add", "--practice", "2", "--developer", "A \"B\" \\C", "--name", "Zoë", "--json");
        assertThat(said.out()).matches(("\\{\"practice\":2,\"key\":2,\"developer\":\"A \\\\\"B\\\\\" \\\\\\\\C\",\"name\":\"Zoë\","
                + "\"permissions\":\\[\"ReadAll\",\"AllOthers\"\\],\"state\":\"enabled\",\"created\":\"%s\",\"expires\":null,"
                + "\"lastUsed\":null,\"revoked\":null,\"developerKey\":\"(\\w{28})\",\"customerKey\":\"(\\w{28})\","
                + "\"authorization\":\"ODFHIR \\1/\\2\"\\}\n").formatted(TODAY));
    }

    @Test
    void the_list_shows_all_keys_and_never_a_pair() {
        Said added = add("Recalls");
        Said list = office.ok("key", "list");
        assertThat(list.out().lines()).hasSize(6).first().asString()
                .isEqualTo("PRACTICE  KEY  STATE     PERMISSIONS        CREATED     EXPIRES  LAST USED  REVOKED  DEVELOPER        NAME");
        assertThat(list.out().lines().toList().get(3))
                .isEqualTo("1         3    disabled  ReadAll,AllOthers  -           -        -          -        Demo Developer   Demo key, disabled");
        assertThat(list.out()).doesNotContain(developerKey(added), customerKey(added), SampleOffice.CUSTOMER_KEY);
        assertThat(office.ok("key", "list", "--practice", "2").out().lines()).hasSize(2);
        assertThat(office.ok("key", "list", "--practice", "2", "--json").out()).isEqualTo("[{\"practice\":2,\"key\":1,"
                + "\"developer\":\"Demo Developer\",\"name\":\"Demo key\",\"permissions\":[\"ReadAll\",\"AllOthers\"],\"state\":\"enabled\","
                + "\"created\":null,\"expires\":null,\"lastUsed\":null,\"revoked\":null}]\n");
    }

    @Test
    void A4_a_key_is_disabled_and_enabled_again() {
        Said added = add("Recalls");
        assertThat(office.ok("key", "disable", "--key", "4").out()).isEqualTo("Key 4 of practice 1 (Recall Software, Recalls) is disabled.\n");
        assertThat(found(added).worksOn(TODAY)).isFalse();
        assertThat(office.ok("key", "enable", "--key", "4", "--json").out()).contains("\"state\":\"enabled\"");
        assertThat(found(added).worksOn(TODAY)).isTrue();
    }

    @Test
    void A4_a_revoked_key_stays_revoked() {
        Said added = add("Recalls");
        assertThat(office.ok("key", "revoke", "--key", "4", "--yes").out()).isEqualTo("Key 4 of practice 1 (Recall Software, Recalls) is revoked.\n");
        for (String[] later : List.of(new String[] {"enable"}, new String[] {"disable"}, new String[] {"rotate", "--expires", "2999-12-31"})) {
            Said refused = office.by(concat(later, "--key", "4"));
            assertThat(refused.err()).isEqualTo("Key 4 of practice 1 was revoked on " + TODAY + ", and that is final: add another key in"
                    + " its place.\n");
            assertThat(refused.exitCode()).isEqualTo(1);
        }
        assertThat(found(added).days().revoked()).contains(TODAY);
        assertThat(office.ok("key", "list").out()).contains("revoked");
        office.ok("key", "revoke", "--key", "4", "--yes");
    }

    @Test
    void revoking_is_confirmed_by_the_person_at_the_terminal() {
        Said added = add("Recalls");
        Said declined = office.to("y\n", "key", "revoke", "--key", "4");
        assertThat(declined.err()).isEqualTo("Key 4 of practice 1 (Recall Software, Recalls) will never work again. Type yes to go on: "
                + "That was something else, so nothing was done.\n");
        assertThat(declined.exitCode()).isEqualTo(1);
        assertThat(office.to("", "key", "revoke", "--key", "4").exitCode()).as("who leaves").isEqualTo(1);
        Said alone = office.by("key", "revoke", "--key", "4");
        assertThat(alone.err()).startsWith("Key 4 of practice 1 (Recall Software, Recalls) will never work again. Nobody is at a terminal to"
                + " confirm that: say --yes if it is meant. Nothing was done.");
        assertThat(alone.exitCode()).isEqualTo(2);
        assertThat(found(added).days().revoked()).isEmpty();
        assertThat(office.to("Yes\n", "key", "revoke", "--key", "4").exitCode()).isZero();
        assertThat(found(added).days().revoked()).contains(TODAY);
    }

    @Test
    void a_key_is_rotated_and_the_old_one_works_on() {
        Said old = office.ok("key", "add", "--practice", "1", "--developer", "Recall Software", "--name", "Recalls", "--permissions", "ReadAll",
                "--expires", TODAY.plusDays(90).toString());
        Said made = office.ok("key", "rotate", "--key", "4");
        assertThat(made.out()).startsWith("Key 5 of practice 1 (Recall Software, Recalls), with ReadAll, works until the end of "
                + TODAY.plusDays(90) + ". It takes the place of key 4, which works until the end of " + TODAY.plusDays(90) + ".\n").matches(HEADER);
        assertThat(found(made).days().expires()).contains(TODAY.plusDays(90));
        assertThat(found(old).days().expires()).contains(TODAY.plusDays(90));
    }

    @ParameterizedTest
    @CsvSource({"0, 90, 0", "7, 90, 7", "3650, 90, 90", "7, , 7"})
    void the_old_key_works_for_its_days_of_grace_unless_it_ends_before(long grace, Long expires, long left) {
        Said old = expires == null ? add("Recalls") : office.ok("key", "add", "--practice", "1", "--developer", "D", "--name", "N", "--expires",
                TODAY.plusDays(expires).toString());
        Said made = office.ok("key", "rotate", "--key", "4", "--grace", String.valueOf(grace));
        assertThat(made.out()).contains("which works until the end of " + TODAY.plusDays(left) + ".");
        assertThat(found(old).days().expires()).contains(TODAY.plusDays(left));
        assertThat(found(old).worksOn(TODAY.plusDays(left))).isTrue();
        assertThat(found(old).worksOn(TODAY.plusDays(left + 1))).isFalse();
        assertThat(found(made).days().expires()).isEqualTo(Optional.ofNullable(expires).map(TODAY::plusDays));
    }

    @Test
    void a_key_that_does_not_work_is_not_rotated_into_one_that_does() throws SQLException {
        Said disabled = office.by("key", "rotate", "--key", "3");
        assertThat(disabled.err()).startsWith("Key 3 of practice 1 is disabled, so no other takes its place: enable it first");
        assertThat(disabled.exitCode()).isEqualTo(1);
        office.execute("update apikey set expires = '2026-01-31' where practice_id = 1 and apikeynum = 2");
        Said expired = office.by("key", "rotate", "--key", "2");
        assertThat(expired.err()).isEqualTo("Key 2 of practice 1 has expired on 2026-01-31, and so would the one in its place: say until when"
                + " that is to work.\n");
        assertThat(office.keys()).hasSize(4);
        assertThat(office.ok("key", "rotate", "--key", "2", "--expires", "2999-12-31").out()).contains("works until the end of 2999-12-31");
    }

    @Test
    void a_number_that_several_practices_have_needs_the_practice() {
        Said unclear = office.by("key", "disable", "--key", "1");
        assertThat(unclear.err()).startsWith("--practice must say which key 1 is meant, since these practices have one:"
                + " 1 (Maple Street Dental (sample)), 2 (Harbor View Dental (sample)).");
        assertThat(unclear.exitCode()).isEqualTo(2);
        assertThat(office.ok("key", "disable", "--key", "1", "--practice", "2").out()).startsWith("Key 1 of practice 2 ");
    }

    @Test
    void keys_are_hashed_with_the_secret_that_is_set_before_the_one_that_the_database_keeps() throws IOException {
        KeySecret kept = new KeySecret(Files.readString(office.directory().resolve("key-secret")).strip());
        Said own = add("kept");
        assertThat(found(own).digest()).isEqualTo(kept.digest(developerKey(own), customerKey(own)));
        Map<String, String> set = Settings.environment("DATA_DIR", office.directory().toString(), "KEY_SECRET", "a secret of somebody's own");
        Said other = Said.by(set, "key", "add", "--practice", "1", "--developer", "D", "--name", "N");
        assertThat(found(new KeySecret("a secret of somebody's own"), other).num().value()).isEqualTo(5);
    }

    private static String[] concat(String[] first, String... more) {
        return Stream.of(new String[] {"key"}, first, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static Said add(String name) {
        return office.ok("key", "add", "--practice", "1", "--developer", "Recall Software", "--name", name);
    }

    private static String developerKey(Said said) {
        return said.out().replaceFirst(HEADER, "$1");
    }

    private static String customerKey(Said said) {
        return said.out().replaceFirst(HEADER, "$2");
    }

    /** The key that the pair which was shown opens. */
    private static ApiKey found(Said said) {
        return found(office.keySecret(), said);
    }

    private static ApiKey found(KeySecret secret, Said said) {
        KeyDigest digest = secret.digest(developerKey(said), customerKey(said));
        return office.keys().stream().filter(key -> key.digest().equals(digest)).findFirst().orElseThrow();
    }
}
