// SPDX-License-Identifier: Apache-2.0
#include "sampleitems.h"

#include "support/outsidesql.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace pipeline::bench {

namespace {

/// The last migration before the projection.
constexpr int SchemaBefore = 3;

/// In SQL, which makes a million contextos in the time in which a program would have bound a tenth of them.
const QString Statements = uR"(
create temp table file (i integer primary key, tipo, arquivo)

insert into file
with recursive n(i) as (select 0 union all select i + 1 from n where i < 299)
select i, case i % 4 when 0 then 'bpmn' when 1 then 'dmn' when 2 then 'form' else 'worker' end,
    case i % 7 when 0 then 'faixa' when 1 then 'analise' when 2 then 'cobranca' when 3 then 'parecer'
        when 4 then 'consulta' when 5 then 'emite' else 'onboarding' end || '-'
    || case i % 5 when 0 then 'risco' when 1 then 'credito' when 2 then 'cliente' when 3 then 'boleto'
        else 'bureau' end || '-' || i
    || case i % 4 when 0 then '.bpmn' when 1 then '.dmn' when 2 then '.form' else '' end
from n

create temp table release (i integer primary key, ref, sprint, artefatos)

insert into release
with recursive n(i) as (select 0 union all select i + 1 from n where i < %1 - 1)
select i, 'R-' || (2020 + i / 40000) || '.' || (1 + i / 3300 % 12) || '.' || (i % 3300), printf('S%03d', i / 2500),
    (select json_group_array(json_object('tipo', tipo, 'arquivo', arquivo,
            'path', iif(tipo = 'worker', 'worker/', 'Genesis/' || tipo || '/') || arquivo,
            'sha', printf('%08x%032x', n.i * 2654435761 % 4294967296, n.i)))
        from file where file.i between n.i * 13 % 292 and n.i * 13 % 292 + 2 + n.i % 6)
from n

insert into backlog (tipo, modo, estado, contexto, criado_por, criado_em)
select case step when 1 then 'aprovar_release' when 3 then 'validar_implantacao' else 'executar_pipeline' end,
    case step when 0 then 'validar' when 2 then 'implantar' end,
    case
        when release.i < %1 - 2000 then
            case when (release.i * 4 + step) % 41 = 0 then 'falhou' when (release.i * 4 + step) % 97 = 0 then 'cancelado'
                else 'concluido' end
        else case (release.i * 4 + step) % 9 when 0 then 'executando' when 1 then 'falhou' when 2 then 'pendente'
                when 3 then 'pendente' else 'concluido' end
    end,
    json_object('release_ref', ref, 'sprint_origem', sprint, 'ambiente', iif(release.i % 2, 'homologacao', 'producao'),
        'artefatos', json(artefatos)),
    case release.i % 4 when 0 then 'PROMETHEUS' when 1 then 'joao.prado' when 2 then 'carla.mendes' else 'ana.lima' end,
    strftime('%Y-%m-%dT%H:%M:%fZ', 1700000000 + release.i * 400 + step * 60, 'unixepoch')
from release, (select 0 as step union all select 1 union all select 2 union all select 3)
order by release.i, step
)"_s;

Result<void> runAll(tests::OutsideSql &database, const QString &statements)
{
    for (const QString &part : statements.split(u"\n\n"_s)) {
        const QString statement = part.trimmed();
        const bool isComment = statement.startsWith("--"_L1) && !statement.contains(u"\ncreate"_s);
        if (isComment || statement.isEmpty())
            continue;
        if (const auto done = database.run(statement); !done)
            return fail(done.error());
    }
    return {};
}

} // namespace

Result<void> fillBacklog(const QString &fileName, int releases)
{
    tests::OutsideSql database(fileName);
    QString statements = u"pragma journal_mode = wal\n\nbegin\n\n"_s;
    const QDir migrations(u":/migrations/sqlite"_s);
    for (const QString &name : migrations.entryList(QDir::Files, QDir::Name).mid(0, SchemaBefore)) {
        QFile file(migrations.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Internal, name + u" cannot be read"_s, file.errorString());
        statements += QString::fromUtf8(file.readAll()) + u"\n\n"_s;
    }
    statements += QString(Statements).replace(u"%1"_s, QString::number(releases))
        + u"\n\npragma user_version = %1\n\ncommit"_s.arg(SchemaBefore);
    return runAll(database, statements);
}

QString releaseRef(int i)
{
    return u"R-%1.%2.%3"_s.arg(2020 + i / 40000).arg(1 + i / 3300 % 12).arg(i % 3300);
}

QString sprint(int i)
{
    return u"S%1"_s.arg(i / 2500, 3, 10, QChar(u'0'));
}

} // namespace pipeline::bench
