package proctp.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What the role that serves may do with the tables: what requests need, and nothing else. And what their owner may at the console,
 * whom the policies name: tables can get another owner, or come back from a dump where there is no such role.
 */
final class Grants {

    /** The statements that give the two roles what they lack; {@code %s} is the one that serves, as a literal. */
    private static final String MISSING = """
            select format('grant %%s on %%s to %%I', what, object, role) from (
                select wanted.*, relation::text as object, privilege || coalesce(' (' || columns || ')', '') as what
                from (values
                    ('practice', 'select', null), ('practice', 'update', 'lasttreatplannum, lastproctpnum, lastdefnum'),
                    ('apikey', 'select', 'practice_id, apikeynum, lastused'), ('apikey', 'update', 'lastused'),
                    ('definition', 'select', null), ('definition', 'insert', null),
                    ('treatplan', 'select', null), ('treatplan', 'insert', null),
                    ('treatplan', 'update', null), ('treatplan', 'delete', null),
                    ('proctp', 'select', null), ('proctp', 'insert', null), ('proctp', 'update', null), ('proctp', 'delete', null),
                    ('posted', 'select', null), ('posted', 'insert', null), ('posted', 'delete', null),
                    ('lastchange', 'select', null), ('lastchange', 'insert', null), ('lastchange', 'update', null),
                    ('change', 'select', null), ('change', 'insert', null),
                    ('flyway_schema_history', 'select', null)) wanted (relation, privilege, columns)
                union all
                select function, 'execute', null, 'function ' || function, 'execute'
                from unnest(array['apikey_of(bytea)', 'lastchange_of(bigint[])']) function
                union all
                select current_schema(), 'usage', null, 'schema ' || quote_ident(current_schema()), 'usage') wanted,
                (select %s::name as role) service
            where not case
                when object like 'function %%' then has_function_privilege(role, relation, privilege)
                when object like 'schema %%' then has_schema_privilege(role, relation, privilege)
                when columns is null then has_table_privilege(role, relation, privilege)
                else (select bool_and(has_column_privilege(role, relation, name, privilege))
                      from unnest(string_to_array(columns, ', ')) name)
            end
            union all
            select format('alter policy of_console on %%I to %%I', relname, pg_get_userbyid(relowner))
            from pg_policy join pg_class on pg_class.oid = polrelid
            where relnamespace = current_schema()::regnamespace and polname = 'of_console' and polroles <> array[relowner]
            union all
            select format('create policy of_console on %%I to %%I using (current_setting(''proctp.console'', true) = ''on'')',
                          relname, pg_get_userbyid(relowner))
            from pg_class
            where relnamespace = current_schema()::regnamespace and relforcerowsecurity
              and not exists (select from pg_policy where polrelid = pg_class.oid and polname = 'of_console')
            """;

    private Grants() {
    }

    /** The statements that give the role, and the owner, what they lack. */
    static List<String> missing(Statement statement, String role) throws SQLException {
        List<String> grants = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(MISSING.formatted(statement.enquoteLiteral(role)))) {
            while (rows.next()) {
                grants.add(rows.getString(1));
            }
        }
        return grants;
    }

    /** Gives them what they lack; any number of nodes may do so at once. */
    static void complete(Statement statement, String role) throws SQLException {
        if (!missing(statement, role).isEmpty()) {
            // two who change the rights of one table at once collide: the second waits here, and then finds nothing missing
            statement.execute("lock table flyway_schema_history in share row exclusive mode");
            for (String grant : missing(statement, role)) {
                statement.execute(grant);
            }
        }
    }
}
