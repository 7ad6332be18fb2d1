-- The second line between the practices. The first is in every statement, which names the practice; this one is for a
-- statement that forgets it: each transaction says which practice it is for (proctp.practice), and sees the rows of no other,
-- or none at all if it says nothing. The owner of the tables is bound by this like everybody else, until it says that it is at
-- the console (proctp.console), as migrations and the commands for whole offices do. The role that serves cannot say that.

do $$
declare
    relation text;
begin
    foreach relation in array array['practice', 'apikey', 'definition', 'treatplan', 'proctp', 'posted', 'lastchange', 'change'] loop
        execute format('alter table %I enable row level security', relation);
        execute format('alter table %I force row level security', relation);
        execute format('create policy of_practice on %I'
            || ' using (practice_id = nullif(current_setting(''proctp.practice'', true), '''')::bigint)', relation);
        execute format('create policy of_console on %I to current_user'
            || ' using (current_setting(''proctp.console'', true) = ''on'')', relation);
    end loop;
end
$$;

-- The two questions that are asked before a practice is known, or of many practices at once. They answer no more than that. Each goes
-- to the console for as long as it looks, in its body: only a superuser could write that into a function's head.

-- whose key it is: the key is what tells the practice
create function apikey_of(wanted bytea) returns setof apikey
    language plpgsql stable rows 1 security definer as
$$
declare
    before text := current_setting('proctp.console', true);
begin
    perform set_config('proctp.console', 'on', true);
    return query select * from apikey where digest = wanted;
    perform set_config('proctp.console', before, true);
end
$$;

-- how far the feeds of these practices are
create function lastchange_of(practices bigint[]) returns setof lastchange
    language plpgsql stable security definer as
$$
declare
    before text := current_setting('proctp.console', true);
begin
    perform set_config('proctp.console', 'on', true);
    return query select * from lastchange where practice_id = any (practices);
    perform set_config('proctp.console', before, true);
end
$$;

do $$
declare
    question text;
begin
    foreach question in array array['apikey_of', 'lastchange_of'] loop
        execute format('revoke execute on function %I from public', question);
        -- who calls it must not be able to put a table of his own in the way
        execute format('alter function %I set search_path = %I, pg_temp', question, current_schema());
    end loop;
end
$$;
