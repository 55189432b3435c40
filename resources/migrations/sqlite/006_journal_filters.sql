-- What the journal is filtered by.

-- The kind is an expression, so that no column is added to those that the digests are about: 0 decisions,
-- 1 deployments, 2 settings, 3 the queue's own.
create index journal_kind on journal (
    case
        when act glob 'release.*' or act in ('item.cancelled', 'item.cancel-requested', 'item.retried') then 0
        when act glob 'deployment.*' or act glob 'workers.*' then 1
        when act in ('item.completed', 'item.abandoned') and json_extract(details, '$.modo') = 'implantar' then 1
        when act glob 'item.*' then 3
        else 2
    end,
    id, actor, environment
);

create index journal_at on journal (at);

create table journal_choice (
    actor       text not null,
    environment text not null,
    primary key (actor, environment)
) without rowid;

create trigger journal_choice_insert after insert on journal
when not exists (
    select 1 from journal_choice where actor = new.actor and environment = coalesce(new.environment, ''))
begin
    insert into journal_choice values (new.actor, coalesce(new.environment, ''));
end;

insert into journal_choice select distinct actor, coalesce(environment, '') from journal;
