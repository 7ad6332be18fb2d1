package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrongConfigTest {
    private static final String NO_URL = "PROCTP_DATABASE_URL is not a PostgreSQL URL: it must be"
            + " postgresql://user:password@host:port/database or jdbc:postgresql://host:port/database, with signs such as"
            + " @ / : % in a user or password percent-encoded.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "HOST | 127.0.0.1:80 | a host name or an IP address without a port, such as 127.0.0.1, 0.0.0.0 or ::1",
        "HOST | a b | a host name or an IP address without a port, such as 127.0.0.1, 0.0.0.0 or ::1",
        "PORT | 65536 | a whole number from 0 to 65535",
        "PORT | -1 | a whole number from 0 to 65535",
        "PORT | +1 | a whole number from 0 to 65535",
        "PORT | 08 | a whole number from 0 to 65535",
        "PORT | ٣ | a whole number from 0 to 65535",
        "PORT | 99999999999 | a whole number from 0 to 65535",
        "DATA_DIR | ~/proctp | a path that this system can name, without a ~ in front, which only a shell understands",
        "TIME_ZONE | Chicago | the IANA name of a time zone, such as America/Chicago",
        "TIME_ZONE | -06:00 | the IANA name of a time zone, such as America/Chicago",
        "PAGE_DEFAULT | 0 | a whole number from 1 to 100000",
        "PAGE_MAX | 100001 | a whole number from 1 to 100000",
        "ADMIN_HOST | a/b | a host name or an IP address without a port, such as 127.0.0.1, 0.0.0.0 or ::1",
        "ADMIN_PORT | 65536 | a whole number from 0 to 65535",
        "ALLOW_PLAINTEXT | 1 | true or false",
        "DATABASE_CONNECTIONS | 0 | a whole number from 1 to 1000",
        "MAX_BODY | 1023 | a whole number from 1024 to 67108864",
        "MAX_HEADERS | 64K | a whole number from 1024 to 1048576",
        "MAX_TARGET | 255 | a whole number from 256 to 1048576",
        "MAX_JSON_DEPTH | 3 | a whole number from 4 to 1000",
        "MAX_CONNECTIONS | 0 | a whole number from 1 to 1000000",
        "REQUEST_SECONDS | 0 | a whole number from 1 to 3600",
        "WRONG_KEYS_PER_MINUTE | none | a whole number from 0 to 1000000",
        "RATE_LIMIT | 1 | a number of requests, a slash and a number of seconds, such as 1/5",
        "RATE_LIMIT | 0/5 | a number of requests, a slash and a number of seconds, such as 1/5",
        "RATE_LIMIT | 1/5s | a number of requests, a slash and a number of seconds, such as 1/5",
        "TRUSTED_PROXIES | proxy.example | IP addresses separated by commas, such as 10.0.0.5,10.0.0.6",
        "TRUSTED_PROXIES | 10.0.0.300 | IP addresses separated by commas, such as 10.0.0.5,10.0.0.6",
        "LOG_FORMAT | JSON | auto or json or text",
        "SAMPLE | yes | true or false",
        "SAMPLE | TRUE | true or false",
    })
    void a_value_that_is_not_allowed_is_answered_with_what_is(String name, String value, String allowed) {
        assertThat(Settings.problems(name, value))
                .containsExactly("PROCTP_%s is \"%s\": it must be %s.".formatted(name, value, allowed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "null", "app.example", "https://app.example/", "https://app.example/a", "https://",
        "https://a:99999", "https://u@app.example", ""})
    void an_origin_with_more_or_less_than_scheme_host_and_port_is_wrong(String origin) {
        assertThat(Settings.problems("CORS_ORIGINS", "https://right.example, " + origin)).containsExactly(
                "PROCTP_CORS_ORIGINS is \"" + origin + "\": it must be origins separated by commas, each scheme://host or"
                        + " scheme://host:port without a path, such as https://app.example.");
    }

    @Test
    void a_value_is_shown_on_one_line_and_not_at_any_length() {
        assertThat(Settings.problems("SAMPLE", "tru\ne\u001b[2J")).containsExactly(
                "PROCTP_SAMPLE is \"tru?e?[2J\": it must be true or false.");
        assertThat(Settings.problems("SAMPLE", "x".repeat(61))).containsExactly(
                "PROCTP_SAMPLE is \"" + "x".repeat(60) + "...\": it must be true or false.");
    }

    @Test
    void other_machines_are_not_let_in_without_tls_by_chance() {
        for (String host : new String[] {"0.0.0.0", "::", "192.0.2.1"}) {
            assertThat(Settings.problems("HOST", host)).containsExactly(("PROCTP_HOST is \"%s\", so other machines could call, but"
                    + " without TLS: set PROCTP_TLS_CERTIFICATE and PROCTP_TLS_KEY, or PROCTP_ALLOW_PLAINTEXT=true where a proxy"
                    + " with TLS stands before the service.").formatted(host));
        }
    }

    @Test
    void a_certificate_needs_its_key_and_both_must_be_there(@TempDir Path directory) throws IOException {
        Path certificate = Files.writeString(directory.resolve("tls.crt"), "any text");
        assertThat(Settings.problems("TLS_CERTIFICATE", certificate.toString())).containsExactly(
                "Of PROCTP_TLS_CERTIFICATE and PROCTP_TLS_KEY only one is set: set both for TLS, or neither.");
        assertThat(Settings.problems("TLS_CERTIFICATE", certificate.toString(), "TLS_KEY", "/nowhere/tls.key")).containsExactly(
                "PROCTP_TLS_KEY is \"/nowhere/tls.key\": there is no such file, or this user may not read it.");
        assertThat(Settings.problems("TLS_CERTIFICATE", directory.toString(), "TLS_KEY", certificate.toString())).containsExactly(
                "PROCTP_TLS_CERTIFICATE is \"" + directory + "\": there is no such file, or this user may not read it.");
    }

    @Test
    void a_file_that_holds_no_certificate_is_wrong_before_anything_starts(@TempDir Path directory) throws IOException {
        Path certificate = Files.writeString(directory.resolve("tls.crt"), "any text");
        assertThat(Settings.problems("TLS_CERTIFICATE", certificate.toString(), "TLS_KEY", certificate.toString())).containsExactly(
                "There is no certificate in " + certificate + ". It must hold the service's certificate as PEM, which begins with"
                        + " -----BEGIN CERTIFICATE-----.");
    }

    @Test
    void a_target_that_is_longer_than_the_headers_it_is_part_of_is_wrong() {
        assertThat(Settings.problems("MAX_HEADERS", "8192")).containsExactly("PROCTP_MAX_TARGET is 16384 and PROCTP_MAX_HEADERS is"
                + " 8192: the target is part of the headers and must not be above them.");
    }

    @Test
    void a_file_of_a_secret_must_be_there_and_hold_it_and_be_the_only_word_on_it(@TempDir Path directory) throws IOException {
        Path empty = Files.writeString(directory.resolve("empty"), "\n");
        Path binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xFF});
        String unreadable = "PROCTP_KEY_SECRET_FILE names a file that cannot be read as text: there is none, this user may not, or"
                + " it is not in UTF-8.";
        assertThat(Settings.problems("KEY_SECRET_FILE", "/nowhere/hush")).containsExactly(unreadable);
        assertThat(Settings.problems("KEY_SECRET_FILE", binary.toString())).containsExactly(unreadable);
        assertThat(Settings.problems("KEY_SECRET_FILE", empty.toString())).containsExactly(
                "PROCTP_KEY_SECRET_FILE names a file that is empty: it must hold the value.");
        assertThat(Settings.problems("KEY_SECRET_FILE", binary.toString(), "KEY_SECRET", "sixteen letters!")).containsExactly(
                "PROCTP_KEY_SECRET and PROCTP_KEY_SECRET_FILE are both set: set one of them.");
    }

    @Test
    void a_file_of_a_secret_that_is_wrong_is_the_only_thing_said_of_it(@TempDir Path directory) throws IOException {
        Path empty = Files.writeString(directory.resolve("empty"), "");
        assertThat(Settings.problems("DATABASE_URL_FILE", "/nowhere/url", "KEY_SECRET_FILE", empty.toString())).containsExactly(
                "PROCTP_DATABASE_URL_FILE names a file that cannot be read as text: there is none, this user may not, or it is"
                        + " not in UTF-8.",
                "PROCTP_KEY_SECRET_FILE names a file that is empty: it must hold the value.");
    }

    @Test
    void a_default_page_above_the_largest_is_wrong() {
        assertThat(Settings.problems("PAGE_DEFAULT", "100", "PAGE_MAX", "99")).containsExactly(
                "PROCTP_PAGE_DEFAULT is 100 and PROCTP_PAGE_MAX is 99: the default must not be above the maximum.");
    }

    @Test
    void a_short_secret_is_wrong_and_not_shown() {
        assertThat(Settings.problems("KEY_SECRET", "fifteen letters")).containsExactly(
                "PROCTP_KEY_SECRET is too short: it must be a secret of at least 16 characters.");
    }

    @Test
    void a_database_of_ones_own_needs_a_secret_and_a_user() {
        assertThat(Settings.problems("DATABASE_URL", "postgresql://db/office")).containsExactly(
                "PROCTP_DATABASE_URL names no user: put one into it, or set PROCTP_DATABASE_USER.",
                "PROCTP_KEY_SECRET is not set: with PROCTP_DATABASE_URL it must be a secret of at least 16 characters,"
                        + " the same at every start.");
    }

    @Test
    void a_user_or_password_without_a_url_is_wrong() {
        assertThat(Settings.problems("DATABASE_URL", "postgresql://me@db/office", "KEY_SECRET", "sixteen letters!",
                "MIGRATION_PASSWORD", "hush")).containsExactly("PROCTP_MIGRATION_PASSWORD is set without PROCTP_MIGRATION_USER: set"
                        + " that too, or neither to let the user who serves own the tables.");
        assertThat(Settings.problems("MIGRATION_USER", "me", "MIGRATION_PASSWORD", "hush")).containsExactly(
                "PROCTP_MIGRATION_USER is set without PROCTP_DATABASE_URL: set that too, or neither to use the embedded"
                        + " database.",
                "PROCTP_MIGRATION_PASSWORD is set without PROCTP_DATABASE_URL: set that too, or neither to use the embedded"
                        + " database.");
        assertThat(Settings.problems("DATABASE_USER", "me", "DATABASE_PASSWORD", "hush")).containsExactly(
                "PROCTP_DATABASE_USER is set without PROCTP_DATABASE_URL: set that too, or neither to use the embedded"
                        + " database.",
                "PROCTP_DATABASE_PASSWORD is set without PROCTP_DATABASE_URL: set that too, or neither to use the embedded"
                        + " database.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hush", "mysql://me:hush@db/office", "postgresql://me:hush@db", "postgresql://me:hush@db/",
        "postgresql://me:hu/sh@db/office", "postgresql://me:hush@db:0/office", "postgresql://me:hush@db:65536/office",
        "postgresql://me:hush%@db/office", "postgresql://me:hush@db,/office", "postgresql://me@db/office?password=hush%zz",
        "jdbc:mysql://me:hush@db/office", "postgresql://me:hush@d b/office", "jdbc:postgresql:hush"})
    void a_url_that_is_none_is_wrong_and_not_shown(String url) {
        assertThat(Settings.problems("DATABASE_URL", url, "KEY_SECRET", "sixteen letters!")).containsExactly(NO_URL);
    }

    @Test
    void a_path_in_letters_that_this_locale_cannot_name_is_answered_with_what_to_set() {
        // no system can name the NUL; a locale without UTF-8 turns the other letters into such signs
        assertThat(Settings.problems("DATA_DIR", "/srv/z\ufffd\ufffdhne\0")).containsExactly(
                "PROCTP_DATA_DIR is \"/srv/z\ufffd\ufffdhne?\": this locale cannot name some of its letters, so set LC_ALL or LANG to"
                        + " one with UTF-8, such as C.UTF-8.");
    }

    @Test
    void a_misspelt_name_is_warned_of_even_when_something_else_is_wrong() {
        assertThatThrownBy(() -> Settings.read("PROT", "1", "SAMPLE", "x")).isInstanceOfSatisfying(ConfigException.class,
                wrong -> {
                    assertThat(wrong.problems()).containsExactly("PROCTP_SAMPLE is \"x\": it must be true or false.");
                    assertThat(wrong.warnings()).containsExactly(
                            "PROCTP_PROT is not a setting of ProcTP and has no effect; did you mean PROCTP_PORT?");
                });
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_in_the_order_of_the_settings() {
        assertThat(Settings.problems("PORT", "x", "DATABASE_URL", "hush", "TIME_ZONE", "x", "PAGE_DEFAULT", "x",
                "PAGE_MAX", "x", "KEY_SECRET", "hush", "SAMPLE", "x", "CORS_ORIGINS", "x,y", "HOST", " "))
                .extracting(problem -> problem.substring(0, problem.indexOf(' ')))
                .containsExactly("PROCTP_HOST", "PROCTP_PORT", "PROCTP_DATABASE_URL", "PROCTP_TIME_ZONE",
                        "PROCTP_PAGE_DEFAULT", "PROCTP_PAGE_MAX", "PROCTP_KEY_SECRET", "PROCTP_SAMPLE",
                        "PROCTP_CORS_ORIGINS", "PROCTP_CORS_ORIGINS");
    }
}
