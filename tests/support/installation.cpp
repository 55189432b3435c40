// SPDX-License-Identifier: Apache-2.0
#include "installation.h"

#include "integration/camunda/models.h"
#include "resultchecks.h"

#include "process/sandbox.h"
#include "store/database.h"
#include "workers/workerchecks.h"

#include <QJsonDocument>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace pipeline::tests {

namespace {

void write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        QTest::qFail(qPrintable(name + u" could not be written"_s), __FILE__, __LINE__);
}

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(WORKER_FIXTURES) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        QTest::qFail(qPrintable(file.fileName() + u" could not be read"_s), __FILE__, __LINE__);
    return file.readAll();
}

QJsonObject artefact(const QString &type, const QString &path, const QString &sha)
{
    return {{u"tipo"_s, type}, {u"arquivo"_s, path.section(u'/', -1)}, {u"path"_s, path}, {u"sha"_s, sha}};
}

const QStringList packageFiles{u"package.json"_s, u"package-lock.json"_s, u".npmrc"_s};

} // namespace

Installation::Installation() : m_artefacts(path(u"artefatos"_s)), m_workers(path(u"workers"_s))
{
    m_workers.write(u"README.md"_s, "Workers\n");
    m_workers.commit();
    m_workers.push();
    QDir().mkpath(cacheFolder());
    QFile::link(QStringLiteral(WORKER_CACHE "/node_modules"), cacheFolder() + u"/node_modules"_s);

    if (const auto made = store::Database::open(backlogUrl()); !made)
        QTest::qFail(qPrintable(made.error().text()), __FILE__, __LINE__);
    // Tests share an engine, where an item's id is the source of its deployments.
    const auto first = 1 + QRandomGenerator::securelySeeded().bounded(qint64(1) << 40);
    OutsideSql outside(backlogFile());
    VERIFY_RESULT(outside.run(u"insert into sqlite_sequence (name, seq) values ('backlog', %1)"_s.arg(first)));
}

void Installation::configure(const QByteArray &environment, const QString &artefactsUrl) const
{
    const QString text = uR"(default_environment = "teste"

[backlog]
url = "%1"

[runner]
environments = ["teste"]

[repositories.artefatos]
url = "%2"
products = ["Genesis", "Prometheus"]

[repositories.workers]
url = "%3"

[environments.teste]
)"_s.arg(backlogUrl(), artefactsUrl.isEmpty() ? m_artefacts.remote() : artefactsUrl, m_workers.remote());
    tests::write(configurationFile(), text.toUtf8() + environment);
}

configuration::Configuration Installation::configuration() const
{
    const auto loaded = configuration::load(configurationFile(), variables());
    if (!loaded)
        QTest::qFail(qPrintable(loaded.error().text()), __FILE__, __LINE__);
    return loaded.value_or(configuration::Configuration());
}

QProcessEnvironment Installation::variables() const
{
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"CAMUNDA_URL"_s, u"CAMUNDA_USER"_s, u"CAMUNDA_PASS"_s, u"REPO_PATH"_s,
                                u"DEPLOY_SECRET"_s, u"DEPLOY_URL"_s, u"CREDENTIALS_DIRECTORY"_s})
        variables.remove(name);
    variables.insert(u"XDG_CACHE_HOME"_s, path(u"cache"_s));
    variables.insert(u"XDG_DATA_HOME"_s, path(u"data"_s));
    variables.insert(u"PIPELINE_SECRET_CAMUNDA_TESTE"_s, QString::fromUtf8(enginePassword()));
    variables.insert(u"PIPELINE_SECRET_WEBHOOK_TESTE"_s, QString::fromUtf8(webhookSecret()));
    return variables;
}

SampleRelease Installation::makeRelease(const Contents &contents) const
{
    SampleRelease release;
    release.key = u"p"_s + QUuid::createUuid().toString(QUuid::Id128).first(12);
    if (contents.models) {
        m_artefacts.git({u"rm"_s, u"-rq"_s, u"--ignore-unmatch"_s, u"."_s});
        writeModels(release, contents.processSmoke);
        const QString commit = m_artefacts.commit(release.ref());
        m_artefacts.push();
        release.artefacts << artefact(u"bpmn"_s, u"Genesis/bpmn/%1.bpmn"_s.arg(release.key), commit);
        release.artefacts << artefact(u"dmn"_s, u"Genesis/dmn/%1.dmn"_s.arg(release.key), commit);
        release.artefacts << artefact(u"form"_s, u"Genesis/forms/%1.form"_s.arg(release.key), commit);
        release.artefacts << artefact(u"bpmn"_s, u"Prometheus/bpmn/%1.bpmn"_s.arg(release.processes().last()), commit);
    }
    if (contents.worker || !contents.jestTest.isEmpty()) {
        writeWorker(release, contents);
        release.workersCommit = m_workers.commit(release.ref());
        m_workers.push(u"HEAD:refs/heads/release"_s); // main is for the pipeline to push
        release.artefacts << artefact(u"worker"_s, u"worker/consulta"_s, release.workersCommit);
    }
    return release;
}

void Installation::addArtefact(SampleRelease &release, const QString &type, const QString &path,
                               const QByteArray &bytes) const
{
    m_artefacts.write(path, bytes);
    release.artefacts << artefact(type, path, m_artefacts.commit());
    m_artefacts.push();
}

void Installation::writeModels(const SampleRelease &release, bool processSmoke) const
{
    m_artefacts.write(u"Genesis/bpmn/%1.bpmn"_s.arg(release.key), bpmn(release.key));
    m_artefacts.write(u"Genesis/dmn/%1.dmn"_s.arg(release.key), dmn(release.decision()));
    m_artefacts.write(u"Genesis/forms/%1.form"_s.arg(release.key),
                      "{\"id\": \"" + release.key.toUtf8() + "_form\", \"type\": \"default\", \"components\": []}\n");
    m_artefacts.write(u"Genesis/smoke/%1.json"_s.arg(release.key),
                      "{\"decision\": \"" + release.decision().toUtf8()
                          + "\", \"variables\": {\"score\": 720}, \"expect\": [{\"faixa\": \"A\"}]}\n");
    if (processSmoke)
        m_artefacts.write(u"Genesis/smoke/%1-processo.json"_s.arg(release.key),
                          "{\"process\": \"" + release.key.toUtf8() + "\", \"expect\": {\"ends\": true}}\n");
    const QString other = release.processes().last();
    m_artefacts.write(u"Prometheus/bpmn/%1.bpmn"_s.arg(other), bpmn(other));
}

void Installation::writeWorker(const SampleRelease &release, const Contents &contents) const
{
    const QString folder = u"worker/consulta/"_s;
    m_workers.git({u"rm"_s, u"-rq"_s, u"--ignore-unmatch"_s, folder});
    m_workers.write(folder + u"index.js"_s, "module.exports = () => '" + release.key.toUtf8() + "';\n");
    if (contents.jestTest.isEmpty()) {
        m_workers.write(folder + u"package.json"_s, "{\"name\": \"consulta\", \"version\": \"1.0.0\"}\n");
        return;
    }
    for (const QString &name : packageFiles)
        m_workers.write(folder + name, fixture(name));
    m_workers.write(folder + u"index.test.js"_s, contents.jestTest);
}

qint64 Installation::insert(const QString &mode, const SampleRelease &release, int maxAttempts) const
{
    const QJsonObject context{
        {u"release_ref"_s, release.ref()}, {u"sprint_origem"_s, u"S028"_s}, {u"artefatos"_s, release.artefacts}};
    OutsideSql outside(backlogFile());
    return outside
        .value(u"insert into backlog (tipo, modo, contexto, max_tentativas) "
               "values ('executar_pipeline', '%1', '%2', %3) returning id"_s
                   .arg(mode, QString::fromUtf8(QJsonDocument(context).toJson(QJsonDocument::Compact)))
                   .arg(maxAttempts))
        .toLongLong();
}

QString Installation::prepareJest()
{
    const QTemporaryDir checkout;
    for (const QString &name : packageFiles)
        tests::write(checkout.filePath(name), fixture(name));
    const workers::WorkerChecks checks(process::Sandbox::detect(), QStringLiteral(WORKER_CACHE));
    const auto installed = checks.install({checkout.path(), {u"package.json"_s}}, {}, {});
    return installed ? QString() : installed.error().text();
}

} // namespace pipeline::tests
