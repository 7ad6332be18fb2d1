-- What the people who hand out keys need to know of them.

-- numbers of keys count per practice, too, so that what a revoked one has done is never taken for another's
alter table practice add column lastapikeynum bigint not null default 0;
update practice p set
    lastapikeynum = coalesce((select max(apikeynum) from apikey k where k.practice_id = p.practice_id), 0);

alter table apikey
    -- not known of those that were made before this was kept
    add column created  date,
    -- the last day on which it works
    add column expires  date,
    -- the last day on which it was used, which is all that anybody needs to know of it
    add column lastused date,
    -- the day on which it was taken back for good; the row stays, since what it has done stays, too
    add column revoked  date;
