-- What the queue is filtered and sorted by, kept beside the backlog by triggers, so that a million items can be counted
-- and jumped through without reading them.
--
-- No statement of a trigger says "or ignore" or "or replace": those of the statement that fires it would count instead.

-- Items that are the same to every filter, and how many there are: counts and the order by these columns come from here.
create table queue_facet (
    id       integer primary key,
    rank     integer not null,
    tipo     text not null,
    modo     text not null,
    ambiente text not null,
    sprint   text not null,
    items    integer not null default 0,
    unique (rank, tipo, modo, ambiente, sprint)
);

-- rank: 0 running, 1 waiting for approval, 2 failed, 3 queued, 4 done. line and age sort inside a rank.
create table queue_row (
    item_id     integer primary key,
    facet       integer not null,
    rank        integer not null,
    line        integer not null,
    age         integer not null,
    release_ref text not null,
    bpmn        integer not null default 0,
    dmn         integer not null default 0,
    form        integer not null default 0,
    worker      integer not null default 0
);

create index queue_row_facet on queue_row (facet);

create index queue_row_urgency on queue_row (rank, line, age, facet);

create index queue_row_release on queue_row (release_ref, item_id desc, facet);

-- A name is one word and, at its dashes, several. No positions are kept: a query is words that all must begin a word.
create virtual table queue_search using fts5(
    words, content = '', detail = none, columnsize = 0, tokenize = "unicode61 tokenchars '-._'"
);

-- The artefacts of an item; a follower that lists none has those of the item that it follows. Whatever contexto holds,
-- reading it must not fail, since then an outside insert would.
create view queue_artefact as
select
    backlog.id as item_id,
    case artefact.type when 'object' then json_extract(artefact.value, '$.tipo') end as tipo
from backlog
left join backlog as origin on origin.id = backlog.origem_id and json_type(backlog.contexto, '$.artefatos') is null
join json_each(coalesce(origin.contexto, backlog.contexto), '$.artefatos') as artefact;

create view queue_standing as
select
    id,
    case
        when estado = 'executando' then 0
        when estado = 'falhou' then 2
        when estado in ('concluido', 'cancelado') then 4
        when tipo = 'aprovar_release' then 1
        else 3
    end as rank,
    tipo,
    coalesce(nullif(modo, ''), json_extract(contexto, '$.modo'), '') as modo,
    coalesce(json_extract(contexto, '$.ambiente'), '') as ambiente,
    coalesce(
        json_extract(contexto, '$.sprint_origem'),
        (select json_extract(contexto, '$.sprint_origem') from backlog as origin where origin.id = backlog.origem_id),
        '') as sprint,
    coalesce(json_extract(contexto, '$.release_ref'), '') as release_ref,
    prioridade
from backlog;

create view queue_source as
select
    id,
    rank,
    substr(tipo, 1, 100) as tipo,
    substr(modo, 1, 100) as modo,
    substr(ambiente, 1, 100) as ambiente,
    substr(sprint, 1, 100) as sprint,
    substr(release_ref, 1, 100) as release_ref,
    iif(rank = 3, -prioridade, 0) as line,
    iif(rank in (0, 3), id, -id) as age
from queue_standing;

create view queue_projection as
select source.id as item_id, facet.id as facet, source.rank, line, age, release_ref
from queue_source as source
join queue_facet as facet using (rank, tipo, modo, ambiente, sprint);

create view queue_words as
select
    standing.id,
    standing.id || ' ' || release_ref || ' ' || replace(release_ref, '-', ' ') || ' ' || sprint || ' '
    || coalesce(backlog.criado_por, '') || ' ' || coalesce((
        select group_concat(
            iif(key = 'sha', atom, atom || ' ' || replace(replace(atom, '-', ' '), '_', ' ')), ' ')
        from json_tree(coalesce(origin.contexto, backlog.contexto), '$.artefatos')
        where key in ('path', 'sha')), '') as words
from queue_standing as standing
join backlog on backlog.id = standing.id
left join backlog as origin on origin.id = backlog.origem_id and json_type(backlog.contexto, '$.artefatos') is null;

create trigger queue_row_insert after insert on queue_row
begin
    update queue_facet set items = items + 1 where id = new.facet;
end;

create trigger queue_row_delete after delete on queue_row
begin
    update queue_facet set items = items - 1 where id = old.facet;
end;

create trigger queue_row_update after update of facet on queue_row when new.facet <> old.facet
begin
    update queue_facet set items = items - 1 where id = old.facet;
    update queue_facet set items = items + 1 where id = new.facet;
end;

-- "insert or replace" deletes without asking a trigger: what it may delete is kept until it has.
create table queue_replaced (
    item_id integer primary key,
    words   text not null
);

create trigger queue_backlog_replace before insert on backlog
when exists (select 1 from backlog where id = new.id or chave_idempotencia = new.chave_idempotencia)
begin
    delete from queue_replaced;
    insert into queue_replaced
    select id, words from queue_words
    where id in (select id from backlog where id = new.id or chave_idempotencia = new.chave_idempotencia);
end;

create trigger queue_backlog_insert after insert on backlog
begin
    delete from queue_replaced
    where item_id <> new.id and exists (select 1 from backlog where id = queue_replaced.item_id);
    insert into queue_search (queue_search, rowid, words) select 'delete', item_id, words from queue_replaced;
    delete from queue_row where item_id in (select item_id from queue_replaced);
    delete from queue_replaced;
    insert into queue_facet (rank, tipo, modo, ambiente, sprint)
    select rank, tipo, modo, ambiente, sprint from queue_source where id = new.id
    and not exists (
        select 1 from queue_facet as facet
        where (facet.rank, facet.tipo, facet.modo, facet.ambiente, facet.sprint)
            = (queue_source.rank, queue_source.tipo, queue_source.modo, queue_source.ambiente, queue_source.sprint));
    insert into queue_row (item_id, facet, rank, line, age, release_ref)
    select * from queue_projection where item_id = new.id;
    update queue_row
    set (bpmn, dmn, form, worker) = (
        select count(*) filter (where tipo = 'bpmn'), count(*) filter (where tipo = 'dmn'),
            count(*) filter (where tipo = 'form'), count(*) filter (where tipo = 'worker')
        from queue_artefact where item_id = queue_row.item_id)
    where item_id = new.id;
    insert into queue_search (rowid, words) select id, words from queue_words where id = new.id;
end;

create trigger queue_backlog_update
after update of tipo, modo, estado, contexto, resultado, prioridade, origem_id, criado_por on backlog
begin
    insert into queue_facet (rank, tipo, modo, ambiente, sprint)
    select rank, tipo, modo, ambiente, sprint from queue_source where id = new.id
    and not exists (
        select 1 from queue_facet as facet
        where (facet.rank, facet.tipo, facet.modo, facet.ambiente, facet.sprint)
            = (queue_source.rank, queue_source.tipo, queue_source.modo, queue_source.ambiente, queue_source.sprint));
    update queue_row
    set (facet, rank, line, age, release_ref) = (
        select facet, rank, line, age, release_ref from queue_projection where item_id = new.id)
    where item_id = new.id;
end;

create trigger queue_words_before before update of contexto, criado_por, origem_id on backlog
begin
    insert into queue_search (queue_search, rowid, words)
    select 'delete', id, words from queue_words where id = old.id;
end;

create trigger queue_words_after after update of contexto, criado_por, origem_id on backlog
begin
    update queue_row
    set (bpmn, dmn, form, worker) = (
        select count(*) filter (where tipo = 'bpmn'), count(*) filter (where tipo = 'dmn'),
            count(*) filter (where tipo = 'form'), count(*) filter (where tipo = 'worker')
        from queue_artefact where item_id = queue_row.item_id)
    where item_id = new.id;
    insert into queue_search (rowid, words) select id, words from queue_words where id = new.id;
end;

create trigger queue_backlog_id after update of id on backlog when new.id <> old.id
begin
    select raise(abort, 'the id of an item never changes');
end;

create trigger queue_backlog_delete before delete on backlog
begin
    insert into queue_search (queue_search, rowid, words)
    select 'delete', id, words from queue_words where id = old.id;
    delete from queue_row where item_id = old.id;
end;

insert into queue_facet (rank, tipo, modo, ambiente, sprint)
select distinct rank, tipo, modo, ambiente, sprint from queue_source;

insert into queue_row (item_id, facet, rank, line, age, release_ref) select * from queue_projection;

update queue_row
set (bpmn, dmn, form, worker) = (
    select count(*) filter (where tipo = 'bpmn'), count(*) filter (where tipo = 'dmn'),
        count(*) filter (where tipo = 'form'), count(*) filter (where tipo = 'worker')
    from queue_artefact where item_id = queue_row.item_id);

insert into queue_search (rowid, words) select id, words from queue_words;
