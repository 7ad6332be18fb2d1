package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import proctp.application.KeyDigest;
import proctp.domain.TreatPlanNum;
import proctp.postgres.PostgresSettings.Login;

/** As whom an office is served, changed and worked on at the console, and why that can fail. */
class RolesTest {

    private final PostgresSettings settings = ThrowAwayPostgres.NEWEST.emptyDatabase();

    @ParameterizedTest
    @EnumSource(ThrowAwayPostgres.class)
    void requests_are_served_by_the_role_that_owns_nothing(ThrowAwayPostgres version) throws SQLException {
        PostgresSettings office = version.emptyDatabase();
        try (PostgresOffice open = SampleOn.opened(office)) {
            open.treatPlans().find(SampleOn.CALLER, new TreatPlanNum(963));

            assertThat(names(office, SESSIONS)).containsExactly(ThrowAwayPostgres.SERVICE.user());
            assertThat(names(office, OWNED.formatted(ThrowAwayPostgres.SERVICE.user()))).isEmpty();
        }
    }

    @Test
    void at_the_console_the_owner_works() throws SQLException {
        try (PostgresOffice console = SampleOn.console(settings)) {
            console.fillIfEmpty(SampleOn.PRACTICES);

            assertThat(console.practices().list()).hasSize(SampleOn.PRACTICES.size());
            assertThat(names(settings, SESSIONS)).containsExactly(ThrowAwayPostgres.OWNER.user());
        }
    }

    /** Whoever serves sees no practice that no caller named, even where that is the owner. */
    @Test
    void only_the_console_says_that_it_is_one() {
        PostgresSettings oneRole = ThrowAwayPostgres.as(ThrowAwayPostgres.OWNER, settings);
        SampleOn.filled(SampleOn.opened(oneRole), oneRole).close();
        try (PostgresOffice serving = SampleOn.opened(oneRole); PostgresOffice console = SampleOn.console(oneRole)) {
            assertThat(serving.practices().list()).isEmpty();
            assertThat(serving.treatPlans().find(SampleOn.CALLER, new TreatPlanNum(963))).isPresent();
            assertThat(console.practices().list()).isNotEmpty();
        }
    }

    @Test
    void options_in_the_url_do_not_keep_from_the_console() {
        PostgresSettings own = new PostgresSettings(settings.jdbcUrl() + "?options=-c%20statement_timeout=1min",
                settings.service(), settings.owner(), 2, 2);
        try (PostgresOffice console = SampleOn.console(own)) {
            console.fillIfEmpty(SampleOn.PRACTICES);
            assertThat(console.practices().list()).isNotEmpty();
        }
    }

    @Test
    void tables_that_are_up_to_date_are_served_without_their_owner() {
        SampleOn.opened(settings).close();

        try (PostgresOffice office = SampleOn.opened(ThrowAwayPostgres.as(ThrowAwayPostgres.SERVICE, settings))) {
            assertThat(office.treatPlans().find(SampleOn.CALLER, new TreatPlanNum(963))).isEmpty();
            assertThat(office.schemaVersion()).isPresent();
        }
    }

    @Test
    void what_the_role_that_serves_lacks_is_told_with_what_gives_it() {
        SampleOn.opened(settings).close();
        ThrowAwayPostgres.execute(settings.jdbcUrl(), "revoke delete on proctp, posted from " + ThrowAwayPostgres.SERVICE.user());

        assertRefused(() -> SampleOn.opened(ThrowAwayPostgres.as(ThrowAwayPostgres.SERVICE, settings)),
                "The role office_service may not do all that serving needs: start once with the role that owns the tables given as"
                        + " well, or run as that role: grant delete on proctp to office_service; grant delete on posted to"
                        + " office_service;");
        SampleOn.opened(settings).close();
        SampleOn.opened(ThrowAwayPostgres.as(ThrowAwayPostgres.SERVICE, settings)).close();
    }

    @Test
    void tables_that_are_out_of_date_are_left_to_their_owner() {
        SampleOn.opened(settings).close();
        ThrowAwayPostgres.execute(settings.jdbcUrl(), "delete from flyway_schema_history where version = '5'");

        assertRefused(() -> SampleOn.opened(ThrowAwayPostgres.as(ThrowAwayPostgres.SERVICE, settings)),
                "The tables of the database are not up to date, and the role office_service may not change them: they belong to the"
                        + " role office_owner, which must do that.");
    }

    @Test
    void a_role_that_does_not_have_the_tables_is_told_who_does() {
        SampleOn.opened(ThrowAwayPostgres.as(ThrowAwayPostgres.SUPERUSER, settings)).close();

        assertRefused(() -> SampleOn.opened(settings), "The tables of the database belong to the role postgres, not to the role office_owner"
                + " that shall change them: connect as postgres for that, or run as a superuser: reassign owned by postgres to"
                + " office_owner.");
    }

    /** Tables that one role has made and served, and that get an owner of their own. */
    @Test
    void with_the_tables_the_way_to_the_console_goes_to_another_owner() throws SQLException {
        Login old = new Login("office_of_old", "");
        ThrowAwayPostgres.execute(settings.jdbcUrl(), "drop role if exists office_of_old; create role office_of_old login;"
                + " grant create on schema public to office_of_old");
        SampleOn.filled(SampleOn.opened(ThrowAwayPostgres.as(old, settings)), ThrowAwayPostgres.as(old, settings)).close();
        ThrowAwayPostgres.execute(settings.jdbcUrl(), "reassign owned by office_of_old to office_owner;"
                + " revoke create on schema public from office_of_old; drop policy of_console on change");
        PostgresSettings divided = with(old, settings.owner());

        SampleOn.opened(divided).close();

        try (PostgresOffice console = SampleOn.console(divided);
             Connection serving = Connections.one(settings.jdbcUrl(), old)) {
            assertThat(console.practices().list()).isNotEmpty();
            assertThat(console.apiKeys().find(new KeyDigest("00".repeat(32)))).isEmpty();
            serving.createStatement().execute(Connections.AT_CONSOLE);
            assertThat(CatalogueTest.names(serving, "select practice_id from practice")).isEmpty();
            assertThat(CatalogueTest.names(serving, "select 1 from pg_policy where polname = 'of_console'"
                    + " and polroles <> array['office_owner'::regrole::oid]")).isEmpty();
            assertThat(CatalogueTest.names(serving, "select 1 from pg_policy where polrelid = 'change'::regclass")).hasSize(2);
        }
        ThrowAwayPostgres.execute(settings.jdbcUrl(), "drop owned by office_of_old; drop role office_of_old");
    }

    @Test
    void a_role_that_owns_nothing_cannot_work_at_the_console() {
        SampleOn.opened(settings).close();

        assertRefused(() -> SampleOn.console(ThrowAwayPostgres.as(ThrowAwayPostgres.SERVICE, settings)), "The role office_service does not own"
                + " the tables of the database, so it cannot work on whole practices: come as the role that does.");
    }

    @Test
    void a_role_that_nobody_made_is_named() {
        assertRefused(() -> SampleOn.opened(with(new Login("nobody", ""), settings.owner())),
                "There is no role nobody to serve as: make it by: create role nobody login password '...';");
        assertRefused(() -> SampleOn.opened(with(settings.service(), Optional.of(new Login("nobody", "")))),
                "The database cannot be reached: FATAL: role \"nobody\" does not exist");
        ThrowAwayPostgres.execute(settings.jdbcUrl(), "drop role if exists no_entry; create role no_entry");
        assertRefused(() -> SampleOn.opened(with(new Login("no_entry", ""), settings.owner())),
                "The database cannot be reached: FATAL: role \"no_entry\" is not permitted to log in");
    }

    @Test
    void who_could_do_more_than_serve_is_told_so() {
        assertThat(warnings(ThrowAwayPostgres.as(ThrowAwayPostgres.SUPERUSER, ThrowAwayPostgres.NEWEST.emptyDatabase())))
                .anyMatch(warning -> warning.startsWith("The role postgres is a superuser or bypasses row level security,"));
        assertThat(warnings(ThrowAwayPostgres.as(ThrowAwayPostgres.OWNER, settings)))
                .anyMatch(warning -> warning.startsWith("The role office_owner serves and owns the tables, too:"));
        assertThat(warnings(settings)).noneMatch(warning -> warning.startsWith("The role"));
    }

    private static final String SESSIONS = "select distinct usename from pg_stat_activity"
            + " where datname = current_database() and application_name = 'proctp' and pid <> pg_backend_pid()";
    private static final String OWNED = "select relname from pg_class where pg_has_role('%1$s', relowner, 'usage')"
            + " union all select rolname from pg_roles where rolname = '%1$s' and (rolsuper or rolbypassrls or rolcreaterole)";

    private PostgresSettings with(Login service, Optional<Login> owner) {
        return new PostgresSettings(settings.jdbcUrl(), service, owner, 1, 1);
    }

    private static void assertRefused(Runnable opening, String why) {
        assertThatThrownBy(opening::run).isInstanceOf(IllegalStateException.class).hasMessage(why);
    }

    private static List<String> warnings(PostgresSettings settings) {
        Logger logger = (Logger) LoggerFactory.getLogger(Roles.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            SampleOn.opened(settings).close();
            return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        } finally {
            logger.detachAppender(log);
        }
    }

    private static List<String> names(PostgresSettings settings, String query) throws SQLException {
        try (Connection connection = Connections.one(settings.jdbcUrl(), ThrowAwayPostgres.SUPERUSER)) {
            return CatalogueTest.names(connection, query);
        }
    }
}
