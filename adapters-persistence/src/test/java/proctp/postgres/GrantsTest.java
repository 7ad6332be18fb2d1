package proctp.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the role that serves may do. */
@ParameterizedClass
@EnumSource(ThrowAwayPostgres.class)
class GrantsTest {

    /** All that is granted to somebody other than the owner, in the database's own words. */
    private static final String GRANTED = """
            select format('%s: %s', relname, string_agg(lower(privilege_type), ', ' order by privilege_type))
            from pg_class, aclexplode(relacl)
            where relnamespace = 'public'::regnamespace and grantee <> relowner group by relname
            union all
            select format('%s.%s: %s', relname, attname, string_agg(lower(privilege_type), ', ' order by privilege_type))
            from pg_class join pg_attribute on attrelid = pg_class.oid, aclexplode(attacl)
            where relnamespace = 'public'::regnamespace and grantee <> relowner group by relname, attname
            union all
            select format('%s: %s', proname, lower(privilege_type)) from pg_proc, aclexplode(proacl)
            where pronamespace = 'public'::regnamespace and grantee <> proowner
            order by 1
            """;

    private final ThrowAwayPostgres version;

    GrantsTest(ThrowAwayPostgres version) {
        this.version = version;
    }

    @Test
    void the_role_that_serves_may_do_what_requests_need_and_nothing_else() throws SQLException {
        try (Connection connection = Connections.one(version.migratedDatabase().jdbcUrl(), ThrowAwayPostgres.SUPERUSER)) {
            assertThat(CatalogueTest.names(connection, GRANTED)).containsExactlyInAnyOrder(
                    "apikey.apikeynum: select", "apikey.lastused: select, update", "apikey.practice_id: select",
                    "change: insert, select",
                    "definition: insert, select",
                    "flyway_schema_history: select",
                    "lastchange: insert, select, update",
                    "posted: delete, insert, select",
                    "practice: select", "practice.lastdefnum: update", "practice.lastproctpnum: update",
                    "practice.lasttreatplannum: update",
                    "proctp: delete, insert, select, update",
                    "treatplan: delete, insert, select, update",
                    "apikey_of: execute", "lastchange_of: execute");
        }
    }

    @Test
    void what_it_lacks_is_known_and_nothing_more() throws SQLException {
        PostgresSettings settings = version.migratedDatabase();
        ThrowAwayPostgres.execute(settings.jdbcUrl(), """
                revoke delete on proctp from %1$s; revoke update (lastdefnum) on practice from %1$s;
                revoke execute on function apikey_of from %1$s; revoke usage on schema public from public
                """.formatted(ThrowAwayPostgres.SERVICE.user()));
        try (Connection owner = Connections.one(settings.jdbcUrl(), ThrowAwayPostgres.OWNER);
             Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            List<String> missing = Grants.missing(statement, ThrowAwayPostgres.SERVICE.user());

            assertThat(missing).containsExactlyInAnyOrder("grant delete on proctp to office_service",
                    "grant update (lasttreatplannum, lastproctpnum, lastdefnum) on practice to office_service",
                    "grant execute on function apikey_of(bytea) to office_service",
                    "grant usage on schema public to office_service");

            Grants.complete(statement, ThrowAwayPostgres.SERVICE.user());
            assertThat(Grants.missing(statement, ThrowAwayPostgres.SERVICE.user())).isEmpty();
        }
    }

    @Test
    void a_role_with_an_odd_name_is_named_as_it_is() throws SQLException {
        PostgresSettings settings = version.migratedDatabase();
        ThrowAwayPostgres.execute(settings.jdbcUrl(), "drop role if exists \"Dr. O'Neil\"; create role \"Dr. O'Neil\"");
        try (Connection owner = Connections.one(settings.jdbcUrl(), ThrowAwayPostgres.OWNER);
             Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            Grants.complete(statement, "Dr. O'Neil");
            assertThat(Grants.missing(statement, "Dr. O'Neil")).isEmpty();
            owner.commit();
        } finally {
            ThrowAwayPostgres.execute(settings.jdbcUrl(), "drop owned by \"Dr. O'Neil\"; drop role \"Dr. O'Neil\"");
        }
    }
}
