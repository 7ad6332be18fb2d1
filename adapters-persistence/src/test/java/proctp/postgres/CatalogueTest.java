package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every table, so that the practices never meet and the tables can be spread over servers. */
@ParameterizedClass
@EnumSource(ThrowAwayPostgres.class)
class CatalogueTest {

    static final String TABLES = "select relname from pg_class where relkind in ('r', 'p')"
            + " and relnamespace = 'public'::regnamespace and relname not like 'flyway%' order by relname";

    private static final String INDEXES = """
            select indexrelid::regclass::text from pg_index
            join pg_class on pg_class.oid = indrelid
            left join pg_attribute on attrelid = indrelid and attnum = indkey[0]
            where relnamespace = 'public'::regnamespace and relname not like 'flyway%' and attname is distinct from 'practice_id'
            order by 1
            """;
    private static final String KEYS = """
            select conname from pg_constraint
            join pg_attribute on attrelid = conrelid and attnum = conkey[1]
            where contype in ('p', 'u', 'f') and connamespace = 'public'::regnamespace
              and conname not like 'flyway%' and attname <> 'practice_id'
            order by 1
            """;
    /** Also where the practice is compared with the practice of what is referred to, and with nothing else. */
    private static final String FOREIGN_KEYS = """
            select conname from pg_constraint
            join pg_attribute on attrelid = confrelid and attnum = confkey[1]
            where contype = 'f' and connamespace = 'public'::regnamespace and attname <> 'practice_id'
            """;
    private static final String COUNTERS = """
            select relname from pg_class where relkind = 'S'
            union all
            select attrelid::regclass || '.' || attname from pg_attribute where attidentity <> ''
            union all
            select adrelid::regclass::text from pg_attrdef where pg_get_expr(adbin, adrelid) like '%nextval%'
            order by 1
            """;
    /** Tables whose policies are not switched on, are not for their owner, or are not the two that there must be. */
    private static final String UNPROTECTED = """
            select relname from pg_class t
            where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname not like 'flyway%'
              and not (relrowsecurity and relforcerowsecurity
                and 2 = (select count(*) from pg_policy where polrelid = t.oid)
                and exists (select from pg_policy where polrelid = t.oid and polname = 'of_practice'
                    and polcmd = '*' and polpermissive and polroles = '{0}' and polwithcheck is null
                    and pg_get_expr(polqual, polrelid)
                        = $$(practice_id = (NULLIF(current_setting('proctp.practice'::text, true), ''::text))::bigint)$$)
                and exists (select from pg_policy where polrelid = t.oid and polname = 'of_console'
                    and polcmd = '*' and polpermissive and polroles = array[relowner] and polwithcheck is null
                    and pg_get_expr(polqual, polrelid) = $$(current_setting('proctp.console'::text, true) = 'on'::text)$$))
            order by 1
            """;

    private final ThrowAwayPostgres version;

    CatalogueTest(ThrowAwayPostgres version) {
        this.version = version;
    }

    @Test
    void the_tables_are_those_of_an_office() throws SQLException {
        assertThat(names(TABLES)).containsExactly("apikey", "change", "definition", "lastchange", "posted", "practice", "proctp",
                "treatplan");
    }

    @Test
    void A9_the_practice_comes_first_in_every_index() throws SQLException {
        assertThat(names(INDEXES)).containsExactly("apikey_digest_key");
    }

    @Test
    void A9_the_practice_comes_first_in_every_key() throws SQLException {
        assertThat(names(KEYS)).containsExactly("apikey_digest_key");
        assertThat(names(FOREIGN_KEYS)).isEmpty();
    }

    @Test
    void A9_every_table_but_the_audit_trail_refers_to_the_practice() throws SQLException {
        assertThat(names("select conrelid::regclass::text from pg_constraint"
                + " where contype = 'f' and confrelid = 'practice'::regclass order by 1"))
                .containsExactly("apikey", "definition", "lastchange", "posted", "proctp", "treatplan");
    }

    @Test
    void A9_every_table_shows_the_rows_of_one_practice_only_even_to_its_owner() throws SQLException {
        assertThat(names(UNPROTECTED)).isEmpty();
    }

    @Test
    void nothing_counts_across_practices() throws SQLException {
        assertThat(names(COUNTERS)).isEmpty();
    }

    @Test
    void every_table_says_what_it_is() throws SQLException {
        assertThat(names("select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace"
                + " and relname not like 'flyway%' and obj_description(oid, 'pg_class') is null")).isEmpty();
    }

    @Test
    void only_dates_and_times_and_what_a_change_has_not_can_be_missing() throws SQLException {
        assertThat(names("""
                select relname || '.' || attname from pg_attribute join pg_class on pg_class.oid = attrelid
                where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not like 'flyway%'
                  and attnum > 0 and not attnotnull
                order by 1
                """)).containsExactly("apikey.created", "apikey.expires", "apikey.lastused", "apikey.revoked",
                "change.after", "change.before", "proctp.datetp", "proctp.secdateentry", "treatplan.datetp",
                "treatplan.datetpracticesigned", "treatplan.datetsigned", "treatplan.secdateentry");
    }

    /** The control: whatever of this a migration forgot would be named. */
    @Test
    void what_is_forgotten_is_named() throws SQLException {
        try (Connection connection = Connections.one(version.migratedDatabase().jdbcUrl(), ThrowAwayPostgres.SUPERUSER);
             Statement statement = connection.createStatement()) {
            statement.execute("""
                    create table planted (id bigint generated always as identity primary key, practice_id bigint, serial serial);
                    alter table planted enable row level security, force row level security;
                    create index planted_index on planted (serial, practice_id);
                    create index planted_expression on planted ((practice_id + 1));
                    alter table planted add constraint planted_key unique (serial, practice_id);
                    alter table planted add constraint planted_reference foreign key (serial, practice_id)
                        references definition (practice_id, defnum);
                    alter table apikey add constraint planted_turned foreign key (practice_id, apikeynum)
                        references planted (serial, practice_id);
                    drop policy of_practice on posted;
                    drop policy of_console on practice;
                    create policy too_much on proctp using (true);
                    alter policy of_practice on definition with check (true);
                    alter policy of_practice on treatplan to office_owner;
                    alter table change no force row level security;
                    alter table lastchange disable row level security;
                    """);
            assertThat(names(connection, UNPROTECTED)).containsExactly("change", "definition", "lastchange", "planted", "posted",
                    "practice", "proctp", "treatplan");
            assertThat(names(connection, INDEXES)).containsExactly(
                    "apikey_digest_key", "planted_expression", "planted_index", "planted_key", "planted_pkey");
            assertThat(names(connection, KEYS)).containsExactly(
                    "apikey_digest_key", "planted_key", "planted_pkey", "planted_reference");
            assertThat(names(connection, FOREIGN_KEYS)).containsExactly("planted_turned");
            assertThat(names(connection, COUNTERS)).containsExactly("planted", "planted.id", "planted_id_seq", "planted_serial_seq");
        }
    }

    private List<String> names(String query) throws SQLException {
        try (Connection connection = ThrowAwayPostgres.behind(version.emptiedOffice())) {
            return names(connection, query);
        }
    }

    static List<String> names(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
