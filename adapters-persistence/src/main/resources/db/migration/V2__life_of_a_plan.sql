-- What saving, signing and deleting plans needs.

-- Numbers count per practice and are never given out twice, also after a delete. Whoever saves something takes its numbers
-- from here and holds the row until it commits.
alter table practice
    add column lasttreatplannum bigint not null default 0,
    add column lastproctpnum    bigint not null default 0,
    add column lastdefnum       bigint not null default 0;
update practice p set
    lasttreatplannum = coalesce((select max(treatplannum) from treatplan t where t.practice_id = p.practice_id), 0),
    lastproctpnum = coalesce((select max(proctpnum) from proctp r where r.practice_id = p.practice_id), 0),
    lastdefnum = coalesce((select max(defnum) from definition d where d.practice_id = p.practice_id), 0);

-- What the patient's signature covers, as a SHA-256; empty when nobody has signed, or it is not known what was signed.
alter table treatplan
    add column signeddigest bytea not null default '' check (octet_length(signeddigest) in (0, 32)),
    -- who takes a signature off by hand leaves a trace, or takes off what was signed, too
    add check (signature <> '' or signeddigest = '');

-- Requests that made something and may come again. What they made is told from the request itself and these few values, so
-- no patient's data is kept here a second time.
create table posted (
    practice_id    bigint       not null references practice,
    -- no foreign key: a key that is revoked keeps what it has done
    apikeynum      bigint       not null,
    idempotencykey varchar(255) not null,
    -- a SHA-256 of the request
    fingerprint    bytea        not null check (octet_length(fingerprint) = 32),
    made           timestamptz  not null,
    day            date         not null,
    -- what was made, and its place in its list
    num            bigint       not null default 0,
    itemorder      integer      not null default 0,
    primary key (practice_id, apikeynum, idempotencykey)
);
create index posted_by_age on posted (practice_id, made);
comment on table posted is 'Requests that made something within the last day, by the keys that make them safe to repeat.';

-- the rows of one patient, and those that changed after some time, each in the order of its list
create index proctp_of_patient on proctp (practice_id, patnum, treatplannum, itemorder, proctpnum);
create index proctp_by_change on proctp (practice_id, secdatetedit, proctpnum);
-- programs poll the plans by this
create index treatplan_by_change on treatplan (practice_id, secdatetedit);

-- The second line of defence for the plan itself: what a signature covers stays while it is there, and so does the plan.

create function treatplan_require_unsigned() returns trigger
    language plpgsql as
$$
begin
    raise exception using
        errcode = 'TP001',
        message = format('treatplan %s of practice %s is signed by the patient, so it can neither go nor can what was signed change',
                         old.treatplannum, old.practice_id);
end
$$;

create trigger treatplan_update_requires_unsigned
    before update on treatplan
    for each row
    when (old.signature <> '' and new.signature <> ''
          and (new.note <> old.note or new.datetp is distinct from old.datetp
               or new.practice_id <> old.practice_id or new.treatplannum <> old.treatplannum
               or new.patnum <> old.patnum or new.tpstatus <> old.tpstatus
               -- with the same signature, another digest would call something else signed
               or new.signature = old.signature and old.signeddigest <> '' and new.signeddigest <> old.signeddigest
                  and new.datetsigned is not distinct from old.datetsigned))
    execute function treatplan_require_unsigned();

create trigger treatplan_delete_requires_unsigned
    before delete on treatplan
    for each row
    when (old.signature <> '')
    execute function treatplan_require_unsigned();

-- a truncate asks no row
create function refuse_truncate() returns trigger
    language plpgsql as
$$
begin
    raise exception using
        errcode = 'TP001',
        message = format('%s cannot be truncated: it may hold what a patient has signed', tg_table_name);
end
$$;

create trigger treatplan_refuses_truncate before truncate on treatplan for each statement execute function refuse_truncate();
create trigger proctp_refuses_truncate before truncate on proctp for each statement execute function refuse_truncate();
