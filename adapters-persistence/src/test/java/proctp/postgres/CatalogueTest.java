package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every table, so that the practices never meet and the tables can be spread over servers. */
@ParameterizedClass
@EnumSource(ThrowAwayPostgres.class)
class CatalogueTest {

    private static final List<String> TABLES = List.of("apikey", "change", "definition", "lastchange", "posted", "practice", "proctp",
            "treatplan");

    private final ThrowAwayPostgres version;

    CatalogueTest(ThrowAwayPostgres version) {
        this.version = version;
    }

    @Test
    void the_tables_are_those_of_an_office() throws SQLException {
        assertThat(names("select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace"
                + " and relname not like 'flyway%' order by relname")).isEqualTo(TABLES);
    }

    @Test
    void A9_the_practice_comes_first_in_every_index() throws SQLException {
        assertThat(names("""
                select indexrelid::regclass::text from pg_index
                join pg_class on pg_class.oid = indrelid
                join pg_attribute on attrelid = indrelid and attnum = indkey[0]
                where relnamespace = 'public'::regnamespace and relname not like 'flyway%' and attname <> 'practice_id'
                """)).containsExactly("apikey_digest_key");
    }

    @Test
    void A9_the_practice_comes_first_in_every_key() throws SQLException {
        assertThat(names("""
                select conname from pg_constraint
                join pg_attribute on attrelid = conrelid and attnum = conkey[1]
                where contype in ('p', 'u', 'f') and connamespace = 'public'::regnamespace
                  and conname not like 'flyway%' and attname <> 'practice_id'
                """)).containsExactly("apikey_digest_key");
    }

    @Test
    void A9_every_table_refers_to_the_practice() throws SQLException {
        assertThat(names("select conrelid::regclass::text from pg_constraint"
                + " where contype = 'f' and confrelid = 'practice'::regclass order by 1"))
                .containsExactly("apikey", "definition", "lastchange", "posted", "proctp", "treatplan");
    }

    @Test
    void nothing_counts_across_practices() throws SQLException {
        assertThat(names("select relname from pg_class where relkind = 'S'")).isEmpty();
        assertThat(names("select attname from pg_attribute where attidentity <> ''")).isEmpty();
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

    private List<String> names(String query) throws SQLException {
        try (Connection connection = ThrowAwayPostgres.behind(version.emptiedOffice());
             ResultSet rows = connection.createStatement().executeQuery(query)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
