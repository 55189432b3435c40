-- The backlog, as the contract describes it. An empty line ends a statement.

create table backlog (
    id                 integer primary key autoincrement,
    tipo               text not null,
    modo               text,
    estado             text not null default 'pendente',
    contexto           text not null check (json_valid(contexto) and json_type(contexto) = 'object'),
    resultado          text check (resultado is null or json_valid(resultado)),
    prioridade         integer not null default 0,
    tentativa          integer not null default 0,
    max_tentativas     integer not null default 3,
    disponivel_em      text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    reservado_por      text,
    reserva_expira_em  text,
    cerca              integer not null default 0,
    versao             integer not null default 0,
    cancelamento_por   text,
    origem_id          integer references backlog(id),
    chave_idempotencia text unique,
    criado_em          text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    criado_por         text,
    atualizado_em      text not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
);

-- Whoever changes a row, also with a statement of their own, gives it a new version.
create trigger backlog_versao after update on backlog when new.versao <= old.versao
begin
    update backlog set versao = old.versao + 1, atualizado_em = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    where id = new.id;
end;

-- Of two equal names SQLite reads the first and most programs the last: an item could be claimed as one thing and run as
-- another.
create trigger backlog_contexto_insert before insert on backlog
when (select count(*) > count(distinct key) from json_each(new.contexto))
begin
    select raise(abort, 'contexto has a name twice');
end;

create trigger backlog_contexto_update before update of contexto on backlog
when (select count(*) > count(distinct key) from json_each(new.contexto))
begin
    select raise(abort, 'contexto has a name twice');
end;

create index backlog_open on backlog (prioridade desc, id) where estado in ('pendente', 'executando');

create index backlog_release on backlog (json_extract(contexto, '$.release_ref'), id);

create index backlog_origin on backlog (origem_id) where origem_id is not null;

create index backlog_manifest on backlog (json_extract(resultado, '$.manifesto')) where resultado is not null;
