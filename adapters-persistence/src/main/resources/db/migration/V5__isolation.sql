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

-- The two questions that are asked before a practice is known, or of many practices at once. They answer no more than that.

-- whose key it is: the key is what tells the practice
create function apikey_of(wanted bytea) returns setof apikey
    language sql stable rows 1 security definer set proctp.console = 'on'
begin atomic
    select * from apikey where digest = wanted;
end;
revoke execute on function apikey_of from public;

-- how far the feeds of these practices are
create function lastchange_of(practices bigint[]) returns setof lastchange
    language sql stable security definer set proctp.console = 'on'
begin atomic
    select * from lastchange where practice_id = any (practices);
end;
revoke execute on function lastchange_of from public;
