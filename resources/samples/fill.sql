-- Makes the rows of the backlog out of the tables of backlog.sql. An empty line ends a statement.

-- What a whole release has in common. Digests and commits are known by their first and last digits only.
create temp table sample_goods as
select
    ref,
    iif(head = '', null, head || 'b6a09e43d21cc58e77b1f0a4c3d2e1f09a8b7c6d5e4f3a2be0b2' || tail) as manifest,
    (select json_group_array(json_object('tipo', kind, 'arquivo', file, 'path', path, 'sha', pinned)) from (
        select
            value as path,
            replace(value, rtrim(value, replace(value, '/', '')), '') as file,
            sha || 'b6a09e43d21cc58e77b1f0a4c3d2e1f09' as pinned,
            case
                when value like 'worker/%' then 'worker'
                when value like '%.bpmn' then 'bpmn'
                when value like '%.dmn' then 'dmn'
                else 'form'
            end as kind
        from json_each(paths))) as artefacts
from sample_release;

-- Half of a minute for the models, the rest for the tests; a deployment takes a little less than three minutes.
insert into sample_stage
select id, 1, 'validate', 'success', changed + 58, iif(passed is null, changed, changed + 22), 3, 3
from sample_item join sample_release using (ref)
where modo = 'validar' and estado = 'concluido' and id not in (select item from sample_stage)
union all
select id, 1, 'test', iif(passed is null, 'skipped', 'success'), changed + 22, changed, coalesce(passed, 0), 0
from sample_item join sample_release using (ref)
where modo = 'validar' and estado = 'concluido' and id not in (select item from sample_stage);

insert into sample_stage
select id, 1, 'deploy', 'success', changed + 165 + id % 7, changed + 67, 3, 3
from sample_item where modo = 'implantar' and estado = 'concluido' and id not in (select item from sample_stage)
union all
select id, 1, 'verify', 'success', changed + 67, changed, 0, 0
from sample_item where modo = 'implantar' and estado = 'concluido' and id not in (select item from sample_stage);

insert into sample_attempt
select
    id, attempt, runner,
    (select max(begun) from sample_stage where item = id),
    iif(estado = 'executando', null, changed), iif(estado = 'executando', null, estado), null
from sample_item where attempt > 0 and id not in (select item from sample_attempt);

insert into sample_check
select id, 'engine', 'success', 'version 7.21.0', 40
from sample_item where modo = 'implantar' and estado = 'concluido'
union all
select sample_item.id, 'definitions ' || value, 'success', 'as deployed', 85
from sample_item join sample_release using (ref), json_each(paths)
where modo = 'implantar' and estado = 'concluido' and (value like '%.bpmn' or value like '%.dmn')
union all
select sample_item.id, 'bytes ' || value, 'success', 'as approved', 90
from sample_item join sample_release using (ref), json_each(paths)
where modo = 'implantar' and estado = 'concluido' and value not like 'worker/%'
union all
select id, 'incidents', 'success', '0 open before, 0 after', 30
from sample_item where modo = 'implantar' and estado = 'concluido';

create temp table sample_found as
select
    item, severity,
    json_object(
        'arquivo', replace(path, rtrim(path, replace(path, '/', '')), ''), 'path', path, 'linha', line, 'coluna', place,
        'elemento', element, 'regra', rule, 'severidade', severity, 'mensagem', message) as entry
from sample_finding;

create temp table sample_tested as select item from sample_stage where stage = 'test' and status <> 'skipped';

-- The first validation of R-2026.10.9 saw other bytes than the one that was approved.
create temp table sample_result as
select
    id,
    json_object(
        'status', iif(estado = 'concluido', 'sucesso', 'falha'), 'modo', modo,
        'manifesto', iif(id = 48118, replace(manifest, '2c907be1', '8b1e0c7a'), manifest),
        'motivo', case id
            when 48118 then 'Prometheus/bpmn/emissao-boleto.bpmn: 2 errors'
            when 48150 then 'Cancelled by marina.duarte'
            when 48210 then 'desiste depois de três tentativas: expected 3, received 5'
        end,
        'etapas', json_object(
            'validate', json_object(
                'status', coalesce((select status from sample_stage where item = id and stage = 'validate'), 'skipped'),
                'erros', (select json_group_array(json(entry)) from sample_found where item = id and severity = 'error'),
                'avisos', (select json_group_array(json(entry)) from sample_found where item = id and severity <> 'error')),
            'test', json_object(
                'status', coalesce((select status from sample_stage where item = id and stage = 'test'), 'skipped'),
                'cobertura', iif(id in sample_tested, coverage, null),
                'passou', iif(id in sample_tested, passed, 0),
                'falhou', (select count(*) from sample_outcome where item = id and state = 'failed'),
                'falhas', (
                    select json_group_array(json_object(
                        'arquivo', worker || '/test/' || suite, 'teste', name, 'mensagem', message,
                        'linha', sample_outcome.line))
                    from sample_outcome join sample_test using (name) where item = id and state = 'failed')))) as result
from sample_item join sample_release using (ref) join sample_goods using (ref)
where modo = 'validar' and estado not in ('pendente', 'executando')
union all
select
    id,
    json_object(
        'status', iif(estado = 'concluido', 'sucesso', 'falha'), 'modo', modo, 'manifesto', manifest,
        'motivo', case id
            when 48186 then 'worker emite-boleto does not poll its topic'
            when 48146 then 'The engine of producao refused the Prometheus deployment (ENGINE-12018), so nothing of it was '
                || 'deployed. Prometheus/bpmn/cobranca-judicial.bpmn line 6, element cobranca_judicial: History Time To Live '
                || '(TTL) cannot be null. TTL is necessary for the History Cleanup to work.'
        end,
        'etapas', json_object(
            'deploy', json_object(
                'status', (select status from sample_stage where item = id and stage = 'deploy'),
                'deployment_id', substr(manifest, 1, 8) || '-7f1e-11f1-9a3c-0242ac120002',
                'commit_workers', null, 'deployments', json('[]')),
            'verify', json_object(
                'status', coalesce((select status from sample_stage where item = id and stage = 'verify'), 'skipped'),
                'checks', (
                    select json_group_array(json_object(
                        'nome', name, 'status', status, 'detalhe', detail, 'duracao_ms', milliseconds))
                    from sample_check where item = id))))
from sample_item join sample_goods using (ref)
where modo = 'implantar' and estado not in ('pendente', 'executando')
union all
select
    id,
    json_object(
        'decisao', iif(approved, 'aprovado', 'rejeitado'), 'por', person, 'conta', person, 'garantia', 'declarada',
        'motivo', reason, 'em', strftime('%Y-%m-%dT%H:%M:%fZ', 'now', -changed || ' seconds'), 'ambiente', ambiente,
        'manifesto', manifest)
from sample_item join sample_goods using (ref) join sample_decision on item = id;

insert into backlog (
    id, tipo, modo, estado, contexto, resultado, tentativa, disponivel_em, reservado_por, reserva_expira_em, cerca,
    cancelamento_por, origem_id, criado_em, criado_por, atualizado_em)
select
    id, tipo, modo, estado,
    case tipo
        when 'aprovar_release' then json_object(
            'release_ref', ref, 'testes_passaram', iif(passed is null, null, json('true')), 'cobertura', coverage,
            'sprint_origem', sprint, 'ambiente', ambiente, 'artefatos', json(artefacts), 'manifesto', manifest,
            'origem', origin)
        when 'validar_implantacao' then json_object(
            'deployment_id', substr(manifest, 1, 8) || '-7f1e-11f1-9a3c-0242ac120002', 'ambiente', ambiente,
            'release_ref', ref, 'sprint_origem', sprint, 'deployments', json('[]'), 'manifesto', manifest)
        else json_object(
            'modo', modo, 'release_ref', ref, 'sprint_origem', sprint, 'ambiente', ambiente, 'artefatos', json(artefacts))
    end,
    result, attempt,
    -- A run that was given back is tried again in three minutes.
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now', iif(estado = 'pendente' and attempt > 0, 180, -created) || ' seconds'),
    runner,
    iif(estado = 'executando', strftime('%Y-%m-%dT%H:%M:%fZ', 'now', iif(modo = 'validar', 29, 24) || ' seconds'), null),
    attempt, iif(estado = 'cancelado', 'marina.duarte', null), origin,
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now', -created || ' seconds'), author,
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now', -changed || ' seconds')
from sample_item join sample_release using (ref) join sample_goods using (ref) left join sample_result using (id)
order by id;

insert into run_attempt (item_id, attempt, runner, host, started_at, ended_at, outcome, reason)
select
    item, attempt, runner, 'worker-server', strftime('%Y-%m-%dT%H:%M:%fZ', 'now', -begun || ' seconds'),
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now', -ended || ' seconds'), outcome, reason
from sample_attempt;

insert into run_stage (item_id, attempt, stage, status, started_at, ended_at, done, total)
select
    item, attempt, stage, status, strftime('%Y-%m-%dT%H:%M:%fZ', 'now', -begun || ' seconds'),
    strftime('%Y-%m-%dT%H:%M:%fZ', 'now', -ended || ' seconds'), done, total
from sample_stage order by item, attempt, begun desc;

-- What the runs wrote, in its order: a stage begins after the one before it, and its lines follow.
insert into run_event (item_id, attempt, at, kind, payload)
select item, attempt, strftime('%Y-%m-%dT%H:%M:%fZ', 'now', -ago || ' seconds'), kind, payload from (
    select item, attempt, begun as ago, 0 as number, 'claimed' as kind,
        json_object('runner', runner, 'host', 'worker-server') as payload
    from sample_attempt
    union all
    select item, attempt, begun - 0.1, 1, 'stage', json_object('stage', stage, 'status', 'running', 'total', total)
    from sample_stage where status <> 'skipped'
    union all
    select item, attempt, ago - 0.2, 2, 'progress',
        json_object('stage', stage, 'done', done, 'total', total, 'step', step)
    from sample_progress join sample_item on id = item
    union all
    select item, attempt, ago - 0.2, 3, 'log',
        json_object('severity', severity, 'source', source, 'text',
            replace(words, '{time}', strftime('%Y%m%d-%H%M%S', 'now', 'localtime', -ago || ' seconds')))
    from sample_log join sample_item on id = item
    union all
    select item, attempt, changed, 4, 'finding', entry from sample_found join sample_item on id = item
    union all
    select item, attempt, changed, 5, 'check',
        json_object('nome', name, 'status', status, 'detalhe', detail, 'duracao_ms', milliseconds)
    from sample_check join sample_item on id = item
    union all
    select item, attempt, ended, 6, 'stage', json_object('stage', stage, 'status', status)
    from sample_stage where ended is not null
    union all
    select item, attempt, ended, 7, iif(outcome = 'pendente', 'postponed', 'finished'),
        json_object('estado', outcome, 'motivo', reason)
    from sample_attempt where outcome <> 'lost')
order by item, attempt, ago desc, number;

insert into run_test (item_id, attempt, number, worker, suite, groups, name, state, milliseconds, message, line)
select
    id, 1, row_number() over (partition by id order by worker, suite, sample_test.rowid), worker,
    worker || '/test/' || suite, iif(block is null, '[]', json_array(block)), sample_test.name,
    coalesce(state, 'passed'), milliseconds, coalesce(message, ''), coalesce(sample_outcome.line, sample_test.line)
from sample_item
join sample_release using (ref)
join sample_test on worker in (select value from json_each(paths))
left join sample_outcome on item = id and sample_outcome.name = sample_test.name
where id in (48201, 48210);

insert into run_coverage (item_id, attempt, path, lines, covered)
select item, 1, path, lines, covered from sample_coverage;

insert into run_effect (item_id, kind, target, number, intent, answer, intended_at, answered_at)
select item, 'deployment', target, 1, intent, answer, strftime('%Y-%m-%dT%H:%M:%fZ', 'now', -ago || ' seconds'),
    iif(answered is null, null, strftime('%Y-%m-%dT%H:%M:%fZ', 'now', -answered || ' seconds'))
from sample_effect;

-- The journal tells of each item what a backlog records while it lives; the service that chains the entries reads it.
insert into sample_act
select created, author, iif(author = 'PROMETHEUS', 'prometheus', 'desk-12'), 'command line', 'item.inserted', id, ref,
    ambiente, null, json_object('tipo', tipo, 'modo', coalesce(modo, ''))
from sample_item where origin is null
union all
select begun, sample_attempt.runner, 'worker-server', 'runner', 'item.claimed', item, ref, ambiente, null,
    json_object('tentativa', sample_attempt.attempt, 'cerca', sample_attempt.attempt)
from sample_attempt join sample_item on id = item
union all
select ended, sample_attempt.runner, 'worker-server', 'runner', 'item.postponed', item, ref, ambiente, null,
    json_object('motivo', reason)
from sample_attempt join sample_item on id = item where outcome = 'pendente'
union all
select changed, person, iif(person = 'marina.duarte', 'desk-12', 'desk-07'), 'console',
    iif(approved, 'release.approved', 'release.rejected'), item, ref, ambiente, head, json_object('motivo', reason)
from sample_decision join sample_item on id = item join sample_release using (ref)
union all
select changed, 'marina.duarte', 'desk-12', 'console', 'item.cancelled', id, ref, ambiente, null,
    json_object('motivo', 'Wrong sprint')
from sample_item where estado = 'cancelado'
union all
select changed, runner, 'worker-server', 'runner', 'item.completed', id, ref, ambiente, head,
    json_object('modo', modo, 'estado', estado, 'motivo', coalesce(json_extract(result, '$.motivo'), ''))
from sample_item join sample_release using (ref) join sample_result using (id)
where tipo = 'executar_pipeline' and estado in ('concluido', 'falhou');
