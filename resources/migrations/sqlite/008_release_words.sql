-- A release is called by the end of its name as well: 11.3 for R-2026.11.3.
drop view queue_words;

create view queue_words as
select
    standing.id,
    standing.id || ' ' || release_ref || ' ' || replace(release_ref, '-', ' ') || ' '
    || substr(release_ref, instr(release_ref, '.') + 1) || ' ' || sprint || ' '
    || coalesce(backlog.criado_por, '') || ' ' || coalesce((
        select group_concat(
            iif(key = 'sha', atom, atom || ' ' || replace(replace(atom, '-', ' '), '_', ' ')), ' ')
        from json_tree(coalesce(origin.contexto, backlog.contexto), '$.artefatos')
        where key in ('path', 'sha')), '') as words
from queue_standing as standing
join backlog on backlog.id = standing.id
left join backlog as origin on origin.id = backlog.origem_id and json_type(backlog.contexto, '$.artefatos') is null;

insert into queue_search (queue_search) values ('delete-all');

insert into queue_search (rowid, words) select id, words from queue_words;
