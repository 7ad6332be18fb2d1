-- The tables of an office, in the vendor's lower case, so that they can be held against its documentation.
--
-- practice_id comes first in every key and index: each practice counts its rows for itself, no query can be answered
-- without naming the practice, and the tables can be spread over servers by it. Hence no sequence either.
--
-- Nothing is null that the vendor does not read as a value of its own: only dates and times can be missing.

create table practice (
    practice_id bigint       not null check (practice_id > 0),
    name        varchar(255) not null default '',
    primary key (practice_id)
);
comment on table practice is 'The offices; no row of one is ever seen by another.';

create table apikey (
    practice_id   bigint       not null references practice,
    apikeynum     bigint       not null check (apikeynum > 0),
    -- an HMAC-SHA-256: whoever reads this table cannot call the API with what it finds
    digest        bytea        not null check (octet_length(digest) = 32),
    developername varchar(255) not null default '',
    keyname       varchar(255) not null default '',
    readall       boolean      not null default false,
    allothers     boolean      not null default false,
    isenabled     boolean      not null default false,
    primary key (practice_id, apikeynum),
    -- the one key without the practice: a request's key is what tells the practice
    unique (digest)
);
comment on table apikey is 'The customer keys, each of one developer for one practice, as digests.';

create table definition (
    practice_id bigint       not null references practice,
    -- 0 stands for "none" wherever a definition is named, so none may have it
    defnum      bigint       not null check (defnum > 0),
    category    integer      not null,
    itemorder   integer      not null check (itemorder >= 0),
    itemname    varchar(255) not null default '',
    itemvalue   varchar(255) not null default '',
    ishidden    boolean      not null default false,
    primary key (practice_id, defnum)
);
comment on table definition is 'The lists that an office defines for itself, such as its treatment priorities.';

create table treatplan (
    practice_id           bigint         not null references practice,
    treatplannum          bigint         not null check (treatplannum > 0),
    patnum                bigint         not null,
    datetp                date,
    heading               varchar(255)   not null default '',
    note                  text           not null default '' check (char_length(note) <= 65535),
    sigistopaz            boolean        not null default false,
    responsparty          bigint         not null default 0,
    docnum                bigint         not null default 0,
    -- by name, where the vendor has 0, 1 and 2: a row explains itself, and no code has to agree on the numbers
    tpstatus              text           not null check (tpstatus in ('Saved', 'Active', 'Inactive')),
    secusernumentry       bigint         not null default 0,
    secdateentry          date,
    -- whole seconds, as the vendor's column has them
    secdatetedit          timestamptz(0) not null,
    usernumpresenter      bigint         not null default 0,
    tptype                text           not null default 'Insurance' check (tptype in ('Insurance', 'Discount')),
    signature             text           not null default '',
    datetsigned           timestamptz(0),
    signaturetext         varchar(255)   not null default '',
    signaturepractice     text           not null default '',
    datetpracticesigned   timestamptz(0),
    signaturepracticetext varchar(255)   not null default '',
    primary key (practice_id, treatplannum)
);
create index treatplan_of_patient on treatplan (practice_id, patnum);
comment on table treatplan is 'The treatment plans; signed by the patient when signature is not empty.';

create table proctp (
    practice_id     bigint         not null references practice,
    proctpnum       bigint         not null check (proctpnum > 0),
    treatplannum    bigint         not null,
    patnum          bigint         not null,
    procnumorig     bigint         not null default 0,
    -- the vendor's unsigned 16 bits, which no type here has
    itemorder       integer        not null check (itemorder between 0 and 65535),
    -- no foreign key: offices have rows whose definition is gone, and they must be kept as they are
    priority        bigint         not null default 0,
    toothnumtp      varchar(255)   not null default '',
    surf            varchar(255)   not null default '',
    proccode        varchar(15)    not null default '',
    descript        varchar(255)   not null default '',
    feeamt          numeric(15, 4) not null default 0,
    priinsamt       numeric(15, 4) not null default 0,
    secinsamt       numeric(15, 4) not null default 0,
    patamt          numeric(15, 4) not null default 0,
    discount        numeric(15, 4) not null default 0,
    prognosis       varchar(255)   not null default '',
    dx              varchar(255)   not null default '',
    procabbr        varchar(50)    not null default '',
    secusernumentry bigint         not null default 0,
    secdateentry    date,
    secdatetedit    timestamptz(0) not null,
    -- -1 is "not known"
    feeallowed      numeric(15, 4) not null default -1,
    taxamt          numeric(15, 4) not null default 0,
    provnum         bigint         not null default 0,
    datetp          date,
    clinicnum       bigint         not null default 0,
    catpercucr      numeric(15, 4) not null default 0,
    primary key (practice_id, proctpnum),
    foreign key (practice_id, treatplannum) references treatplan
);
-- a plan's list, in its order
create index proctp_of_treatplan on proctp (practice_id, treatplannum, itemorder, proctpnum);
comment on table proctp is 'The rows of saved plans: copies of procedures as they were proposed that day.';

-- The second line of defence. The first is in the code, which locks a plan and judges it before it changes a row; this
-- one is for code that forgets, and for whoever sits at a console.

create function require_unsigned_treatplan(practice bigint, plan bigint) returns void
    language plpgsql as
$$
declare
    patients_signature text;
begin
    -- The lock comes before the judgement, so no condition on the signature here: it would be judged on a version of
    -- the plan from before a signing that is under way, and let the change pass.
    select signature into patients_signature
    from treatplan
    where practice_id = practice and treatplannum = plan
    for share;
    if patients_signature <> '' then
        raise exception using
            errcode = 'TP001',
            message = format('treatplan %s of practice %s is signed by the patient, so its proctp rows cannot change',
                             plan, practice);
    end if;
end
$$;

create function proctp_require_unsigned() returns trigger
    language plpgsql as
$$
begin
    -- in the order of their numbers, so that two statements that touch the same plans do not wait for each other
    if tg_op = 'UPDATE' then
        perform require_unsigned_treatplan(practice_id, treatplannum)
        from (select practice_id, treatplannum from changed
              union
              select practice_id, treatplannum from changed_to
              order by practice_id, treatplannum) touched;
    else
        perform require_unsigned_treatplan(practice_id, treatplannum)
        from (select distinct practice_id, treatplannum from changed
              order by practice_id, treatplannum) touched;
    end if;
    return null;
end
$$;

create trigger proctp_insert_requires_unsigned
    after insert on proctp
    referencing new table as changed
    for each statement execute function proctp_require_unsigned();

create trigger proctp_update_requires_unsigned
    after update on proctp
    referencing old table as changed new table as changed_to
    for each statement execute function proctp_require_unsigned();

create trigger proctp_delete_requires_unsigned
    after delete on proctp
    referencing old table as changed
    for each statement execute function proctp_require_unsigned();
