-- What has happened to the plans and rows of each practice: the audit trail, and the feed that programs follow.

-- Each practice counts its changes. Who makes one takes its number last of all and holds this row until it commits, so that
-- the numbers are in the order of the commits: who has seen one has seen all before it. (A sequence would give numbers out
-- early, and the one who reads past them would never see those that are committed late.)
create table lastchange (
    practice_id   bigint not null references practice,
    lastchangenum bigint not null check (lastchangenum > 0),
    primary key (practice_id)
-- room on its page for the next versions of a row that is written with every change
) with (fillfactor = 10);
comment on table lastchange is 'How many changes each practice has seen, in a table of its own: it is held by whoever makes one.';

create table change (
    -- no foreign key: every number comes from lastchange, which has one, and each check would lock the practice
    practice_id   bigint       not null,
    changenum     bigint       not null check (changenum > 0),
    made          timestamptz  not null,
    action        text         not null check (action in ('Created', 'Updated', 'Deleted', 'Signed', 'Cleared')),
    -- by name as well, as they were then; 0 is the console
    apikeynum     bigint       not null,
    developername varchar(255) not null,
    keyname       varchar(255) not null,
    requestid     varchar(255) not null,
    -- 0 for a change of the plan itself
    proctpnum     bigint       not null,
    treatplannum  bigint       not null,
    patnum        bigint       not null,
    -- the row of treatplan or proctp, by its columns; that of proctp with the name of its priority, as priorityname
    before        jsonb,
    after         jsonb,
    primary key (practice_id, changenum),
    check (before is not null or after is not null)
);
create index change_of_treatplan on change (practice_id, treatplannum, changenum);
create index change_of_patient on change (practice_id, patnum, changenum);
comment on table change is 'Every change of a plan or a row, in the order of their commits: who, when, and what it was before and after.';

-- Entries are only ever added. They go when the whole practice does, or when they are older than anybody has to keep them:
-- whoever owns the table says so, for that transaction and that practice.
create function change_refuses() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'DELETE' then
        if current_setting('proctp.forgetting', true) = old.practice_id::text
           and pg_has_role((select relowner from pg_class where oid = tg_relid), 'member') then
            return old;
        end if;
    end if;
    raise exception using
        errcode = 'TP002',
        message = 'what has happened stays as it is: the table change only takes new rows';
end
$$;

create trigger change_refuses_change before update or delete on change for each row execute function change_refuses();
create trigger change_refuses_truncate before truncate on change for each statement execute function change_refuses();

-- what is there already came at some time before, so that a program that follows the feed from its beginning has all of it
insert into change (practice_id, changenum, made, action, apikeynum, developername, keyname, requestid,
                    proctpnum, treatplannum, patnum, after)
select practice_id, row_number() over (partition by practice_id order by treatplannum, proctpnum > 0, itemorder, proctpnum),
       now(), 'Created', 0, '', 'console', '', proctpnum, treatplannum, patnum, after
from (select practice_id, 0 as proctpnum, treatplannum, patnum, 0 as itemorder, to_jsonb(treatplan) as after
      from treatplan
      union all
      select r.practice_id, proctpnum, treatplannum, patnum, r.itemorder,
             to_jsonb(r) || jsonb_build_object('priorityname', coalesce(itemname, ''))
      from proctp r left join definition d on d.practice_id = r.practice_id and d.defnum = r.priority) there;
insert into lastchange (practice_id, lastchangenum)
select practice_id, max(changenum) from change group by practice_id;
