-- Releases, kept beside queue_row by triggers: a release is what the items of executar_pipeline and aprovar_release with
-- one release_ref are about.

-- state: 0 validating, 1 deploying, 2 waiting for approval, 3 failed, 4 queued, 5 validated, 6 deployed, 8 rejected,
-- 9 cancelled; 7, replaced, is a deployed one that release_running does not name.
create table release_row (
    release_ref text primary key,
    first       integer not null,
    item_id     integer not null,
    state       integer not null,
    sprint      text not null,
    prepared_by text not null,
    products    text not null
);

create index release_row_first on release_row (first);

create index release_row_sprint on release_row (sprint, first, state);

create index release_row_state on release_row (state, first);

-- What the last deployment that succeeded in an environment left there.
create table release_running (
    ambiente    text primary key,
    item_id     integer not null,
    release_ref text not null,
    since       text not null
);

-- Of a release's items the furthest open one counts most, then the last implantar, then whatever was last. The class of
-- an item stands above the bits of its id.
create view release_standing as
select
    release_ref,
    min(item_id) as first,
    max((case
            when queue_row.rank in (0, 1, 3) then iif(tipo = 'aprovar_release', 4, iif(modo = 'implantar', 5, 3))
            else iif(modo = 'implantar' and tipo = 'executar_pipeline', 2, 1)
        end << 50) + item_id) & ((1 << 50) - 1) as item_id
from queue_row
join queue_facet on queue_facet.id = facet
where release_ref <> '' and tipo in ('executar_pipeline', 'aprovar_release')
group by release_ref;

create view release_source as
select
    standing.release_ref,
    standing.first,
    standing.item_id,
    case
        when facet.rank = 0 then iif(facet.modo = 'implantar', 1, 0)
        when facet.rank = 1 then 2
        when facet.rank = 2 then 3
        when facet.rank = 3 then 4
        when item.estado = 'cancelado' then 9
        when facet.tipo = 'aprovar_release' then iif(json_extract(item.resultado, '$.decisao') = 'rejeitado', 8, 5)
        when facet.modo = 'implantar' then 6
        else 5
    end as state,
    facet.sprint,
    coalesce(beginning.criado_por, '') as prepared_by,
    coalesce((
        select ',' || group_concat(distinct substr(atom, 1, instr(atom, '/')))
        from json_tree(item.contexto, '$.artefatos') where key = 'path'), '') as products
from release_standing as standing
join queue_row as row on row.item_id = standing.item_id
join queue_facet as facet on facet.id = row.facet
join backlog as item on item.id = standing.item_id
join backlog as beginning on beginning.id = standing.first;

create trigger release_insert after insert on queue_row when new.release_ref <> ''
begin
    delete from release_row where release_ref = new.release_ref;
    insert into release_row select * from release_source where release_ref = new.release_ref;
end;

create trigger release_update after update of facet, release_ref on queue_row
begin
    delete from release_row where release_ref in (old.release_ref, new.release_ref);
    insert into release_row select * from release_source where release_ref in (old.release_ref, new.release_ref);
end;

create trigger release_delete after delete on queue_row when old.release_ref <> ''
begin
    delete from release_row where release_ref = old.release_ref;
    insert into release_row select * from release_source where release_ref = old.release_ref;
end;

create trigger release_running_insert after insert on backlog
when new.estado = 'concluido' and new.tipo = 'executar_pipeline'
begin
    delete from release_running
    where since <= new.atualizado_em
      and ambiente = (select ambiente from queue_source where id = new.id and modo = 'implantar');
    insert into release_running
    select ambiente, new.id, release_ref, new.atualizado_em from queue_source
    where id = new.id and modo = 'implantar'
      and ambiente not in (select ambiente from release_running);
end;

create trigger release_running_update after update of estado on backlog
when new.estado = 'concluido' and old.estado <> 'concluido' and new.tipo = 'executar_pipeline'
begin
    delete from release_running
    where ambiente = (select ambiente from queue_source where id = new.id and modo = 'implantar');
    insert into release_running
    select ambiente, new.id, release_ref, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    from queue_source where id = new.id and modo = 'implantar';
end;

insert into release_row select * from release_source;

insert into release_running
select ambiente, item_id, release_ref, since
from (
    select *, row_number() over (partition by ambiente order by since desc, item_id desc) as place
    from (
        select
            ambiente, queue_row.item_id, queue_row.release_ref,
            coalesce(
                (select max(ended_at) from run_attempt where run_attempt.item_id = queue_row.item_id),
                atualizado_em) as since
        from queue_facet
        join queue_row on facet = queue_facet.id
        join backlog on backlog.id = queue_row.item_id
        where queue_facet.modo = 'implantar' and queue_facet.tipo = 'executar_pipeline' and estado = 'concluido'))
where place = 1;
