// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/enginefixture.h"
#include "support/enginerest.h"
#include "support/installation.h"
#include "support/resultchecks.h"

namespace pipeline::tests {

/// How a call of the program ended.
struct Ended {
    int code = -1;
    QByteArray out;
    QByteArray err;

    /// Standard output as one JSON document.
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }

    /// Standard output as one JSON object per line.
    QList<QJsonObject> lines() const
    {
        QList<QJsonObject> objects;
        for (const QByteArray &line : out.trimmed().split('\n'))
            objects << QJsonDocument::fromJson(line).object();
        return objects;
    }
};

/// The real program, as a process, on one installation.
class Program {
public:
    explicit Program(const Installation &installation, QProcessEnvironment variables)
        : m_installation(installation), m_variables(std::move(variables))
    {}
    explicit Program(const Installation &installation) : Program(installation, installation.variables()) {}

    QProcessEnvironment &variables() { return m_variables; }

    /// Starts the program; for what a test does while it runs.
    std::unique_ptr<QProcess> start(const QStringList &arguments) const
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(m_variables);
        process->start(QStringLiteral(PIPELINE_PROGRAM),
                       QStringList{QStringLiteral("--config"), m_installation.configurationFile()} + arguments);
        return process;
    }

    static Ended end(QProcess &process)
    {
        const bool ended = process.waitForFinished(180'000) && process.exitStatus() == QProcess::NormalExit;
        return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
    }

    Ended run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        const auto process = start(arguments);
        process->write(input);
        process->closeWriteChannel();
        return end(*process);
    }

    /// Puts a release on the backlog as a producer does; gives the item's id.
    qint64 add(const QString &mode, const SampleRelease &release) const
    {
        const QJsonObject context{{QStringLiteral("release_ref"), release.ref()},
                                  {QStringLiteral("sprint_origem"), QStringLiteral("S028")},
                                  {QStringLiteral("artefatos"), release.artefacts}};
        const QJsonObject item{{QStringLiteral("tipo"), QStringLiteral("executar_pipeline")},
                               {QStringLiteral("modo"), mode},
                               {QStringLiteral("contexto"), context}};
        const Ended added = run({QStringLiteral("backlog"), QStringLiteral("add"), QStringLiteral("--format"),
                                 QStringLiteral("json"), QStringLiteral("--by"), QStringLiteral("PROMETHEUS")},
                                QJsonDocument(item).toJson());
        if (added.code != 0)
            qWarning("%s", added.err.constData());
        return added.json()[QStringLiteral("id")].toInteger();
    }

    Ended runOnce() const { return run({QStringLiteral("run"), QStringLiteral("--once")}); }

    QJsonObject item(qint64 id) const
    {
        return run({QStringLiteral("backlog"), QStringLiteral("show"), QString::number(id), QStringLiteral("--format"),
                    QStringLiteral("json")})
            .json();
    }
    QJsonObject result(qint64 id) const { return item(id)[QStringLiteral("resultado")].toObject(); }

private:
    const Installation &m_installation;
    QProcessEnvironment m_variables;
};

/// One stage of a `resultado`.
inline QJsonObject stageOf(const QJsonObject &result, const QString &name)
{
    return result[QStringLiteral("etapas")].toObject()[name].toObject();
}

/// The entry of one product in `etapas.deploy.deployments`.
inline QJsonObject deploymentOf(const QJsonObject &result, const QString &product)
{
    for (const QJsonValue &value : stageOf(result, QStringLiteral("deploy"))[QStringLiteral("deployments")].toArray()) {
        if (value[QStringLiteral("produto")].toString() == product)
            return value.toObject();
    }
    return {};
}

/// What every test of releases on a real engine needs.
class ReleaseTest : public QObject {
protected:
    /// What stands below [environments.teste]; \a more goes first, for keys that a test sets.
    static QByteArray environment(const QUrl &engine, const QByteArray &more = {})
    {
        return "engine = \"" + engine.toEncoded() + "\"\nuser = \"demo\"\nsettle_s = 0\n" + more;
    }

    /// \a release with other bytes of one of its models, in a commit of its own.
    static SampleRelease changed(const Installation &installation, SampleRelease release, const QString &path,
                                 const QByteArray &bytes)
    {
        installation.artefacts().write(path, bytes);
        const QString commit = installation.artefacts().commit();
        installation.artefacts().push();
        for (QJsonValueRef value : release.artefacts) {
            QJsonObject artefact = value.toObject();
            if (artefact[QStringLiteral("tipo")] != QStringLiteral("worker"))
                artefact[QStringLiteral("sha")] = commit;
            value = artefact;
        }
        return release;
    }

    static QString workersHead(const Installation &installation)
    {
        return GitRepository::text(
            installation.workers().inRemote({QStringLiteral("rev-parse"), QStringLiteral("main")}));
    }

    /// Versions of a process that the engine has.
    QList<int> versions(const QString &process)
    {
        QList<int> found;
        for (const QJsonValue &value :
             m_engine.list(QStringLiteral("process-definition?sortBy=version&sortOrder=asc&key=%1").arg(process)))
            found << value[QStringLiteral("version")].toInt();
        return found;
    }

    EngineFixture m_fixture;
    EngineRest m_engine{m_fixture};
    QTemporaryDir m_home;
};

} // namespace pipeline::tests

#define REQUIRE_ENGINE()                                                                                               \
    do {                                                                                                               \
        if (!m_fixture.problem().isEmpty())                                                                            \
            QSKIP(qPrintable(m_fixture.problem()));                                                                    \
        tests::GitRepository::isolate(m_home.path());                                                                  \
    } while (false)
