package proctp.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
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
