-- One entry for each act of a person or a runner, each bound to the one before by its digest.

create table journal (
    id          integer primary key,
    at          text not null,
    actor       text not null,
    account     text not null,
    guarantee   text not null,
    host        text not null,
    program     text not null,
    act         text not null,
    item_id     integer,
    release_ref text,
    environment text,
    manifest    text,
    details     text not null check (json_valid(details)),
    previous    text not null,
    digest      text not null unique
);

create trigger journal_keep_update before update on journal
begin
    select raise(abort, 'the journal is append-only');
end;

create trigger journal_keep_delete before delete on journal
begin
    select raise(abort, 'the journal is append-only');
end;

-- "insert or replace" deletes without asking the trigger above.
create trigger journal_keep_replace before insert on journal
when exists (select 1 from journal where id = new.id or digest = new.digest)
begin
    select raise(abort, 'the journal is append-only');
end;

create index journal_item on journal (item_id) where item_id is not null;

create index journal_release on journal (release_ref) where release_ref is not null;
